package org.spasmcds.fhir;

import java.util.HashMap;
import java.util.Map;

/** The names of code systems: what {@code rules/codes.csv} calls them, and their addresses in FHIR. */
final class Systems {
    /** The names of the vocabulary itself, for what no public terminology has a code for. */
    static final String VOCABULARY = "urn:spasm-cds:vocabulary";
    /** Fields of the patient document, as extensions ({@code urn:spasm-cds:field:nocturnal}) or as codes of components. */
    static final String FIELD = "urn:spasm-cds:field";

    /** The conditions of the rules, by their ids. */
    static final String CONDITION = "urn:spasm-cds:condition";
    /** The ten causes and the other groups of conditions. */
    static final String CAUSE = "urn:spasm-cds:cause";

    static final String CERTAINTY = "urn:spasm-cds:certainty";
    /** How soon someone should look, as an extension. */
    static final String LEVEL = "urn:spasm-cds:level";
    /** A rule set, by its digest. */
    static final String RULES = "urn:spasm-cds:rules";
    /** A question in words, as an extension of the data that would answer it. */
    static final String QUESTION = "urn:spasm-cds:question";

    static final String LOINC = "http://loinc.org";
    static final String SNOMED = "http://snomed.info/sct";
    static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    static final String ATC = "http://www.whocc.no/atc";
    static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
    static final String UCUM = "http://unitsofmeasure.org";

    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Map<String, String> ADDRESSES =
            Map.of("LOINC", LOINC, "SNOMED", SNOMED, "RxNorm", RXNORM, "ATC", ATC, "ICD-10-CM", ICD_10_CM);

    static {
        ADDRESSES.forEach((name, address) -> NAMES.put(address, name));
        NAMES.put("urn:oid:2.16.840.1.113883.6.1", "LOINC");
        NAMES.put("urn:oid:2.16.840.1.113883.6.96", "SNOMED");
        NAMES.put("urn:oid:2.16.840.1.113883.6.88", "RxNorm");
        NAMES.put("urn:oid:2.16.840.1.113883.6.73", "ATC");
        NAMES.put("https://www.whocc.no/atc", "ATC");
        NAMES.put("urn:oid:2.16.840.1.113883.6.90", "ICD-10-CM");
    }

    private Systems() {}

    /** The name in {@code codes.csv}; empty for a system that is not known there. */
    static String name(String address) {
        return NAMES.getOrDefault(address, "");
    }

    /** The address of a system in {@code codes.csv}. */
    static String address(String name) {
        return ADDRESSES.get(name);
    }
}
