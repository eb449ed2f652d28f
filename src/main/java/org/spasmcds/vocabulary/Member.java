package org.spasmcds.vocabulary;

/** A member of a group. */
public sealed interface Member {
    /** A name of the vocabulary, or another group, which then counts once. */
    record Named(String name) implements Member {}

    /**
     * A result beyond a limit.
     *
     * @param windowHours how old the result may be to count
     */
    record Limit(String test, String operator, double value, String unit, double windowHours) implements Member {
        public boolean holds(double measured) {
            return switch (operator) {
                case "<" -> measured < value;
                case "<=" -> measured <= value;
                case ">" -> measured > value;
                default -> measured >= value;
            };
        }
    }
}
