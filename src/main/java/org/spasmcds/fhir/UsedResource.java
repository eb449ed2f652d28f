package org.spasmcds.fhir;

/**
 * A resource that became a fact.
 *
 * @param reference such as {@code Observation/1}
 * @param code by which it was understood, as {@code system|code}
 * @param name the name of the vocabulary
 * @param note how it was understood where a reader could have doubts; else empty
 */
public record UsedResource(String reference, String code, String name, String note) {}
