package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.spasmcds.fact.Result;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.TestDefinition;

/** At which values of a result a rule would change sides that bears on the level. Whether the level then changes is for an assessment to say. */
final class Turning {
    private final Rulebook rulebook;
    private final Standing standing;

    Turning(Rulebook rulebook, Standing standing) {
        this.rulebook = rulebook;
        this.standing = standing;
    }

    /** The nearest such values first, each in the unit of the vocabulary. */
    List<Double> values(Result result, TestDefinition test) {
        List<Double> values = new ArrayList<>();
        double step = Math.pow(10, -test.decimals());
        double upperLimit = result.getValue() / result.getMultiple();
        for (Rule rule : deciding(new Subject.Value(test.name()))) {
            for (Condition.Pattern pattern : rulebook.patterns(rule)) {
                for (Condition.Test each : pattern.tests()) {
                    if (each instanceof Condition.Test.Number number
                            && pattern.names().contains(test.name())) {
                        switch (number.property()) {
                            case "value" -> add(values, number.operator(), number.value(), result.getValue(), step);
                            case "multiple" ->
                                add(values, number.operator(), number.value() * upperLimit, result.getValue(), step);
                            default -> {}
                        }
                    }
                }
                if (pattern.type().name().equals("Group")) {
                    pattern.names()
                            .forEach(group -> limits(group, test.name())
                                    .forEach(limit ->
                                            add(values, limit.operator(), limit.value(), result.getValue(), step)));
                }
            }
        }
        return values.stream()
                .map(value -> Math.round(value / step) * step)
                .filter(value -> value >= test.plausibleLow() && value <= test.plausibleHigh())
                .distinct()
                .sorted(Comparator.comparingDouble(value -> Math.abs(value - result.getValue())))
                .toList();
    }

    /** Rules that one answer decides alone and that bear on the level: those above it that do not fire, and those at it that do. */
    List<Rule> deciding(Subject subject) {
        Reach reach = Reach.of(List.of(subject), rulebook.vocabulary(), rulebook.wider());
        Outlook outlook = new Outlook(standing.now(), reach);
        List<Rule> deciding = new ArrayList<>();
        for (Rule rule : rulebook.asking(reach.names())) {
            boolean fires = standing.clauses().containsKey(rule);
            boolean bears = standing.level()
                    .map(level -> fires ? rule.level() == level : rule.level().compareTo(level) > 0)
                    .orElse(!fires);
            if (bears && !outlook.isSettled(rulebook.patterns(rule)) && outlook.truth(rule) == Truth.UNKNOWN) {
                deciding.add(rule);
            }
        }
        return deciding;
    }

    private List<Member.Limit> limits(String group, String test) {
        List<Member.Limit> limits = new ArrayList<>();
        for (Map.Entry<String, List<Member>> each :
                rulebook.vocabulary().groups().entrySet()) {
            if (each.getKey().equals(group)
                    || rulebook.wider().than(each.getKey()).contains(group)) {
                each.getValue().forEach(member -> {
                    if (member instanceof Member.Limit limit && limit.test().equals(test)) {
                        limits.add(limit);
                    }
                });
            }
        }
        return limits;
    }

    /** The value nearest to the present one for which the comparison comes out the other way. */
    private static void add(List<Double> values, String operator, double limit, double value, double step) {
        boolean below = value < limit;
        boolean at = value == limit;
        switch (operator) {
            case "<", ">=" -> values.add(below ? limit : Math.min(value, limit) == limit ? limit - step : limit);
            case "<=", ">" -> values.add(below || at ? limit + step : limit);
            default -> {}
        }
    }
}
