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
        return days;
    }

    /** Age in hours at the evaluation, NaN when not known. */
    public final double getHours() {
        return days * 24;
    }

    /** Age in weeks at the evaluation, NaN when not known. */
    public final double getWeeks() {
        return days / 7;
    }

    /** Age in months of 30.44 days at the evaluation, NaN when not known. */
    public final double getMonths() {
        return days / DAYS_PER_MONTH;
    }
}
