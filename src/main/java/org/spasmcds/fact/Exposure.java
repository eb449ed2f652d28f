package org.spasmcds.fact;

/** Something the patient met, did or ate: an exposure, an activity or a diet. Its age counts from when it ended or happened. */
public final class Exposure extends Named {
    private final double lastedDays;

    public Exposure(String name, boolean present, double days, double lastedDays) {
        super(name, present, days);
        this.lastedDays = lastedDays;
    }

    /** How long it has lasted or did last, in days; NaN when not known. */
    public double getLastedDays() {
        return lastedDays;
    }
}
