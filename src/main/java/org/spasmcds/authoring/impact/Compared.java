package org.spasmcds.authoring.impact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Level;

/**
 * One document after both versions have answered.
 *
 * @param shift the level before and after; empty when a version refused the document
 * @param change empty when the answers are alike
 * @param firedBefore the edited rules that fired in OLD
 * @param firedAfter the edited rules that fired in NEW
 */
record Compared(
        Optional<Shift> shift,
        Optional<ChangedPatient> change,
        List<Refused> refused,
        Set<String> firedBefore,
        Set<String> firedAfter) {
    /** The same answer from both versions, in which no edited rule plays a part. */
    static Compared alike(Optional<Level> level) {
        return new Compared(Optional.of(Shift.of(level, level)), Optional.empty(), List.of(), Set.of(), Set.of());
    }

    static Compared refused(List<Refused> refused) {
        return new Compared(Optional.empty(), Optional.empty(), refused, Set.of(), Set.of());
    }
}
