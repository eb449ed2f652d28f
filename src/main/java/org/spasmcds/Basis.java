package org.spasmcds;

import java.util.List;

/**
 * An assessment with its basis: what could not be ruled out, how far the level could still move, and what to ask next.
 *
 * @param why for every reason of every finding the conditions that carried it, with their facts
 * @param range the levels that the answers to the listed questions leave possible
 * @param cannotRuleOut the conditions to which something specific points and that nothing known contradicts, the gravest first
 * @param questions what to ask or measure next, the most useful first
 * @param notAsked how many further conditions of a higher level are open but not asked about, because nothing points to them
 * @param whatIf the nearest changes of one fact at which the level changes
 */
public record Basis(
        Assessment assessment,
        List<Why> why,
        LevelRange range,
        List<OpenCondition> cannotRuleOut,
        List<Question> questions,
        int notAsked,
        List<Turn> whatIf) {

    /** Whether so little is known that there is neither a finding nor a question, which must not read as reassurance. */
    public boolean nothingPoints() {
        return assessment.level().isEmpty() && questions.isEmpty() && notAsked > 0;
    }

    /**
     * A condition that is partly met.
     *
     * @param id the id of the condition
     * @param title the condition as a reader sees it
     * @param level the level that it would have
     * @param pointing the facts that point to it; empty where only the complaint itself does
     * @param missing what is not known and would decide it
     */
    public record OpenCondition(String id, String title, Level level, List<String> pointing, List<String> missing) {}

    /**
     * A change of one fact at which the level changes.
     *
     * @param fact where the fact stands in the caller's document, for example {@code results[0]}
     * @param change the change as a sentence: {@code potassium falls to 2.4 mmol/L}
     * @param from the level now
     * @param to the level then; empty for no finding
     */
    public record Turn(String fact, String change, java.util.Optional<Level> from, java.util.Optional<Level> to) {}
}
