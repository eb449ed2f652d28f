package org.spasmcds.authoring.analysis;

import java.util.Optional;

/** A stretch of numbers; each end belongs to it or not. */
record Range(double low, boolean lowIn, double high, boolean highIn) {
    static final Range ALL = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    static Range of(String operator, double value) {
        return switch (operator) {
            case "<" -> new Range(ALL.low, false, value, false);
            case "<=" -> new Range(ALL.low, false, value, true);
            case ">" -> new Range(value, false, ALL.high, false);
            case ">=" -> new Range(value, true, ALL.high, false);
            default -> closed(value, value);
        };
    }

    static Range closed(double low, double high) {
        return new Range(low, true, high, true);
    }

    boolean isEmpty() {
        return low > high || (low == high && !(lowIn && highIn));
    }

    boolean contains(double value) {
        return (lowIn ? value >= low : value > low) && (highIn ? value <= high : value < high);
    }

    Range and(Range other) {
        Range lower = isAboveStart(other) ? this : other;
        Range upper = isBelowEnd(other) ? this : other;
        return new Range(lower.low, lower.lowIn, upper.high, upper.highIn);
    }

    boolean within(Range other) {
        return isEmpty() || (isAboveStart(other) && isBelowEnd(other));
    }

    private boolean isAboveStart(Range other) {
        return low > other.low || (low == other.low && (other.lowIn || !lowIn));
    }

    private boolean isBelowEnd(Range other) {
        return high < other.high || (high == other.high && (other.highIn || !highIn));
    }

    /** What lies below the stretch. */
    Range below() {
        return new Range(ALL.low, false, low, !lowIn);
    }

    /** What lies above the stretch. */
    Range above() {
        return new Range(high, !highIn, ALL.high, false);
    }

    /** What is left without the other; nothing where two pieces would be. */
    Optional<Range> without(Range other) {
        Range left = and(other.below());
        Range right = and(other.above());
        if (!left.isEmpty() && !right.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(left.isEmpty() ? right : left);
    }
}
