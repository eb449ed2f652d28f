package org.spasmcds.authoring.impact;

/**
 * A line of the difference between two texts.
 *
 * @param number where it stands: in OLD for a removed line, else in NEW; 0 for lines that are left out
 */
public record Line(Change change, int number, String text) {
    /** What happened to a line. */
    public enum Change {
        SAME(" "),
        REMOVED("-"),
        ADDED("+"),
        /** Stands for same lines that are left out. */
        LEFT_OUT("");

        private final String mark;

        Change(String mark) {
            this.mark = mark;
        }
    }

    /** As in a unified diff. */
    public String mark() {
        return change.mark;
    }

    public boolean differs() {
        return change == Change.REMOVED || change == Change.ADDED;
    }
}
