package org.spasmcds.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Units;
import org.spasmcds.vocabulary.Vocabulary;

/** Puts conditions into words. Derived from the parsed form, so that no text can fall behind a rule. */
public final class Phrase {
    private static final Set<String> TIMES = Set.of("hours", "days", "weeks", "months");
    private static final Map<String, String> MEDICINE_TIMES = Map.of(
            "changedDays", "when.changed",
            "changedWeeks", "when.changed",
            "changedBeforeOnsetWeeks", "when.changedBeforeOnset",
            "stoppedDays", "when.stopped",
            "missedDays", "when.missed");
    /** What is mostly known of a spasm, and only says which one is meant. */
    private static final Set<String> KIND_AND_PLACE = Set.of("kind", "site", "region");
    /** In the unit of their test. */
    private static final Set<String> MEASURED = Set.of("value", "fallIn48Hours", "riseIn12Hours", "riseSincePrior");
    /** More names than this are counted, not listed. */
    private static final int NAMES = 4;

    private final Vocabulary vocabulary;
    private final Words words;

    /** Asked for the same patterns at every evaluation. */
    private final Map<Condition.Pattern, String> subjects = Collections.synchronizedMap(new IdentityHashMap<>());

    /** In English. */
    public Phrase(Vocabulary vocabulary) {
        this(vocabulary, Words.english());
    }

    /** @param vocabulary shows its names in the language of the words */
    public Phrase(Vocabulary vocabulary, Words words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /** A condition that a rule took to be untrue, as what it took to be true. */
    public String assumption(Condition condition) {
        if (condition instanceof Condition.Pattern pattern
                && asks(pattern, "absent")
                && pattern.tests().size() == 2) {
            return words.say("condition.assumed.notExcluded", names(pattern));
        }
        if (condition instanceof Condition.And and) {
            return words.say(
                    "condition.assumed.not.together",
                    String.join("; ", and.parts().stream().map(this::condition).toList()));
        }
        return words.say("condition.absent", condition(condition));
    }

    /** A condition in words. */
    public String condition(Condition condition) {
        if (condition instanceof Condition.And and) {
            return joined("condition.with", and.parts().stream().map(this::condition));
        }
        if (condition instanceof Condition.Or or) {
            return words.or(or.parts().stream().map(this::condition).toList());
        }
        if (condition instanceof Condition.Not not) {
            return words.say("condition.absent", condition(not.part()));
        }
        return pattern((Condition.Pattern) condition);
    }

    /** A pattern without what must only not be known to be so, as in {@code !longStanding}. */
    public static Condition.Pattern affirmed(Condition.Pattern pattern) {
        return new Condition.Pattern(
                pattern.type(),
                pattern.tests().stream()
                        .filter(test -> !(test instanceof Condition.Test.Flag flag) || flag.wanted())
                        .toList(),
                pattern.line(),
                pattern.column());
    }

    /** What a pattern asks about, without its comparisons. */
    public String subject(Condition.Pattern pattern) {
        return subjects.computeIfAbsent(pattern, any -> describe(pattern));
    }

    private String describe(Condition.Pattern pattern) {
        if (!pattern.type().key().isEmpty()) {
            return names(pattern);
        }
        List<String> asked = pattern.tests().stream()
                .map(Condition.Test::property)
                .filter(property -> !KIND_AND_PLACE.contains(property))
                .toList();
        String subject = joined(
                "condition.properties",
                (asked.isEmpty() ? pattern.tests().stream().map(Condition.Test::property) : asked.stream())
                        .map(this::property)
                        .distinct());
        return pattern.type().name().equals("Patient") ? subject : words.say("condition.spasm.properties", subject);
    }

    private String joined(String key, Stream<String> parts) {
        return parts.reduce((one, other) -> words.say(key, one, other)).orElse("");
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
        return words.say(pattern.type().name().equals("Spasm") ? "condition.spasm" : "condition.patient");
    }

    private String test(Condition.Pattern pattern, Condition.Test test) {
        if (test.property().equals(pattern.type().key())) {
            return "";
        }
        if (test instanceof Condition.Test.Flag flag) {
            boolean silent = List.of("present", "current", "any", "active").contains(flag.property()) && flag.wanted();
            return silent ? "" : flag.wanted() ? property(flag.property()) : not(flag.property());
        }
        if (test instanceof Condition.Test.Text text) {
            if (text.values().equals(List.of("yes"))) {
                return property(text.property());
            }
            return text.values().equals(List.of("no"))
                    ? not(text.property())
                    : words.or(text.values().stream().map(this::value).toList());
        }
        Condition.Test.Number number = (Condition.Test.Number) test;
        if (isAnyMember(pattern, number)) {
            return "";
        }
        if (TIMES.contains(number.property())) {
            return time(number, singular(number.property()));
        }
        if (MEDICINE_TIMES.containsKey(number.property())) {
            String unit = number.property().endsWith("Weeks") ? "week" : "day";
            return words.say(MEDICINE_TIMES.get(number.property()), time(number, unit));
        }
        return measure(pattern, number.property(), limit(number, unit(pattern, number.property())));
    }

    /** That one member of a group is there says the name of the group. */
    private static boolean isAnyMember(Condition.Pattern pattern, Condition.Test.Number number) {
        return pattern.type().name().equals("Group")
                && List.of("present", "acute").contains(number.property())
                && number.operator().equals(">=")
                && number.value() == 1;
    }

    /**
     * What a number of a fact measures.
     *
     * @param number a number with its unit, or a limit to it
     */
    public String measure(Condition.Pattern pattern, String property, String number) {
        return words.say("measure." + property, number);
    }

    /** The limit of a comparison without what it measures: {@code below 2.5}. */
    public String limit(Condition.Test.Number number, String unit) {
        return words.say(comparison(number.operator()), words.number(number.value()) + unit);
    }

    /** The limit of a comparison of lengths of time: {@code at most 4 weeks}. */
    public String span(Condition.Test.Number number, String unit) {
        return words.say(comparison(number.operator()), words.count(number.value(), unit));
    }

    private static String singular(String unit) {
        return unit.substring(0, unit.length() - 1);
    }

    /** The limit of a comparison of times: {@code within 3 days}. */
    public String time(Condition.Test.Number number, String unit) {
        double value = number.value();
        return switch (number.operator()) {
            case "<", "<=" -> words.say((value == 1 ? "when.within.one." : "when.within.many.") + unit, value);
            case ">" -> words.say("when.moreThanAgo", words.count(value, unit));
            default -> words.say("when.atLeastAgo", words.count(value, unit));
        };
    }

    private String unit(Condition.Pattern pattern, String property) {
        List<String> units = pattern.names().stream()
                .flatMap(name -> vocabulary.test(name).stream())
                .map(TestDefinition::unit)
                .distinct()
                .toList();
        if (!MEASURED.contains(property) || units.size() != 1) {
            return "";
        }
        String unit = Units.written(units.get(0), words);
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static String comparison(String operator) {
        return switch (operator) {
            case "<" -> "compare.below";
            case "<=" -> "compare.atMost";
            case ">" -> "compare.above";
            case ">=" -> "compare.atLeast";
            default -> "compare.exactly";
        };
    }

    private String names(Condition.Pattern pattern) {
        List<String> names = pattern.names().stream().map(vocabulary::display).toList();
        if (names.size() <= NAMES) {
            return words.or(names);
        }
        return words.say("condition.more", String.join(", ", names.subList(0, NAMES)), names.size() - NAMES);
    }

    private static boolean asks(Condition.Pattern pattern, String property) {
        return pattern.tests().stream().anyMatch(test -> test.property().equals(property));
    }

    private String property(String property) {
        return words.say("property." + property);
    }

    private String not(String property) {
        return words.say("condition.not", property(property));
    }

    private String value(String value) {
        return vocabulary.name(value).isPresent() ? vocabulary.display(value) : words.say("value." + value);
    }
}
