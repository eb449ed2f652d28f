package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** Puts a demanded fact, other than a result, into the words of a case. */
final class FactWords {
    private static final long NEW_FOR = 14 * 86_400L;
    private static final double DAY = 86_400;
    private static final double WEEK = 604_800;
    private static final Set<String> SPASM_TEXTS = Set.of("kind", "site", "region", "side", "distribution", "trend");

    private final Vocabulary vocabulary;
    private final FactLaws laws;

    FactWords(Vocabulary vocabulary, FactLaws laws) {
        this.vocabulary = vocabulary;
        this.laws = laws;
    }

    /** Nothing where a case cannot say it. */
    Optional<List<Given.Line>> lines(Box box, String name, Choices choices) {
        List<String> words = new ArrayList<>();
        List<Given.Line> others = new ArrayList<>();
        boolean said = box.has(Box.PRESENT, false)
                ? !box.is("FamilyHistory") && words.add("absent")
                : switch (box.type().name()) {
                    case "Symptom" -> symptom(box, words, choices);
                    case "Medicine" -> medicine(box, words, others, choices);
                    case "Condition" -> condition(box, words, choices);
                    case "Exposure" -> exposure(box, words, choices);
                    default -> true;
                };
        if (!said) {
            return Optional.empty();
        }
        others.add(
                box.is("FamilyHistory")
                        ? new Given.Line("family", name)
                        : new Given.Line(name, String.join(", ", words)));
        return Optional.of(others);
    }

    /** A cramp, spasm or twitch. */
    Optional<Given.Line> spasm(Box box, Choices choices) {
        List<String> kinds = List.of("muscle-cramp", "muscle-spasm", "fasciculation").stream()
                .filter(box.texts().get("kind")::contains)
                .toList();
        String kind = choices.among(kinds).orElseThrow();
        String key = Map.of("muscle-cramp", "cramp", "muscle-spasm", "spasm", "fasciculation", "twitch")
                .get(kind);
        List<String> words = new ArrayList<>();
        boolean said = place(box, words, choices)
                && text(box, "side", words, choices)
                && text(box, "distribution", words, choices)
                && text(box, "trend", words, choices)
                && time(box, Box.AGE, "", words, choices)
                && number(box, "perDay", " a day", words, choices)
                && (box.numbers().containsKey("perDay") || number(box, "perWeek", " a week", words, choices))
                && length(box, "episodeMinutes", words, choices);
        box.texts().forEach((property, values) -> {
            if (!SPASM_TEXTS.contains(property)) {
                words.add((values.contains("yes") ? "" : "not ") + spaced(property));
            }
        });
        if (!said) {
            return Optional.empty();
        }
        if (box.numbers().containsKey("disturbedNightsPerWeek")) {
            return nights(box, key, words, choices);
        }
        return Optional.of(new Given.Line(key, words.isEmpty() ? "present" : String.join(", ", words)));
    }

    /** No word says how many nights are disturbed, so it takes the fields of the patient document. */
    private static Optional<Given.Line> nights(Box box, String key, List<String> words, Choices choices) {
        Map<String, Object> fields = new LinkedHashMap<>();
        choices.among(Quantities.numbers(box.number("disturbedNightsPerWeek"), 0))
                .ifPresent(nights -> fields.put("disturbedNightsPerWeek", nights));
        boolean only = words.stream().allMatch("nocturnal"::equals);
        words.forEach(word -> fields.put(word, true));
        return only && !fields.isEmpty() ? Optional.of(new Given.Line(key, fields)) : Optional.empty();
    }

    private boolean symptom(Box box, List<String> words, Choices choices) {
        words.add("present");
        boolean said = time(box, Box.AGE, "", words, choices)
                && text(box, "side", words, choices)
                && place(box, words, choices)
                && number(box, "severity", "/10", words, choices)
                && text(box, "trend", words, choices)
                && yesNo(box, "sudden", words)
                && length(box, "minutes", words, choices)
                && number(box, "perDay", " a day", words, choices);
        boolean dated = box.numbers().containsKey(Box.AGE);
        boolean old = dated && said && Quantities.seconds(words.get(1)) > NEW_FOR;
        if (box.has("recent", true) || (old && box.has("longStanding", false))) {
            words.add("recent");
        } else if (box.has("longStanding", true) || (dated && !old && box.has("recent", false))) {
            words.add("long-standing");
        }
        if (box.has("observed", true)) {
            words.add("observed");
        }
        return said;
    }

    private boolean medicine(Box box, List<String> words, List<Given.Line> others, Choices choices) {
        boolean stopped = box.has("stopped", true);
        words.add(stopped ? "stopped" : "active");
        boolean said = true;
        if (stopped && box.numbers().containsKey("stoppedDays")) {
            said = span(scaled(box.number("stoppedDays"), DAY), "stopped ", words, choices);
        } else if (stopped && box.has("active", false)) {
            words.add("stopped 60 days ago");
        }
        said &= time(box, Box.AGE, "started ", words, choices);
        if (box.numbers().containsKey("changedBeforeOnsetWeeks")) {
            Range before = scaled(box.number("changedBeforeOnsetWeeks"), WEEK);
            Range changed = new Range(before.low() + DAY, before.lowIn(), before.high() + DAY, before.highIn());
            others.add(new Given.Line("cramp", "1 day"));
            said &= span(changed.and(box.number(Box.CHANGED)), "raised ", words, choices);
        } else if (!box.number(Box.CHANGED).equals(Range.ALL)
                && !box.number(Box.AGE).within(box.number(Box.CHANGED))) {
            said &= time(box, Box.CHANGED, "raised ", words, choices);
        }
        if (box.numbers().containsKey("missedDays")) {
            said &= span(scaled(box.number("missedDays"), DAY), "missed ", words, choices);
        }
        return said
                & number(box, "mgPerDay", " mg/day", words, choices)
                & yesNo(box, "improvedAfterStopping", words)
                & yesNo(box, "recurredAfterRestart", words);
    }

    private boolean condition(Box box, List<String> words, Choices choices) {
        words.add("present");
        if (box.has("stable", true)) {
            words.add("stable");
        }
        return time(box, Box.AGE, "", words, choices);
    }

    private boolean exposure(Box box, List<String> words, Choices choices) {
        words.add("present");
        if (!box.numbers().containsKey("lastedDays")) {
            return time(box, Box.AGE, "last ", words, choices);
        }
        Range lasted = scaled(box.number("lastedDays"), DAY);
        Range age = box.number(Box.AGE);
        if (!lasted.and(age).isEmpty()) {
            return span(lasted.and(age), "began ", words, choices);
        }
        if (!span(age, "last ", words, choices)) {
            return false;
        }
        String last = words.get(words.size() - 1);
        double ended = Quantities.seconds(last.substring("last ".length(), last.length() - " ago".length()));
        return span(
                new Range(lasted.low() + ended, lasted.lowIn(), lasted.high() + ended, lasted.highIn()),
                "began ",
                words,
                choices);
    }

    private static Range scaled(Range range, double unit) {
        return new Range(range.low() * unit, range.lowIn(), range.high() * unit, range.highIn());
    }

    private static boolean time(Box box, String property, String verb, List<String> words, Choices choices) {
        return !box.numbers().containsKey(property) || span(box.number(property), verb, words, choices);
    }

    private static boolean span(Range seconds, String verb, List<String> words, Choices choices) {
        return choices.among(Quantities.spans(seconds))
                .map(span -> words.add(verb + span + (verb.isEmpty() ? "" : " ago")))
                .orElse(false);
    }

    private static boolean number(Box box, String property, String unit, List<String> words, Choices choices) {
        return !box.numbers().containsKey(property)
                || choices.among(Quantities.numbers(box.number(property), 0))
                        .map(number -> words.add(Quantities.plain(number) + unit))
                        .orElse(false);
    }

    private static boolean length(Box box, String property, List<String> words, Choices choices) {
        return !box.numbers().containsKey(property)
                || choices.among(Quantities.numbers(box.number(property), 0))
                        .map(number -> words.add("lasts " + Quantities.plain(number) + " minutes"))
                        .orElse(false);
    }

    private static boolean text(Box box, String property, List<String> words, Choices choices) {
        return !box.texts().containsKey(property)
                || choices.among(sorted(box.texts().get(property)))
                        .map(words::add)
                        .orElse(false);
    }

    private static boolean yesNo(Box box, String property, List<String> words) {
        return !box.texts().containsKey(property)
                || words.add((box.texts().get(property).contains("yes") ? "" : "not ") + spaced(property));
    }

    private boolean place(Box box, List<String> words, Choices choices) {
        if (box.texts().containsKey("site")) {
            return text(box, "site", words, choices);
        }
        if (!box.texts().containsKey("region")) {
            return true;
        }
        Set<String> regions = box.texts().get("region");
        List<String> sites = vocabulary.names().stream()
                .filter(name -> name.kind() == Kind.SITE)
                .map(Name::id)
                .filter(site -> regions.contains(laws.region(site)))
                .toList();
        return choices.among(sites).map(words::add).orElse(false);
    }

    private static List<String> sorted(Set<String> values) {
        return values.stream().sorted().toList();
    }

    private static String spaced(String property) {
        return property.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
