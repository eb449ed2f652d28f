package org.spasmcds.fact;

/**
 * The latest result of a laboratory test, a vital sign, an ECG interval or a score, in the unit of the vocabulary. Its age counts
 * from the time of the measurement.
 */
public final class Result extends Dated {
    /** Where a value stands among the limits and the earlier values of the same test; NaN when not known. */
    public record Context(
            boolean low,
            boolean normal,
            boolean high,
            boolean withinOwnRange,
            double multiple,
            double fallIn48Hours,
            double riseIn12Hours,
            double riseSincePrior,
            boolean hemolyzed,
            String basis) {}

    private final String test;
    private final double value;
    private final boolean current;
    private final Context context;

    public Result(String test, double value, double days, boolean current, Context context) {
        super(days);
        this.test = test;
        this.value = value;
        this.current = current;
        this.context = context;
    }

    public String getTest() {
        return test;
    }

    /** The value in the unit of the vocabulary; NaN when it was reported as a word only. */
    public double getValue() {
        return value;
    }

    /** Young enough to count, see {@code window_hours} in the vocabulary. */
    public boolean isCurrent() {
        return current;
    }

    /** Below the lower limit: the laboratory's own, else that of the vocabulary. */
    public boolean isLow() {
        return context.low();
    }

    /** Between the limits, or reported as normal. */
    public boolean isNormal() {
        return context.normal();
    }

    /** Above the upper limit: the laboratory's own, else that of the vocabulary. */
    public boolean isHigh() {
        return context.high();
    }

    /** The laboratory gave a reference range of its own, and the value lies inside it. */
    public boolean isWithinOwnRange() {
        return context.withinOwnRange();
    }

    /** The value divided by the upper limit: the laboratory's own, else that of the vocabulary. */
    public double getMultiple() {
        return context.multiple();
    }

    /** How far the value fell from the highest of the 48 hours before it. */
    public double getFallIn48Hours() {
        return context.fallIn48Hours();
    }

    /** How far the value rose from the lowest of the 12 hours before it. */
    public double getRiseIn12Hours() {
        return context.riseIn12Hours();
    }

    /** How far the value lies above the result before it; negative when it fell. */
    public double getRiseSincePrior() {
        return context.riseSincePrior();
    }

    /** The sample is flagged as hemolyzed. */
    public boolean isHemolyzed() {
        return context.hemolyzed();
    }

    /** What a derived value rests on: {@code measured}, {@code computed} or {@code unadjusted}. */
    public String getBasis() {
        return context.basis();
    }
}
