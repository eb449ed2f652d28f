package org.spasmcds;

import org.spasmcds.language.Words;

/** How well the facts support a finding, weakest first. Even a confirmed condition only <em>may</em> explain the spasm. */
public enum Certainty {
    /** Compatible history, risk factor or exposure, with no objective support. */
    POSSIBLE,
    /** Compatible history with at least one supporting objective fact. */
    LIKELY,
    /** A result meets a published threshold, full criteria are met, or a coded active diagnosis is on record. */
    CONFIRMED;

    /** The certainty as a word. */
    public String word(Words words) {
        return words.say("certainty." + name());
    }

    /** One step weaker, never below {@link #POSSIBLE}. */
    Certainty lowered() {
        return this == CONFIRMED ? LIKELY : POSSIBLE;
    }
}
