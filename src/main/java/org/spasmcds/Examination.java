package org.spasmcds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;

/** The facts of one patient at one time, as a rule set read them, and what fired. For tools that look at rules one by one. */
public final class Examination {
    private final Ruleset ruleset;
    private final Instant evaluation;
    private final FactSheet facts;
    private final Interpreter interpreter;
    private final Map<Rule, List<Set<Object>>> fired;
    private final Map<Rule, List<Set<Object>>> firedWithStale;

    Examination(
            Ruleset ruleset,
            Instant evaluation,
            FactSheet facts,
            Interpreter interpreter,
            Map<Rule, List<Set<Object>>> fired,
            Map<Rule, List<Set<Object>>> firedWithStale) {
        this.ruleset = ruleset;
        this.evaluation = evaluation;
        this.facts = facts;
        this.interpreter = interpreter;
        this.fired = fired;
        this.firedWithStale = firedWithStale;
    }

    /** The rule set that examined the patient. */
    public Ruleset ruleset() {
        return ruleset;
    }

    public Instant evaluation() {
        return evaluation;
    }

    /** The facts as the rules see them. */
    public FactSheet facts() {
        return facts;
    }

    /** Reads single conditions in three values. Not safe to share between threads. */
    public Interpreter interpreter() {
        return interpreter;
    }

    /** The rules that fired, each with the sets of facts that matched together. */
    public Map<Rule, List<Set<Object>>> fired() {
        return fired;
    }

    /** What fires when values too old to count are taken for current. */
    public Map<Rule, List<Set<Object>>> firedWithStale() {
        return firedWithStale;
    }
}
