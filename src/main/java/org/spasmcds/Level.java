package org.spasmcds;

/** How soon a finding asks for care, lowest first. */
public enum Level {
    /** Self-care is reasonable. */
    SELF_CARE("Self-care is reasonable."),
    /** Mention at the next planned visit. */
    ROUTINE("Mention it at the next planned visit; if none is planned within about 6 weeks, book a routine one."),
    /** See a clinician within days. */
    SOON("Book an appointment within days, at most 2 weeks."),
    /** See a clinician the same day. */
    URGENT("Be assessed by a clinician the same day."),
    /** Emergency care now. */
    EMERGENCY("Call emergency services or go to an emergency department now.");

    private final String meaning;

    Level(String meaning) {
        this.meaning = meaning;
    }

    /** The level as a sentence to the reader. */
    public String meaning() {
        return meaning;
    }

    /** Whether this level asks for care at least as soon as {@code other}. */
    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
