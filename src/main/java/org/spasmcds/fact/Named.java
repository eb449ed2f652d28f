package org.spasmcds.fact;

/** A fact under a name of the vocabulary that is either known present or known absent. What is unknown has no fact. */
public abstract class Named extends Dated {
    private final String name;
    private final boolean present;

    Named(String name, boolean present, double days) {
        super(days);
        this.name = name;
        this.present = present;
    }

    /** The name in the vocabulary. */
    public final String getName() {
        return name;
    }

    /** Known to be present. */
    public final boolean isPresent() {
        return present;
    }

    /** Known to be absent: asked and denied, or not on a list that is complete. */
    public final boolean isAbsent() {
        return !present;
    }
}
