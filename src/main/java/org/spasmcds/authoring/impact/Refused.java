package org.spasmcds.authoring.impact;

/**
 * A document that a version cannot read; the patient is compared with nothing.
 *
 * @param side OLD, NEW or BOTH
 * @param where file and line
 */
public record Refused(String where, Side side, String message) {
    /** Which version refused. */
    public enum Side {
        OLD("OLD"),
        NEW("NEW"),
        BOTH("both");

        private final String words;

        Side(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
