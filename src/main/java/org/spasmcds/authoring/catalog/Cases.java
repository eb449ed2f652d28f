package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.authoring.Verdict;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;

/**
 * The cases of a condition, and what they exercise of its rules.
 *
 * @param patterns patterns of the rules
 * @param bothWays patterns that hold in one case and not in another
 * @param fired rules that fire in a case
 */
record Cases(List<Verdict> verdicts, int patterns, int bothWays, Set<String> fired) {
    private record Place(int line, int column) {}

    static Cases of(Ruleset ruleset, List<Rule> rules, List<Scenario> scenarios) {
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        List<Verdict> verdicts = new ArrayList<>();
        Map<Place, Condition.Pattern> patterns = new LinkedHashMap<>();
        rules.forEach(
                rule -> Conditions.patterns(rule).forEach(pattern -> patterns.putIfAbsent(place(pattern), pattern)));
        Set<Place> hold = new HashSet<>();
        Set<Place> fail = new HashSet<>();
        Set<String> fired = new HashSet<>();
        for (Scenario scenario : scenarios) {
            verdicts.add(runner.run(scenario));
            try {
                Interpreter interpreter =
                        new Interpreter(ruleset.facts(runner.patient(scenario), ScenarioRunner.EVALUATION)
                                .facts());
                rules.stream().filter(interpreter::fires).forEach(rule -> fired.add(rule.id()));
                patterns.forEach((place, pattern) -> (interpreter.matches(pattern) ? hold : fail).add(place));
            } catch (InvalidPatientException e) {
                // The verdict says so.
            }
        }
        hold.retainAll(fail);
        return new Cases(List.copyOf(verdicts), patterns.size(), hold.size(), Set.copyOf(fired));
    }

    private static Place place(Condition.Pattern pattern) {
        return new Place(pattern.line(), pattern.column());
    }

    long failed() {
        return verdicts.stream().filter(verdict -> !verdict.passed()).count();
    }
}
