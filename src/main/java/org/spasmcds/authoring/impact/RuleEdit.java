package org.spasmcds.authoring.impact;

/** What became of a rule between OLD and NEW. */
public enum RuleEdit {
    ADDED,
    REMOVED,
    /** It decides otherwise: another condition, level, certainty, or relation to other findings. */
    CHANGED
}
