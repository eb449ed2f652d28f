package org.spasmcds.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** What sort of thing a name of the vocabulary stands for. */
public enum Kind {
    SYMPTOM("symptom"),
    SIGN("sign"),
    CONDITION("condition"),
    MEDICINE("medicine"),
    MEDICINE_CLASS("medicine-class"),
    EXPOSURE("exposure"),
    ACTIVITY("activity"),
    DIET("diet"),
    ANALYTE("analyte"),
    VITAL("vital"),
    SITE("site");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<Kind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
