package org.spasmcds.authoring.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spasmcds.Assessment;
import org.spasmcds.Examination;
import org.spasmcds.Finding;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;

/**
 * A case with all that can be found out about it once and used for many mutants. Safe for several threads: what is remembered is built
 * under the lock of the case, and an interpreter, which remembers what it is asked, is never shared outside of it.
 */
final class Case {
    private final Ruleset ruleset;
    private final Scenario scenario;
    private Optional<Patient> patient;
    private FactSheet sheet;
    private Interpreter reader;
    private Optional<Interpreter> staleReader;
    private Examination examination;
    private Assessment answer;
    private Boolean passes;

    /** What a change does to the answer. */
    enum Effect {
        NONE,
        /** The answer is another one, and what the case expects stays the same. */
        MISSED,
        NOTICED
    }

    Case(Ruleset ruleset, Scenario scenario) {
        this.ruleset = ruleset;
        this.scenario = scenario;
    }

    Scenario scenario() {
        return scenario;
    }

    /** Whether there is a patient in it. */
    synchronized boolean isReadable() {
        if (patient == null) {
            try {
                patient = Optional.of(new ScenarioRunner(ruleset).patient(scenario));
            } catch (InvalidPatientException e) {
                patient = Optional.empty();
            }
        }
        return patient.isPresent();
    }

    private Patient patient() {
        isReadable();
        return patient.orElseThrow();
    }

    /** The facts; without the firing of the rules, which takes far longer. */
    synchronized FactSheet sheet() {
        if (sheet == null) {
            sheet = ruleset.facts(patient(), ScenarioRunner.EVALUATION);
        }
        return sheet;
    }

    /** A reader of the facts that remembers nothing. */
    synchronized Interpreter reader() {
        if (reader == null) {
            reader = new Interpreter(sheet().facts());
        }
        return reader.fresh();
    }

    /** A reader of the facts as if stale values were current; empty where there are none. */
    synchronized Optional<Interpreter> staleReader() {
        if (staleReader == null) {
            staleReader = sheet().staleFacts().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Interpreter(sheet().factsWithStale()));
        }
        return staleReader.map(Interpreter::fresh);
    }

    private Examination examination() {
        if (examination == null) {
            examination = ruleset.examine(patient(), ScenarioRunner.EVALUATION);
            sheet = examination.facts();
        }
        return examination;
    }

    /** Whether the case passes on the rules as they are. One that fails cannot notice anything. */
    synchronized boolean passes() {
        if (passes == null) {
            passes = isReadable() && ScenarioRunner.meets(scenario, answer());
        }
        return passes;
    }

    private Assessment answer() {
        if (answer == null) {
            answer = ruleset.assess(examination());
        }
        return answer;
    }

    /** What comes of the case with a change, for a case that passes without it. */
    synchronized Effect effect(Change change, Ruleset variant) {
        Assessment other = change instanceof Change.Rules
                ? variant.assess(examination())
                : variant.assess(new ScenarioRunner(variant).patient(scenario), ScenarioRunner.EVALUATION);
        if (!ScenarioRunner.meets(scenario, other)) {
            return Effect.NOTICED;
        }
        return said(answer()).equals(said(other)) ? Effect.NONE : Effect.MISSED;
    }

    /** What an answer says of its findings and a case could expect. */
    private static List<Object> said(Assessment assessment) {
        List<Object> said = new ArrayList<>();
        for (Finding finding : assessment.findings()) {
            said.add(List.of(finding.id(), finding.level(), finding.certainty()));
            finding.reasons().forEach(reason -> said.add(List.of(reason.rule(), reason.level())));
        }
        assessment.explanations().forEach(finding -> said.add(finding.id()));
        return said;
    }

    /** Whether a rule of those under test fires, on the facts or on stale ones. */
    synchronized boolean fires(Rule rule) {
        if (examination != null) {
            return examination.fired().containsKey(rule)
                    || examination.firedWithStale().containsKey(rule);
        }
        return fires(rule, reader(), staleReader());
    }

    static boolean fires(Rule rule, Interpreter reader, Optional<Interpreter> staleReader) {
        return reader.fires(rule)
                || staleReader.filter(stale -> stale.fires(rule)).isPresent();
    }
}
