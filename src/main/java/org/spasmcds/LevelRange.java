package org.spasmcds;

import java.util.Optional;

/**
 * Between which levels the answer stays, whatever is answered to certain questions.
 *
 * @param lowest empty when it can come to no finding at all
 * @param highest empty when no finding can come up
 */
public record LevelRange(Optional<Level> lowest, Optional<Level> highest) {

    /** Whether the answers cannot change the level any more. */
    public boolean isClosed() {
        return lowest.equals(highest);
    }

    public boolean contains(Optional<Level> level) {
        return rank(lowest) <= rank(level) && rank(level) <= rank(highest);
    }

    /** Whether every level of another range is in this one. */
    public boolean contains(LevelRange other) {
        return contains(other.lowest) && contains(other.highest);
    }

    private static int rank(Optional<Level> level) {
        return level.map(Level::ordinal).orElse(-1);
    }
}
