package org.spasmcds.examples.conformance;

/** How a check or a requirement came out, from the best to the worst. */
public enum Outcome {
    /** Nothing came that it speaks of. */
    NOT_APPLICABLE("n/a"),
    /** It could not be looked at, or what was seen does not decide. */
    SKIPPED("skipped"),
    PASSED("passed"),
    /** It binds clients, and the service takes what a client must not send. */
    TOLERATED("tolerated"),
    FAILED("FAILED");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
