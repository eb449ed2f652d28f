package org.spasmcds.vocabulary;

/**
 * The code of a name in a public terminology.
 *
 * @param name the name of the vocabulary
 * @param system {@code LOINC}, {@code SNOMED}, {@code RxNorm}, {@code ATC} or {@code ICD-10-CM}; the last two match by prefix
 * @param verified whether the code was found in a public copy of the terminology; a rule never depends on an unverified code alone
 */
public record Code(String name, String system, String code, String display, boolean verified, String source) {}
