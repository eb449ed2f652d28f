package org.spasmcds.authoring.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spasmcds.rule.Condition;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Vocabulary;

/** How the unit of a number is written on its line. */
final class Units {
    private static final List<String> MINUTES = List.of("minutes", "min");
    private static final List<String> HOURS = List.of("hours", "h");
    private static final List<String> DAYS = List.of("days", "d");
    private static final List<String> WEEKS = List.of("weeks", "wk");
    private static final Map<String, List<String>> BY_PROPERTY = Map.ofEntries(
            Map.entry("age", List.of("years", "a")),
            Map.entry("hours", HOURS),
            Map.entry("days", DAYS),
            Map.entry("weeks", WEEKS),
            Map.entry("months", List.of("months", "mo")),
            Map.entry("changedDays", DAYS),
            Map.entry("changedWeeks", WEEKS),
            Map.entry("changedBeforeOnsetWeeks", WEEKS),
            Map.entry("stoppedDays", DAYS),
            Map.entry("missedDays", DAYS),
            Map.entry("lastedDays", DAYS),
            Map.entry("minutes", MINUTES),
            Map.entry("episodeMinutes", MINUTES),
            Map.entry("perDay", List.of("a day")),
            Map.entry("perWeek", List.of("a week")),
            Map.entry("disturbedNightsPerWeek", List.of("nights a week")),
            Map.entry("severity", List.of("of 10")),
            Map.entry("mgPerDay", List.of("mg/d")),
            Map.entry("multiple", List.of("x upper limit")));
    private static final Set<String> IN_UNIT_OF_TEST =
            Set.of("value", "fallIn48Hours", "riseIn12Hours", "riseSincePrior");

    private final Vocabulary vocabulary;

    Units(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What the unit of a comparison must be called, for a message; empty for a plain count. */
    Optional<String> expected(Condition.Pattern pattern, Condition.Test.Number number) {
        if (IN_UNIT_OF_TEST.contains(number.property()) && pattern.type().name().equals("Result")) {
            Set<String> units =
                    tests(pattern).stream().map(TestDefinition::unit).collect(Collectors.toSet());
            return units.isEmpty()
                    ? Optional.empty()
                    : Optional.of(units.stream().sorted().map(Units::plain).collect(Collectors.joining(" and ")));
        }
        return Optional.ofNullable(BY_PROPERTY.get(number.property())).map(spellings -> spellings.get(0));
    }

    /** Whether a word of the comment is the unit of a comparison. */
    boolean names(Condition.Pattern pattern, Condition.Test.Number number, String word) {
        if (IN_UNIT_OF_TEST.contains(number.property()) && pattern.type().name().equals("Result")) {
            return tests(pattern).stream()
                    .allMatch(test -> vocabulary.unit(word).equals(test.unit()) || word.equals(plain(test.unit())));
        }
        return BY_PROPERTY.getOrDefault(number.property(), List.of()).contains(word);
    }

    List<TestDefinition> tests(Condition.Pattern pattern) {
        return pattern.names().stream()
                .flatMap(name -> vocabulary.test(name).stream())
                .toList();
    }

    /** A unit that is a remark in braces and nothing else, such as {score}, is written without them. */
    private static String plain(String unit) {
        return unit.matches("\\{[^{}]*}") ? unit.substring(1, unit.length() - 1) : unit;
    }
}
