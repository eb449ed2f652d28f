package org.spasmcds.authoring.check;

import java.util.Map;
import org.spasmcds.rule.Condition;

/** The numbers for which a comparison holds. */
record Interval(double low, boolean lowIn, double high, boolean highIn) {
    /** What a property measures, and how many units of that quantity one unit of the property is. */
    private record Quantity(String name, double scale) {}

    /** The mean Gregorian month, as facts count it. */
    private static final double DAYS_PER_MONTH = 30.436875;

    private static final Map<String, Quantity> QUANTITIES = Map.of(
            "hours", new Quantity("time", 1 / 24.0),
            "days", new Quantity("time", 1),
            "weeks", new Quantity("time", 7),
            "months", new Quantity("time", DAYS_PER_MONTH),
            "changedDays", new Quantity("changed", 1),
            "changedWeeks", new Quantity("changed", 7));

    static Interval of(Condition.Test.Number test) {
        double limit = test.value() * quantity(test).scale();
        return switch (test.operator()) {
            case "<" -> new Interval(Double.NEGATIVE_INFINITY, false, limit, false);
            case "<=" -> new Interval(Double.NEGATIVE_INFINITY, false, limit, true);
            case ">" -> new Interval(limit, false, Double.POSITIVE_INFINITY, false);
            case ">=" -> new Interval(limit, true, Double.POSITIVE_INFINITY, false);
            default -> new Interval(limit, true, limit, true);
        };
    }

    /** Whether two comparisons are about one quantity: hours and days since the onset are. */
    static boolean comparable(Condition.Test.Number one, Condition.Test.Number other) {
        return quantity(one).name().equals(quantity(other).name());
    }

    private static Quantity quantity(Condition.Test.Number test) {
        return QUANTITIES.getOrDefault(test.property(), new Quantity(test.property(), 1));
    }

    boolean meets(Interval other) {
        return !below(other) && !other.below(this);
    }

    private boolean below(Interval other) {
        return high < other.low || (high == other.low && !(highIn && other.lowIn));
    }

    boolean within(Interval other) {
        boolean low = this.low > other.low || (this.low == other.low && (other.lowIn || !lowIn));
        boolean high = this.high < other.high || (this.high == other.high && (other.highIn || !highIn));
        return low && high;
    }
}
