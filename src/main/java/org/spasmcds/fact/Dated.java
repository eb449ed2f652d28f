package org.spasmcds.fact;

/** A fact that has an age: the time between its onset, start or measurement and the evaluation. */
public abstract class Dated {
    /** The mean Gregorian month: 365.2425 / 12 days. */
    private static final double DAYS_PER_MONTH = 30.436875;

    private final double days;

    Dated(double days) {
        this.days = days;
    }

    /** Age in days at the evaluation, NaN when not known. */
    public final double getDays() {
        return exact(days);
    }

    /** Age in hours at the evaluation, NaN when not known. */
    public final double getHours() {
        return exact(days * 24);
    }

    /** Age in weeks at the evaluation, NaN when not known. */
    public final double getWeeks() {
        return exact(days / 7);
    }

    /** Age in months of 30.44 days at the evaluation, NaN when not known. */
    public final double getMonths() {
        return exact(days / DAYS_PER_MONTH);
    }

    /** Seven hours are 7 hours and not 7.000000000000001, which a limit of 7 would refuse. */
    static double exact(double value) {
        return Double.isNaN(value) ? value : Math.round(value * 1e6) / 1e6;
    }
}
