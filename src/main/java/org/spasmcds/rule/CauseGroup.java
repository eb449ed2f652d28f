package org.spasmcds.rule;

import java.util.Arrays;
import java.util.Optional;

/** The cause groups of a rule: the ten causes in their order, and what stands outside them. */
public enum CauseGroup {
    DEHYDRATION("dehydration"),
    ELECTROLYTE_IMBALANCE("electrolyte-imbalance"),
    NUTRITIONAL_DEFICIENCY("nutritional-deficiency"),
    OVEREXERTION("overexertion"),
    NERVE_COMPRESSION_OR_INJURY("nerve-compression-or-injury"),
    CHRONIC_CONDITION("chronic-condition"),
    ELECTROLYTE_DISORDER("electrolyte-disorder"),
    MEDICATION("medication"),
    NERVOUS_SYSTEM_DISORDER("nervous-system-disorder"),
    METABOLIC_DISORDER("metabolic-disorder"),
    /** Dangerous, whatever the cause. */
    RED_FLAG("red-flag"),
    /** Says how soon, not why. */
    GENERAL("general"),
    /** Pregnancy, children, a passing virus. */
    SPECIAL_POPULATION("special-population"),
    /** A named condition that is none of the ten causes. */
    NONE("none");

    private final String label;

    CauseGroup(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Optional<CauseGroup> of(String label) {
        return Arrays.stream(values())
                .filter(group -> group.label.equals(label))
                .findFirst();
    }
}
