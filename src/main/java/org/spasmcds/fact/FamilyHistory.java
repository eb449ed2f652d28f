package org.spasmcds.fact;

/** A condition in a blood relative. */
public final class FamilyHistory extends Named {
    public FamilyHistory(String name, boolean present) {
        super(name, present, Double.NaN);
    }
}
