package org.spasmcds.fact;

/** A symptom the patient has, or a sign that an examination shows. Its age counts from its onset. */
public final class Symptom extends Named {
    private final boolean recent;
    private final boolean longStanding;
    private final boolean observed;
    private final String side;
    private final String site;
    private final String region;
    private final String trend;
    private final String sudden;
    private final double severity;
    private final double minutes;
    private final double perDay;

    public Symptom(
            String name,
            boolean present,
            double days,
            boolean recent,
            boolean longStanding,
            boolean observed,
            String side,
            String site,
            String region,
            String trend,
            String sudden,
            double severity,
            double minutes,
            double perDay) {
        super(name, present, days);
        this.recent = recent;
        this.longStanding = longStanding;
        this.observed = observed;
        this.side = side;
        this.site = site;
        this.region = region;
        this.trend = trend;
        this.sudden = sudden;
        this.severity = severity;
        this.minutes = minutes;
        this.perDay = perDay;
    }

    /** Recorded as new, or with an onset within 14 days. */
    public boolean isRecent() {
        return recent;
    }

    /** Recorded as long-standing, or with an onset more than 14 days ago and not recorded as new. */
    public boolean isLongStanding() {
        return longStanding;
    }

    /** Recorded by a clinician or measured, not only reported. */
    public boolean isObserved() {
        return observed;
    }

    /** {@code left}, {@code right} or {@code both}; empty when not known. */
    public String getSide() {
        return side;
    }

    /** The body site by its name in the vocabulary; empty when not known. */
    public String getSite() {
        return site;
    }

    /** {@code head-neck}, {@code trunk}, {@code arm} or {@code leg}; empty when not known. */
    public String getRegion() {
        return region;
    }

    /** {@code better}, {@code stable} or {@code worse}; empty when not known. */
    public String getTrend() {
        return trend;
    }

    /** Full strength within minutes to 24 hours: {@code yes} or {@code no}; empty when not known. */
    public String getSudden() {
        return sudden;
    }

    /** Severity from 0 to 10; NaN when not known. */
    public double getSeverity() {
        return severity;
    }

    /** Length of one episode in minutes; NaN when not known. */
    public double getMinutes() {
        return minutes;
    }

    /** Number of times a day; NaN when not known. */
    public double getPerDay() {
        return perDay;
    }
}
