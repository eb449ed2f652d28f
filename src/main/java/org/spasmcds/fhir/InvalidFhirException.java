package org.spasmcds.fhir;

import org.spasmcds.InvalidPatientException;

/** Data that are not FHIR, or of which it is not clear whom they are about. Nothing of them was used. */
public final class InvalidFhirException extends InvalidPatientException {
    private static final long serialVersionUID = 1L;

    /**
     * @param place where it stands, such as {@code line 3, column 5} or {@code Bundle.entry[7]}
     * @param message what is wrong there and what would be allowed
     */
    public InvalidFhirException(String place, String message) {
        super(place, "", message);
    }

    /** Where it stands. */
    public String place() {
        return field();
    }
}
