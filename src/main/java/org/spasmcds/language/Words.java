package org.spasmcds.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.spasmcds.intake.Numbers;

/**
 * The sentences of the library itself in one language: everything that the reader of an assessment sees and that no rule states. They
 * stand in {@code words.properties} (English) and {@code words_LANGUAGE.properties}. A sentence that a language lacks is given in English
 * with a {@link #MARK}, so that nobody takes it for translated.
 *
 * <p>English stays what is said to programmers and to authors of rules: messages about bad input and bad rules, the help of the command
 * line, and the tools for authors.
 *
 * <p>Immutable; nothing depends on the locale of the machine.
 */
public final class Words {
    /** Stands before an English text where another language was asked for. */
    public static final String MARK = "[en] ";

    private static final String ENGLISH_CODE = "en";
    /** The languages that come with the library. */
    private static final List<String> DELIVERED = List.of(ENGLISH_CODE, "es");

    private static final Map<String, Optional<Words>> READ = new ConcurrentHashMap<>();
    private static final Words ENGLISH = new Words(ENGLISH_CODE, file("").orElseThrow(), Map.of());

    private final String language;
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final String decimalMark;
    private final Set<String> otherOrBefore = new TreeSet<>();

    private Words(String language, Map<String, String> texts, Map<String, String> english) {
        this.language = language;
        english.forEach((key, text) -> patterns.put(key, Pattern.of(MARK + text)));
        texts.forEach((key, text) -> patterns.put(key, Pattern.of(text)));
        // Marks of writing are no sentences: without them English ones serve.
        decimalMark = texts.getOrDefault("number.decimal", ".");
        String sounds = texts.getOrDefault("list.or.other.before", "");
        otherOrBefore.addAll(sounds.isEmpty() ? List.of() : List.of(sounds.split(" ")));
    }

    /** The sentences in English, which lacks none. */
    public static Words english() {
        return ENGLISH;
    }

    /** The sentences in the language of a locale; its country and script do not matter. Empty when there are none in this language. */
    public static Optional<Words> of(Locale locale) {
        String language = locale.getLanguage();
        return language.equals(ENGLISH_CODE)
                ? Optional.of(ENGLISH)
                : READ.computeIfAbsent(
                        language,
                        any -> file("_" + language).map(texts -> new Words(language, texts, file("").orElseThrow())));
    }

    /** The codes of the languages that come with the library, English first. */
    public static List<String> languages() {
        return DELIVERED;
    }

    private static Optional<Map<String, String>> file(String suffix) {
        try (InputStream in = Words.class.getResourceAsStream("/org/spasmcds/words" + suffix + ".properties")) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            Map<String, String> texts = new HashMap<>();
            properties.forEach((key, text) -> texts.put((String) key, (String) text));
            return Optional.of(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    public boolean isEnglish() {
        return this == ENGLISH;
    }

    /**
     * A sentence.
     *
     * @param key its name in the files
     * @param arguments what stands in place of {@code {0}}, {@code {1}} and so on; a number is written as in this language
     * @throws IllegalArgumentException when there is no such key
     */
    public String say(String key, Object... arguments) {
        Pattern pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for \"" + key + "\"");
        }
        return pattern.with(arguments, this);
    }

    /** Without trailing zeros and without an exponent, with the decimal mark of this language. */
    public String number(double value) {
        if (Double.isNaN(value)) {
            return say("number.unknown");
        }
        String plain = Numbers.plain(value);
        return decimalMark.equals(".") ? plain : plain.replace(".", decimalMark);
    }

    /** An age in the largest unit that keeps it readable. */
    public String ago(double days) {
        if (Double.isNaN(days)) {
            return say("time.undated");
        }
        return days < 1 / 1440.0 ? say("time.now") : say("time.ago", span(days));
    }

    /** A length of time in the largest unit that keeps it readable. */
    public String span(double days) {
        if (days < 2 / 24.0) {
            return rounded(days * 1440, "minute");
        }
        if (days < 1) {
            return rounded(days * 24, "hour");
        }
        if (days < 21) {
            return rounded(days, "day");
        }
        return days < 90
                ? rounded(days / 7, "week")
                : days < 730 ? rounded(days / 30.436875, "month") : rounded(days / 365.2425, "year");
    }

    private String rounded(double value, String unit) {
        return count(Math.round(value), unit);
    }

    /**
     * So many minutes, hours, days, weeks, months or years.
     *
     * @param unit in the singular
     */
    public String count(double value, String unit) {
        return say((value == 1 ? "time.one." : "time.many.") + unit, value);
    }

    /** {@code a or b or c}. */
    public String or(List<String> parts) {
        return parts.stream().reduce(this::or).orElse("");
    }

    /** One or the other; some languages say "or" otherwise before a sound like it. */
    public String or(String one, String other) {
        boolean changed = otherOrBefore.stream().anyMatch(other.toLowerCase(Locale.ROOT)::startsWith);
        return say(changed ? "list.or.other" : "list.or", one, other);
    }

    /** A sentence cut at its placeholders, once. */
    private record Pattern(String[] fixed, int[] places) {
        private static final java.util.regex.Pattern PLACE = java.util.regex.Pattern.compile("\\{(\\d)}");

        static Pattern of(String text) {
            return new Pattern(
                    PLACE.split(text, -1),
                    PLACE.matcher(text)
                            .results()
                            .mapToInt(place -> Integer.parseInt(place.group(1)))
                            .toArray());
        }

        String with(Object[] arguments, Words words) {
            if (places.length == 0) {
                return fixed[0];
            }
            StringBuilder text = new StringBuilder(fixed[0]);
            for (int i = 0; i < places.length; i++) {
                Object argument = arguments[places[i]];
                text.append(argument instanceof Double number ? words.number(number) : argument);
                text.append(fixed[i + 1]);
            }
            return text.toString();
        }
    }
}
