package org.spasmcds.fact;

/**
 * A medicine under the name of its ingredient and, as a further fact each, under every class and group that it belongs to.
 * Its age counts from its start.
 */
public final class Medicine extends Named {
    private final boolean active;
    private final boolean stopped;
    private final double stoppedDays;
    private final double changedDays;
    private final double changedBeforeOnsetDays;
    private final double missedDays;
    private final double mgPerDay;
    private final String improvedAfterStopping;
    private final String recurredAfterRestart;

    public Medicine(
            String name,
            boolean present,
            double startedDays,
            boolean active,
            boolean stopped,
            double stoppedDays,
            double changedDays,
            double changedBeforeOnsetDays,
            double missedDays,
            double mgPerDay,
            String improvedAfterStopping,
            String recurredAfterRestart) {
        super(name, present, startedDays);
        this.active = active;
        this.stopped = stopped;
        this.stoppedDays = stoppedDays;
        this.changedDays = changedDays;
        this.changedBeforeOnsetDays = changedBeforeOnsetDays;
        this.missedDays = missedDays;
        this.mgPerDay = mgPerDay;
        this.improvedAfterStopping = improvedAfterStopping;
        this.recurredAfterRestart = recurredAfterRestart;
    }

    /** Taken on the day of the evaluation, or stopped within 14 days before it. */
    public boolean isActive() {
        return active;
    }

    /** Recorded as stopped, whenever that was. */
    public boolean isStopped() {
        return stopped;
    }

    /** Days since it was stopped; NaN when it was not or the date is not known. */
    public double getStoppedDays() {
        return stoppedDays;
    }

    /** Days since it was started or its dose was last raised, whichever is later; NaN when not known. */
    public double getChangedDays() {
        return changedDays;
    }

    /** Weeks since it was started or its dose was last raised, whichever is later; NaN when not known. */
    public double getChangedWeeks() {
        return exact(changedDays / 7);
    }

    /**
     * Weeks from the start or the last rise of the dose to the onset of the muscle complaint, negative when the complaint came
     * first; NaN when either date is not known.
     */
    public double getChangedBeforeOnsetWeeks() {
        return exact(changedBeforeOnsetDays / 7);
    }

    /** Days since the first of the doses that were missed in a row; NaN when none was or the date is not known. */
    public double getMissedDays() {
        return missedDays;
    }

    /** Recorded that doses were missed, with the date of the first. */
    public boolean isMissed() {
        return !Double.isNaN(missedDays);
    }

    /** Dose in milligrams a day; NaN when not known. */
    public double getMgPerDay() {
        return mgPerDay;
    }

    /** {@code yes} or {@code no}; empty when not known. */
    public String getImprovedAfterStopping() {
        return improvedAfterStopping;
    }

    /** {@code yes} or {@code no}; empty when not known. */
    public String getRecurredAfterRestart() {
        return recurredAfterRestart;
    }
}
