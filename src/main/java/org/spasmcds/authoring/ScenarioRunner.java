package org.spasmcds.authoring;

import java.time.Instant;
import java.util.List;
import org.spasmcds.Assessment;
import org.spasmcds.Examination;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;

/** Runs cases against a rule set. */
public final class ScenarioRunner {
    /** The time of every case; cases speak of ages, so it can be any. */
    public static final Instant EVALUATION = Instant.parse("2026-01-15T12:00:00Z");

    private final Ruleset ruleset;

    public ScenarioRunner(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    public Patient patient(Scenario scenario) {
        return new GivenReader(ruleset).read(scenario.given());
    }

    public Verdict run(Scenario scenario) {
        try {
            return verdict(scenario, ruleset.examine(patient(scenario), EVALUATION));
        } catch (InvalidPatientException e) {
            return refused(scenario, e);
        }
    }

    /** The verdict on a case whose {@code given} cannot be read. */
    public static Verdict refused(Scenario scenario, InvalidPatientException refusal) {
        return new Verdict(scenario, List.of("given " + refusal.getMessage()), List.of());
    }

    /**
     * The verdict on a case whose patient was examined by the rule set of this runner, or by the one of which it is a variant.
     */
    public Verdict verdict(Scenario scenario, Examination examination) {
        Assessment assessment = ruleset.assess(examination);
        List<Departure> departures = Expectation.departures(scenario, assessment);
        if (departures.isEmpty()) {
            return new Verdict(scenario, List.of(), List.of());
        }
        Because because = new Because(ruleset, examination, assessment, scenario);
        return new Verdict(
                scenario,
                departures.stream().map(Departure::message).toList(),
                departures.stream()
                        .flatMap(departure -> because.lines(departure).stream())
                        .distinct()
                        .toList());
    }

    /** Whether an answer is all that a case expects, without the words for what it is not. */
    public static boolean meets(Scenario scenario, Assessment assessment) {
        return Expectation.departures(scenario, assessment).isEmpty();
    }
}
