package org.spasmcds.language;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * A language in which a rule set speaks: the sentences of the library, and what rules and names say in it. A text without a translation,
 * or with one of what was said before, is given in English with a {@link Words#MARK}. Immutable.
 */
public final class Language {
    private static final Language ENGLISH = new Language(Words.english(), Translations.of(List.of()));
    private static final Pattern DECIMAL = Pattern.compile("(?<=\\d)\\.(?=\\d)");

    private final Words words;
    private final Translations translations;

    private Language(Words words, Translations translations) {
        this.words = words;
        this.translations = translations;
    }

    /** What the rules say, as they say it. */
    public static Language english() {
        return ENGLISH;
    }

    public static Language of(Words words, Translations translations) {
        return words.isEnglish() ? ENGLISH : new Language(words, translations);
    }

    public Words words() {
        return words;
    }

    public Locale locale() {
        return words.locale();
    }

    public boolean isEnglish() {
        return words.isEnglish();
    }

    /** The condition of a rule as a reader sees it. */
    public String title(Rule rule) {
        return isEnglish() ? rule.title() : text(Translations.TITLE, rule, rule.title());
    }

    /** What a rule says to the reader. */
    public String says(Rule rule) {
        return isEnglish() ? rule.says() : text(Translations.SAYS, rule, rule.says());
    }

    /** What a rule would have asked or measured next. */
    public List<String> ask(Rule rule) {
        return isEnglish() || rule.ask().isEmpty()
                ? rule.ask()
                : Translations.parts(text(Translations.ASK, rule, String.join("; ", rule.ask())));
    }

    private String text(String kind, Rule rule, String english) {
        return translations.find(kind, rule, english).map(this::localized).orElse(Words.MARK + english);
    }

    /** Translators leave numbers as they are; here they get the decimal mark of the language, as every other number. */
    private String localized(String translation) {
        return DECIMAL.matcher(translation).replaceAll(words.say("number.decimal"));
    }

    /** A vocabulary whose names are shown in this language. */
    public Vocabulary names(Vocabulary vocabulary) {
        return isEnglish()
                ? vocabulary
                : vocabulary.shownAs(
                        (id, english) -> translations
                                .find(Translations.NAME, id, english)
                                .map(this::localized),
                        Words.MARK);
    }
}
