package org.spasmcds.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.spasmcds.intake.Numbers;
import org.spasmcds.vocabulary.Units;
import org.spasmcds.vocabulary.Vocabulary;

/** Puts conditions into words. Derived from the parsed form, so that no text can fall behind a rule. */
public final class Phrase {
    private static final Set<String> TIMES = Set.of("hours", "days", "weeks", "months");
    private static final Map<String, String> MEDICINE_TIMES = Map.of(
            "changedDays", "started or raised",
            "changedWeeks", "started or raised",
            "changedBeforeOnsetWeeks", "started or raised before the complaint",
            "stoppedDays", "stopped",
            "missedDays", "missed");
    /** What stands before and after a number. Other properties are written out as they are. */
    private static final Map<String, List<String>> MEASURES = Map.ofEntries(
            Map.entry("value", List.of("", "")),
            Map.entry("multiple", List.of("", " times the upper limit")),
            Map.entry("fallIn48Hours", List.of("fallen within 48 hours by ", "")),
            Map.entry("riseIn12Hours", List.of("risen within 12 hours by ", "")),
            Map.entry("riseSincePrior", List.of("change since the result before ", "")),
            Map.entry("age", List.of("age ", " years")),
            Map.entry("severity", List.of("severity ", " of 10")),
            Map.entry("minutes", List.of("lasting ", " minutes")),
            Map.entry("episodeMinutes", List.of("an episode lasting ", " minutes")),
            Map.entry("lastedDays", List.of("for ", " days")),
            Map.entry("perDay", List.of("", " a day")),
            Map.entry("perWeek", List.of("", " a week")),
            Map.entry("disturbedNightsPerWeek", List.of("disturbing ", " nights a week")),
            Map.entry("mgPerDay", List.of("", " mg a day")),
            Map.entry("present", List.of("", " present")),
            Map.entry("acute", List.of("", " present and not long standing")),
            Map.entry("absent", List.of("", " absent")),
            Map.entry("unknown", List.of("", " unknown")));
    /** In the unit of their test. */
    private static final Set<String> MEASURED = Set.of("value", "fallIn48Hours", "riseIn12Hours", "riseSincePrior");
    /** More names than this are counted, not listed. */
    private static final int NAMES = 4;

    private final Vocabulary vocabulary;

    /** Asked for the same patterns at every evaluation. */
    private final Map<Condition.Pattern, String> subjects = Collections.synchronizedMap(new IdentityHashMap<>());

    public Phrase(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A condition that a rule took to be untrue, as what it took to be true. */
    public String assumption(Condition condition) {
        if (condition instanceof Condition.Pattern pattern
                && asks(pattern, "absent")
                && pattern.tests().size() == 2) {
            return names(pattern) + " not excluded";
        }
        if (condition instanceof Condition.And and) {
            return "not together: "
                    + String.join(
                            "; ", and.parts().stream().map(this::condition).toList());
        }
        return "no " + condition(condition);
    }

    /** A condition in words. */
    public String condition(Condition condition) {
        if (condition instanceof Condition.And and) {
            return String.join(
                    " with ", and.parts().stream().map(this::condition).toList());
        }
        if (condition instanceof Condition.Or or) {
            return String.join(" or ", or.parts().stream().map(this::condition).toList());
        }
        if (condition instanceof Condition.Not not) {
            return "no " + condition(not.part());
        }
        return pattern((Condition.Pattern) condition);
    }

    /** What a pattern asks about, without its comparisons. */
    public String subject(Condition.Pattern pattern) {
        return subjects.computeIfAbsent(pattern, any -> describe(pattern));
    }

    private String describe(Condition.Pattern pattern) {
        if (!pattern.type().key().isEmpty()) {
            return names(pattern);
        }
        List<String> properties = new ArrayList<>();
        pattern.tests().forEach(test -> properties.add(words(test.property())));
        String subject = String.join(" and ", properties);
        return pattern.type().name().equals("Patient") ? subject : "cramp or spasm: " + subject;
    }

    private String pattern(Condition.Pattern pattern) {
        return (subjectWord(pattern) + " " + comparisons(pattern)).strip();
    }

    /** What a pattern compares, without what it is about; empty when it asks for no more than that this is there. */
    public String comparisons(Condition.Pattern pattern) {
        List<String> tests = new ArrayList<>();
        for (Condition.Test test : pattern.tests()) {
            String words = test(pattern, test);
            if (!words.isEmpty()) {
                tests.add(words);
            }
        }
        return String.join(", ", tests);
    }

    private String subjectWord(Condition.Pattern pattern) {
        if (!pattern.type().key().isEmpty()) {
            return names(pattern);
        }
        return pattern.type().name().equals("Spasm")
                ? "cramp, spasm or twitch:"
                : pattern.type().name().toLowerCase(Locale.ROOT);
    }

    private String test(Condition.Pattern pattern, Condition.Test test) {
        if (test.property().equals(pattern.type().key())) {
            return "";
        }
        if (test instanceof Condition.Test.Flag flag) {
            boolean silent = List.of("present", "current", "any", "active").contains(flag.property()) && flag.wanted();
            return silent ? "" : (flag.wanted() ? "" : "not ") + words(flag.property());
        }
        if (test instanceof Condition.Test.Text text) {
            String values = String.join(
                    " or ",
                    text.values().stream().map(value -> value.replace('-', ' ')).toList());
            return values.equals("yes")
                    ? words(text.property())
                    : values.equals("no") ? "not " + words(text.property()) : values;
        }
        Condition.Test.Number number = (Condition.Test.Number) test;
        if (TIMES.contains(number.property())) {
            return time(number, number.property());
        }
        if (MEDICINE_TIMES.containsKey(number.property())) {
            String unit = number.property().endsWith("Weeks") ? "weeks" : "days";
            return MEDICINE_TIMES.get(number.property()) + " " + time(number, unit);
        }
        return measure(pattern, number.property(), limit(number));
    }

    /**
     * What a number of a fact measures.
     *
     * @param number a number, or a limit to it
     */
    public String measure(Condition.Pattern pattern, String property, String number) {
        List<String> around = MEASURES.getOrDefault(property, List.of(words(property) + " ", ""));
        return around.get(0) + number + around.get(1) + unit(pattern, property);
    }

    /** The limit of a comparison without what it measures: {@code below 2.5}. */
    public String limit(Condition.Test.Number number) {
        return operator(number.operator()) + " " + Numbers.plain(number.value());
    }

    /** The limit of a comparison of times: {@code within 3 days}. */
    public static String time(Condition.Test.Number number, String unit) {
        String span = Numbers.plain(number.value()) + " " + unit;
        return switch (number.operator()) {
            case "<", "<=" -> "within " + span;
            case ">" -> "more than " + span + " ago";
            default -> "at least " + span + " ago";
        };
    }

    private String unit(Condition.Pattern pattern, String property) {
        if (!MEASURED.contains(property) || pattern.names().size() != 1) {
            return "";
        }
        return vocabulary
                .test(pattern.names().get(0))
                .map(test -> Units.written(test.unit()))
                .filter(unit -> !unit.isEmpty())
                .map(unit -> " " + unit)
                .orElse("");
    }

    private static String operator(String operator) {
        return switch (operator) {
            case "<" -> "below";
            case "<=" -> "at most";
            case ">" -> "above";
            case ">=" -> "at least";
            default -> "exactly";
        };
    }

    private String names(Condition.Pattern pattern) {
        List<String> names = pattern.names().stream().map(vocabulary::display).toList();
        if (names.size() <= NAMES) {
            return String.join(" or ", names);
        }
        return String.join(", ", names.subList(0, NAMES)) + " or " + (names.size() - NAMES) + " more";
    }

    private static boolean asks(Condition.Pattern pattern, String property) {
        return pattern.tests().stream().anyMatch(test -> test.property().equals(property));
    }

    private static String words(String property) {
        return property.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
