package org.spasmcds.authoring.testing;

import java.util.Optional;
import java.util.Set;

/** Hears which files of a rule folder an author saves. */
public interface Edits {
    /**
     * Waits for the next edit.
     *
     * @param patient whether to wait for as long as it takes; else it answers at once
     * @return the paths in the folder that were written, renamed or removed, none when nothing was; empty when there will be no more
     */
    Optional<Set<String>> next(boolean patient);
}
