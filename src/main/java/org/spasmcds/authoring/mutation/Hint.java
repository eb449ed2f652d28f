package org.spasmcds.authoring.mutation;

import java.util.Locale;
import java.util.stream.Stream;
import org.spasmcds.intake.Numbers;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Condition.Test;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Vocabulary;

/** Says which case would notice a mutant. */
final class Hint {
    private final Vocabulary vocabulary;

    Hint(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** For a number that is another one or is compared otherwise: a value of which the two say different things. */
    String number(Rule rule, Condition.Pattern pattern, Test.Number before, Test.Number after) {
        double witness = witness(before, after);
        return "a case with " + what(pattern, before.property(), witness) + " (" + Wording.of(before) + " "
                + (before.holds(witness) ? "holds" : "fails") + ") and all else of " + rule.id();
    }

    private static double witness(Test.Number before, Test.Number after) {
        return Stream.of(before.value(), after.value())
                .filter(value -> before.holds(value) != after.holds(value))
                .findFirst()
                .orElse(before.value());
    }

    String flag(Rule rule, Condition.Pattern pattern, Test.Flag flag) {
        return "a case in which " + rule.id() + " holds and expects so, and one in which all else of it holds and "
                + Wording.about(pattern) + " is " + (flag.wanted() ? "not " : "") + words(flag.property());
    }

    String comparison(Rule rule, Condition.Pattern pattern, Test test) {
        return "a case in which all else of " + rule.id() + " holds and for " + Wording.about(pattern) + " only \""
                + Wording.of(test) + "\" fails";
    }

    String conjunct(Rule rule, Condition lost) {
        return lost instanceof Condition.Not not
                ? "a case in which all else of " + rule.id() + " holds, and so does: " + Wording.of(not.part())
                : "a case in which all of " + rule.id() + " holds but: " + Wording.of(lost);
    }

    String alternative(Rule rule, Condition lost) {
        return "a case in which " + rule.id() + " holds by no other of the alternatives than: " + Wording.of(lost);
    }

    String rule(Rule rule) {
        return "a case that expects fires: " + rule.id();
    }

    String level(Rule rule) {
        return "a case that expects " + rule.level() + " where " + rule.id() + " is the gravest of its file that holds";
    }

    String name(Rule rule, String name) {
        return "a case in which " + rule.id() + " holds by " + name + " alone";
    }

    String limit(String group, String test, double value) {
        return "a case with " + vocabulary.display(test) + " " + Numbers.plain(value) + unit(test)
                + " on which a finding depends through the group " + group;
    }

    private String what(Condition.Pattern pattern, String property, double value) {
        String number = Numbers.plain(value);
        String name = pattern.names().isEmpty()
                ? pattern.type().name().toLowerCase(Locale.ROOT)
                : vocabulary.display(pattern.names().get(0));
        return switch (property) {
            case "value" -> name + " " + number + unit(pattern.names().get(0));
            case "multiple" -> name + " at " + number + " times the upper limit";
            case "age" -> "age " + number;
            case "hours", "days", "weeks", "months" -> name + " " + number + " " + property + " ago";
            case "severity" -> name + " of severity " + number + "/10";
            case "minutes", "episodeMinutes" -> name + " that lasts " + number + " minutes";
            case "perDay" -> name + " " + number + " times a day";
            case "perWeek" -> name + " " + number + " times a week";
            case "present", "acute" -> number + " of the group " + name;
            case "changedDays" -> name + " started or raised " + number + " days ago";
            case "changedWeeks" -> name + " started or raised " + number + " weeks ago";
            case "changedBeforeOnsetWeeks" -> name + " started or raised " + number + " weeks before the complaint";
            case "stoppedDays" -> name + " stopped " + number + " days ago";
            case "missedDays" -> name + " missed for " + number + " days";
            case "mgPerDay" -> name + " " + number + " mg/day";
            case "lastedDays" -> name + " that lasted " + number + " days";
            default -> name + " with " + words(property) + " " + number;
        };
    }

    private String unit(String test) {
        return vocabulary
                .test(test)
                .map(TestDefinition::unit)
                .filter(unit -> !unit.equals("1") && !unit.startsWith("{"))
                .map(unit -> " " + unit)
                .orElse("");
    }

    private static String words(String property) {
        return property.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
