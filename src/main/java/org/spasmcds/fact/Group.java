package org.spasmcds.fact;

/** How many members of a group of the vocabulary are known present, known absent and unknown. */
public final class Group {
    private final String name;
    private final int present;
    private final int acute;
    private final int absent;
    private final int unknown;

    public Group(String name, int present, int acute, int absent, int unknown) {
        this.name = name;
        this.present = present;
        this.acute = acute;
        this.absent = absent;
        this.unknown = unknown;
    }

    public String getName() {
        return name;
    }

    /** Members known present. */
    public double getPresent() {
        return present;
    }

    /** Members known present and not recorded as long-standing. */
    public double getAcute() {
        return acute;
    }

    /** Members known absent. */
    public double getAbsent() {
        return absent;
    }

    /** Members of which nothing is known. */
    public double getUnknown() {
        return unknown;
    }

    /** At least one member is known present. */
    public boolean isAny() {
        return present > 0;
    }
}
