package org.spasmcds.fhir;

import java.util.List;
import java.util.Map;

/** What the code of a cramp or spasm says besides that there is one: where, and whether at night. */
final class SpasmCodes {
    private static final Map<String, Map<String, Object>> DETAILS = Map.of(
            Systems.SNOMED + "|102549009", Map.of("sites", List.of("lower-leg"), "atRest", true),
            Systems.SNOMED + "|102550009", Map.of("sites", List.of("leg")),
            Systems.SNOMED + "|449918009", Map.of("sites", List.of("lower-leg")),
            Systems.SNOMED + "|90392009", Map.of("nocturnal", true),
            Systems.SNOMED + "|203095000", Map.of("sites", List.of("back")),
            Systems.SNOMED + "|32402008", Map.of("sites", List.of("face")),
            Systems.ICD_10_CM + "|G47.62", Map.of("sites", List.of("leg"), "nocturnal", true),
            Systems.ICD_10_CM + "|M62.830", Map.of("sites", List.of("back")),
            Systems.ICD_10_CM + "|M62.831", Map.of("sites", List.of("calf")));

    private SpasmCodes() {}

    /** Fields of a spasm. */
    static Map<String, Object> details(String code) {
        return DETAILS.getOrDefault(code, Map.of());
    }
}
