package org.spasmcds;

/** Patient data that cannot be read. Nothing of it was used. */
public class InvalidPatientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final String allowed;

    /**
     * @param field where the value stands, for example {@code results[2].unit}
     * @param value the value as given
     * @param allowed what is allowed there, as the end of a sentence
     */
    public InvalidPatientException(String field, String value, String allowed) {
        super(field + ": " + (value.isEmpty() ? "" : value + " ") + allowed);
        this.field = field;
        this.value = value;
        this.allowed = allowed;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String allowed() {
        return allowed;
    }
}
