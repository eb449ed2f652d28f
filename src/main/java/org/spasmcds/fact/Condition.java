package org.spasmcds.fact;

/** A diagnosis, an operation or another state on the patient's record. Its age counts from its date. */
public final class Condition extends Named {
    private final boolean stable;

    public Condition(String name, boolean present, double days, boolean stable) {
        super(name, present, days);
        this.stable = stable;
    }

    /** Recorded as known for at least four weeks, assessed and not worse. */
    public boolean isStable() {
        return stable;
    }
}
