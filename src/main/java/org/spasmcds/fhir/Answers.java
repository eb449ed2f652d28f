package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Yes and no in the code systems that FHIR data use for them. */
final class Answers {
    private static final String V2_YES_NO = "http://terminology.hl7.org/CodeSystem/v2-0136";
    private static final String INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(Systems.SNOMED + "|52101004", "present"),
            Map.entry(Systems.SNOMED + "|373066001", "present"),
            Map.entry(Systems.SNOMED + "|10828004", "present"),
            Map.entry(Systems.SNOMED + "|260373001", "present"),
            Map.entry(Systems.SNOMED + "|2667000", "absent"),
            Map.entry(Systems.SNOMED + "|373067005", "absent"),
            Map.entry(Systems.SNOMED + "|260385009", "absent"),
            Map.entry(Systems.SNOMED + "|260415000", "absent"),
            Map.entry(Systems.SNOMED + "|261665006", "unknown"),
            Map.entry(Systems.LOINC + "|LA33-6", "present"),
            Map.entry(Systems.LOINC + "|LA9633-4", "present"),
            Map.entry(Systems.LOINC + "|LA32-8", "absent"),
            Map.entry(Systems.LOINC + "|LA9634-2", "absent"),
            Map.entry(Systems.LOINC + "|LA12688-0", "unknown"),
            Map.entry(V2_YES_NO + "|Y", "present"),
            Map.entry(V2_YES_NO + "|N", "absent"),
            Map.entry(INTERPRETATION + "|POS", "present"),
            Map.entry(INTERPRETATION + "|NEG", "absent"),
            Map.entry(Systems.VOCABULARY + "|present", "present"),
            Map.entry(Systems.VOCABULARY + "|absent", "absent"),
            Map.entry(Systems.VOCABULARY + "|unknown", "unknown"));

    private Answers() {}

    /** {@code present}, {@code absent} or {@code unknown}; empty when the answer is another one or there is none. */
    static Optional<String> status(Element element) {
        JsonNode flag = element.get("valueBoolean");
        if (flag.isBoolean()) {
            return Optional.of(flag.asBoolean() ? "present" : "absent");
        }
        Optional<String> word = word(element.get("valueCodeableConcept"))
                .or(() -> word(element.get("valueCoding").path("code"), element.get("valueCoding")));
        if (word.isPresent() || element.hasValue()) {
            return word;
        }
        for (JsonNode interpretation : element.get("interpretation")) {
            word = word(interpretation);
            if (word.isPresent()) {
                return word;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> word(JsonNode concept) {
        for (JsonNode coding : concept.path("coding")) {
            Optional<String> word = word(coding.path("code"), coding);
            if (word.isPresent()) {
                return word;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> word(JsonNode code, JsonNode coding) {
        return Optional.ofNullable(WORDS.get(coding.path("system").asText("") + "|" + code.asText("")));
    }
}
