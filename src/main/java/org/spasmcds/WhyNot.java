package org.spasmcds;

import java.util.List;
import java.util.Optional;

/**
 * Why a rule did not fire for a patient, or why it does not count although it did.
 *
 * @param rule the id of the rule
 * @param finding the id of the condition that it belongs to, which would be found
 * @param level the level that the rule gives by itself
 * @param fired whether all that must hold does, and nothing that must not hold is known to
 * @param counts the level that it gives in the assessment; empty when it does not count
 * @param setback what keeps a rule that fired from counting, or from counting at its own level; empty where nothing does
 * @param conditions every condition of the rule, those that it takes over first
 * @param smallestChange the fewest facts that would make it fire; empty when it fired
 */
public record WhyNot(
        String rule,
        String finding,
        Level level,
        boolean fired,
        Optional<Level> counts,
        String setback,
        List<Condition> conditions,
        List<Change> smallestChange,
        String file,
        int line,
        int version) {

    /** What is known of a condition. */
    public enum State {
        /** It is met: what is asked for is there, or what must not be there is known not to be. */
        HELD,
        /** What must not be there is not known, which does not keep the rule from firing. */
        ASSUMED,
        /** It is known not to be met. */
        NOT_HELD,
        /** It cannot be said, and so it is not met. */
        UNKNOWN
    }

    /**
     * A condition of the rule.
     *
     * @param asks what it asks, in words: {@code potassium below 2.5 mmol/L}
     * @param sentence what the patient's facts say to it: {@code potassium 2.9 mmol/L, now, is not below 2.5 mmol/L}
     * @param facts these facts, traced to what was given; empty when nothing is known
     * @param line where it stands in the file of the rule
     */
    public record Condition(State state, String asks, String sentence, List<Fact> facts, int line) {}

    /**
     * A fact that would have to be otherwise.
     *
     * @param sentence what it would have to be, and what it is: {@code potassium below 2.5 mmol/L (now 2.9)}
     * @param names the names of the vocabulary of which any one would do; {@code age} or {@code sex} for the person
     * @param now the facts as they are; empty when nothing is known
     */
    public record Change(String sentence, List<String> names, List<Fact> now) {}
}
