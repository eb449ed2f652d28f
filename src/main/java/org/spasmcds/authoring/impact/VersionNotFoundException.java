package org.spasmcds.authoring.impact;

/** What was named as a version of the rules is none. */
public final class VersionNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VersionNotFoundException(String message) {
        super(message);
    }
}
