package org.spasmcds.examples.hooks;

import java.util.Map;

/**
 * A request that is refused, as an HTTP status with an OperationOutcome. The message names fields and limits and never repeats a value
 * that the client sent, so that it may be logged.
 */
public final class Refused extends RuntimeException {
    private static final Map<Integer, String> ISSUE_TYPES = Map.of(
            400,
            "invalid",
            401,
            "login",
            404,
            "not-found",
            405,
            "not-supported",
            412,
            "incomplete",
            413,
            "too-long",
            415,
            "not-supported",
            503,
            "throttled");

    private final int status;

    /**
     * @param status the HTTP status
     * @param message what is wrong and what is allowed
     */
    public Refused(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** A request that does not have the form of CDS Hooks. */
    public static Refused malformed(String message) {
        return new Refused(400, message);
    }

    public int status() {
        return status;
    }

    /** The code of an OperationOutcome issue. */
    public String issueType() {
        return ISSUE_TYPES.getOrDefault(status, "exception");
    }
}
