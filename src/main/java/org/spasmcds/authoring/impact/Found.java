package org.spasmcds.authoring.impact;

import java.util.List;

/**
 * A finding as far as it is compared.
 *
 * @param rules the rules that are its reasons, in alphabetical order
 */
public record Found(String condition, String certainty, String level, List<String> rules) {
    /** Whether the other is the same condition with the same level and certainty. */
    public boolean isGradedLike(Found other) {
        return condition.equals(other.condition) && certainty.equals(other.certainty) && level.equals(other.level);
    }
}
