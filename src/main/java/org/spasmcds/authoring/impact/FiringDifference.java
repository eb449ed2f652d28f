package org.spasmcds.authoring.impact;

import java.util.List;

/**
 * A rule that works otherwise for one patient.
 *
 * @param how what is different
 * @param facts the facts that matched, with value, unit and age
 */
public record FiringDifference(String rule, How how, List<String> facts) {
    /** What is different about a rule for a patient. */
    public enum How {
        OLD_ONLY("fires in OLD only"),
        NEW_ONLY("fires in NEW only"),
        EDITED("fires in both, edited"),
        GRADED("fires in both, counts otherwise");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
