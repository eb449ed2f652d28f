package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A resource as it stands in the data.
 *
 * @param reference how it is named: {@code Type/id}, else its full URL, else its place
 * @param place where it stands
 * @param fullUrl of the entry of the bundle; may be empty
 */
record Resource(JsonNode json, String reference, String place, String fullUrl) {
    private static final List<String> OF_PATIENT = List.of("subject", "patient");

    static Resource of(JsonNode json, String place, String fullUrl) {
        String type = json.path("resourceType").asText();
        String id = json.path("id").asText();
        String reference = !id.isEmpty() ? type + "/" + id : !fullUrl.isEmpty() ? fullUrl : place;
        return new Resource(json, reference, place, fullUrl);
    }

    String type() {
        return json.path("resourceType").asText();
    }

    JsonNode get(String field) {
        return json.path(field);
    }

    String text(String field) {
        return json.path(field).asText("");
    }

    /** The first of these elements that is there; a missing node when none is. */
    JsonNode first(String... fields) {
        return first(json, fields);
    }

    static JsonNode first(JsonNode node, String... fields) {
        JsonNode found = node.path(fields[0]);
        for (int i = 1; i < fields.length && found.isMissingNode(); i++) {
            found = node.path(fields[i]);
        }
        return found;
    }

    /** The reference to whom it is about; empty when it names nobody. */
    Optional<JsonNode> subject() {
        return OF_PATIENT.stream()
                .map(json::path)
                .filter(node -> !node.path("reference").asText("").isEmpty())
                .findFirst();
    }

    /** A resource that stands inside of this one. */
    Optional<Resource> contained(String id) {
        for (JsonNode each : json.path("contained")) {
            if (each.path("id").asText().equals(id)) {
                return Optional.of(new Resource(each, reference + "#" + id, place, ""));
            }
        }
        return Optional.empty();
    }

    /** Whether a concept has this code in one of its codings, whatever the system. */
    static boolean hasCode(JsonNode concept, String... codes) {
        for (JsonNode coding : concept.path("coding")) {
            if (List.of(codes).contains(coding.path("code").asText())) {
                return true;
            }
        }
        return false;
    }

    /** The first code of a concept as {@code system|code}, else its text; empty when it has neither. */
    static String written(JsonNode concept) {
        JsonNode coding = concept.path("coding").path(0);
        String code = coding.path("code").asText("");
        if (code.isEmpty()) {
            return "";
        }
        return coding.path("system").asText("") + "|" + code;
    }
}
