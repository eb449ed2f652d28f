package org.spasmcds.fhir;

/**
 * A resource, or a component of one, that gave no fact.
 *
 * @param reference such as {@code Observation/1}
 * @param code as {@code system|code}; empty when it has none
 * @param detail more about the reason, such as what stands there and what would be allowed; may be empty
 */
public record UnusedResource(String reference, String code, UnusedReason reason, String detail) {}
