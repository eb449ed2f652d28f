package org.spasmcds.authoring.impact;

import java.util.List;
import java.util.Set;

/**
 * A patient whose answer is another one.
 *
 * @param id the id in the document; empty when it has none
 * @param where file and line
 * @param before findings that NEW does not have in this form
 * @param after findings that OLD does not have in this form
 * @param both the most pressing finding that both have in the same form; empty or one
 * @param firstExplanation the best explanation in OLD and in NEW, where that changed; else empty
 * @param rules the rules that work otherwise
 * @param conditions the conditions that are responsible for the change
 * @param fallenBy the conditions that are responsible for the fall of the level; empty when it did not fall
 */
public record ChangedPatient(
        String id,
        String where,
        Shift shift,
        List<Found> before,
        List<Found> after,
        List<Found> both,
        List<String> firstExplanation,
        List<FiringDifference> rules,
        Set<String> conditions,
        Set<String> fallenBy) {
    /** Whether a finding that did not change sets the level in either version, so that a reader must see it. */
    public boolean bothHoldALevel() {
        return both.stream()
                .map(Found::level)
                .anyMatch(level -> level.equals(shift.from()) || level.equals(shift.to()));
    }
}
