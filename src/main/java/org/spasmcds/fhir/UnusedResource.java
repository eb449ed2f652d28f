package org.spasmcds.fhir;

/**
 * A resource, or a component of one, that gave no fact.
 *
 * @param reference such as {@code Observation/1}
 * @param code as {@code system|code}; empty when it has none
 * @param detail more about the reason, such as what stands there and what would be allowed; may be empty
 */
public record UnusedResource(String reference, String code, UnusedReason reason, String detail) {
    /** The code as the vocabulary writes codes: {@code LOINC 2823-3}; of a system that it does not know with its address. */
    public String codeInWords() {
        int bar = code.indexOf('|');
        if (bar < 0) {
            return code;
        }
        String system = Systems.name(code.substring(0, bar));
        return (system.isEmpty() ? code.substring(0, bar) : system) + " " + code.substring(bar + 1);
    }
}
