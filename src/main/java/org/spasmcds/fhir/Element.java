package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.spasmcds.intake.When;

/**
 * A question and its answer: an Observation, a component of one, or an item of a questionnaire.
 *
 * @param code the concept that is asked for
 * @param json holds {@code value[x]} and what belongs to it
 * @param at when it was measured or answered, if that is known
 * @param observed by a clinician or a device
 */
record Element(Resource from, JsonNode code, JsonNode json, Optional<When> at, boolean observed) {
    private static final List<String> VALUES = List.of(
            "valueQuantity",
            "valueCodeableConcept",
            "valueString",
            "valueBoolean",
            "valueInteger",
            "valueDecimal",
            "valueRange",
            "valueRatio",
            "valueSampledData",
            "valueTime",
            "valueDate",
            "valueDateTime",
            "valuePeriod",
            "valueCoding",
            "valueAttachment",
            "valueReference",
            "valueUri");

    JsonNode get(String field) {
        return json.path(field);
    }

    boolean hasValue() {
        return VALUES.stream().anyMatch(json::has);
    }

    /** The name of the value element that is there; empty when there is none. */
    String valueElement() {
        return VALUES.stream().filter(json::has).findFirst().orElse("");
    }

    /** Why there is no value, as the code of {@code dataAbsentReason}; empty when not told. */
    String absentReason() {
        JsonNode reason = json.path("dataAbsentReason");
        return reason.path("coding")
                .path(0)
                .path("code")
                .asText(reason.path("text").asText(""));
    }
}
