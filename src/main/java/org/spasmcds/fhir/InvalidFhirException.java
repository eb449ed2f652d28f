package org.spasmcds.fhir;

/** Data that are not FHIR, or of which it is not clear whom they are about. Nothing of them was used. */
public final class InvalidFhirException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * @param place where it stands, such as {@code line 3, column 5} or {@code Bundle.entry[7]}
     * @param message what is wrong there and what would be allowed
     */
    public InvalidFhirException(String place, String message) {
        super(place + ": " + message);
        this.place = place;
    }

    public String place() {
        return place;
    }
}
