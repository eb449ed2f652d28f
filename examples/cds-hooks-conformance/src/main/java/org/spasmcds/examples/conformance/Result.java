package org.spasmcds.examples.conformance;

/**
 * How a check came out.
 *
 * @param detail why, in words; empty for one that passed
 */
public record Result(Outcome outcome, String detail) {

    static final Result NOTHING_CAME = new Result(Outcome.NOT_APPLICABLE, "nothing came that it speaks of");

    /** The one that matters more. */
    Result worse(Result other) {
        return other.outcome.compareTo(outcome) > 0 ? other : this;
    }
}
