package org.spasmcds.authoring.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Examination;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.authoring.Verdict;
import org.spasmcds.fact.Result;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Interpreter;

/**
 * A case in memory, with its patient as examined.
 *
 * @param examiner the rule set that examined the patient
 * @param examination empty when the patient was refused
 */
record Held(Scenario scenario, Ruleset examiner, Optional<Examination> examination, Verdict verdict) {
    /**
     * Runs a case.
     *
     * @param examiner examines the patient
     * @param rules the same, or a variant of it
     */
    static Held run(Scenario scenario, Ruleset examiner, Ruleset rules) {
        try {
            Examination examination =
                    examiner.examine(new ScenarioRunner(examiner).patient(scenario), ScenarioRunner.EVALUATION);
            return new Held(
                    scenario,
                    examiner,
                    Optional.of(examination),
                    new ScenarioRunner(rules).verdict(scenario, examination));
        } catch (InvalidPatientException e) {
            return new Held(scenario, examiner, Optional.empty(), ScenarioRunner.refused(scenario, e));
        }
    }

    /** The case under other rules, and possibly with other expectations. The patient is examined anew only where need be. */
    Held rerun(Scenario now, Ruleset base, Ruleset rules) {
        boolean samePatient = now.given().equals(scenario.given());
        if (!samePatient || examiner != base || examination.isEmpty()) {
            return run(now, base, rules);
        }
        return new Held(now, base, examination, new ScenarioRunner(rules).verdict(now, examination.get()));
    }

    /** Whether one of the changed rules fires for the patient, or is decided otherwise than before. */
    boolean isTouched(List<Change> changes) {
        if (examination.isEmpty()) {
            return false;
        }
        Interpreter interpreter = examination.get().interpreter().fresh();
        Optional<Interpreter> stale = stale(examination.get().facts());
        return changes.stream()
                .anyMatch(change -> change.matters(interpreter)
                        || stale.filter(change::matters).isPresent());
    }

    /** The facts with values too old to count in place of the current ones: they can still ask for a repeat. */
    private static Optional<Interpreter> stale(FactSheet sheet) {
        if (sheet.staleFacts().isEmpty()) {
            return Optional.empty();
        }
        Set<String> tests = new LinkedHashSet<>();
        sheet.staleFacts().forEach(fact -> tests.add(((Result) fact).getTest()));
        List<Object> facts = new ArrayList<>(sheet.facts());
        facts.removeIf(fact -> fact instanceof Result result && tests.contains(result.getTest()));
        facts.addAll(sheet.staleFacts());
        return Optional.of(new Interpreter(facts));
    }
}
