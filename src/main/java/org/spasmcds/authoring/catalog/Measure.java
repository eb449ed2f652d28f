package org.spasmcds.authoring.catalog;

import java.util.Locale;
import java.util.Map;
import org.spasmcds.rule.Condition;
import org.spasmcds.vocabulary.Units;
import org.spasmcds.vocabulary.Vocabulary;

/** What a number of a rule is a number of. */
final class Measure {
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("hours", "hours"),
            Map.entry("days", "days"),
            Map.entry("weeks", "weeks"),
            Map.entry("months", "months"),
            Map.entry("age", "years"),
            Map.entry("multiple", "× upper limit"),
            Map.entry("severity", "of 10"),
            Map.entry("minutes", "minutes"),
            Map.entry("episodeMinutes", "minutes"),
            Map.entry("lastedDays", "days"),
            Map.entry("stoppedDays", "days"),
            Map.entry("changedDays", "days"),
            Map.entry("missedDays", "days"),
            Map.entry("changedWeeks", "weeks"),
            Map.entry("changedBeforeOnsetWeeks", "weeks"),
            Map.entry("perDay", "a day"),
            Map.entry("perWeek", "a week"),
            Map.entry("disturbedNightsPerWeek", "nights a week"),
            Map.entry("mgPerDay", "mg a day"),
            Map.entry("present", "members"),
            Map.entry("acute", "members"),
            Map.entry("absent", "members"),
            Map.entry("unknown", "members"));

    private static final Map<String, String> SIGNS = Map.of("<", "<", "<=", "≤", ">", ">", ">=", "≥", "==", "=");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("hours", "time since"),
            Map.entry("days", "time since"),
            Map.entry("weeks", "time since"),
            Map.entry("months", "time since"),
            Map.entry("multiple", "times the upper limit"),
            Map.entry("minutes", "length"),
            Map.entry("episodeMinutes", "length of an episode"),
            Map.entry("lastedDays", "how long"),
            Map.entry("stoppedDays", "time since stopped"),
            Map.entry("changedDays", "time since start or rise"),
            Map.entry("changedWeeks", "time since start or rise"),
            Map.entry("changedBeforeOnsetWeeks", "from start or rise to the complaint"),
            Map.entry("missedDays", "time since missed"),
            Map.entry("perDay", "how often"),
            Map.entry("perWeek", "how often"),
            Map.entry("disturbedNightsPerWeek", "disturbed nights"),
            Map.entry("mgPerDay", "daily dose"),
            Map.entry("fallIn48Hours", "fall within 48 hours"),
            Map.entry("riseIn12Hours", "rise within 12 hours"),
            Map.entry("riseSincePrior", "change since the result before"),
            Map.entry("present", "how many present"),
            Map.entry("acute", "how many not long-standing"));

    private Measure() {}

    /** The unit of a number as a reader writes it. */
    static String unit(Condition.Pattern pattern, Condition.Test.Number number, Vocabulary vocabulary) {
        String unit = UNITS.get(number.property());
        if (unit != null) {
            return unit;
        }
        return pattern.names().stream()
                .flatMap(name -> vocabulary.test(name).stream())
                .map(test -> Units.written(test.unit()))
                .findFirst()
                .orElse("");
    }

    static String sign(String operator) {
        return SIGNS.getOrDefault(operator, operator);
    }

    /** A property as a reader says it. */
    static String words(String property) {
        return WORDS.getOrDefault(
                property, property.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
    }
}
