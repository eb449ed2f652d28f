package org.spasmcds.fact;

/** Who the patient is. Exactly one such fact stands in every evaluation. */
public final class Patient {
    private final double age;
    private final String sex;

    public Patient(double age, String sex) {
        this.age = age;
        this.sex = sex;
    }

    /** Age in years; NaN when not known. */
    public double getAge() {
        return age;
    }

    /** {@code female} or {@code male}; empty when not known. */
    public String getSex() {
        return sex;
    }
}
