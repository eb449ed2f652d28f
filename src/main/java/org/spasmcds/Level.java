package org.spasmcds;

import org.spasmcds.language.Words;

/** How soon a finding asks for care, lowest first. */
public enum Level {
    /** Self-care is reasonable. */
    SELF_CARE,
    /** Mention at the next planned visit. */
    ROUTINE,
    /** See a clinician within days. */
    SOON,
    /** See a clinician the same day. */
    URGENT,
    /** Emergency care now. */
    EMERGENCY;

    /** The level as a sentence to the reader, in English. */
    public String meaning() {
        return meaning(Words.english());
    }

    /** The level as a sentence to the reader. */
    public String meaning(Words words) {
        return words.say("level." + name() + ".meaning");
    }

    /** The level as a word. In documents for machines it is its {@link #name()} in every language. */
    public String word(Words words) {
        return words.say("level." + name());
    }

    /** Whether this level asks for care at least as soon as {@code other}. */
    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }
}
