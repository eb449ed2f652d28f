package org.spasmcds.examples.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whole records of patients as a client would prefetch them: newest first, at most as many of a kind as the templates ask for. */
final class Bundles {
    record Whole(String id, Map<String, Object> prefetch) {
        Map<String, Object> view() {
            return request("patient-view", Map.of("userId", "Practitioner/u1", "patientId", id));
        }

        Map<String, Object> sign(String rxnorm, String display) {
            Map<String, Object> order = Map.of(
                    "resourceType", "MedicationRequest",
                    "id", "draft-1",
                    "status", "draft",
                    "intent", "order",
                    "subject", Map.of("reference", "Patient/" + id),
                    "medicationCodeableConcept",
                            Chart.concept("http://www.nlm.nih.gov/research/umls/rxnorm", rxnorm, display));
            return request(
                    "order-sign",
                    Map.of("userId", "Practitioner/u1", "patientId", id, "draftOrders", Chart.bundle(List.of(order))));
        }

        private Map<String, Object> request(String hook, Map<String, Object> context) {
            return Map.of(
                    "hook", hook,
                    "hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
                    "context", context,
                    "prefetch", prefetch);
        }
    }

    private Bundles() {}

    /** Empty for a Bundle without a patient. */
    static Optional<Whole> record(byte[] bundle) {
        List<JsonNode> resources = new ArrayList<>();
        String patientUrl = "";
        for (JsonNode entry : Json.object(bundle).path("entry")) {
            resources.add(entry.path("resource"));
            if (entry.path("resource").path("resourceType").asText().equals("Patient")) {
                patientUrl = entry.path("fullUrl").asText();
            }
        }
        String url = patientUrl;
        return resources.stream()
                .filter(each -> each.path("resourceType").asText().equals("Patient"))
                .findFirst()
                .map(patient -> whole(patient, resources, url));
    }

    private static Whole whole(JsonNode patient, List<JsonNode> resources, String patientUrl) {
        String id = patient.path("id").asText();
        Map<String, Object> prefetch = new LinkedHashMap<>();
        prefetch.put("patient", patient);
        Map<String, Integer> counts = Map.of(
                "conditions",
                200,
                "medications",
                200,
                "laboratory",
                200,
                "observations",
                50,
                "statements",
                100,
                "procedures",
                50);
        counts.forEach((key, most) -> prefetch.put(
                key,
                Map.of(
                        "resourceType",
                        "Bundle",
                        "type",
                        "searchset",
                        "entry",
                        resources.stream()
                                .filter(each -> key.equals(key(each)))
                                .sorted(Comparator.comparing(Bundles::time).reversed())
                                .limit(most)
                                .map(each -> Map.of("resource", about(each, id, patientUrl)))
                                .toList())));
        return new Whole(id, prefetch);
    }

    /** A transaction refers to its patient by a temporary URL, a server by the id. */
    private static JsonNode about(JsonNode resource, String id, String patientUrl) {
        String text = resource.toString();
        return patientUrl.isEmpty()
                ? resource
                : Json.object(text.replace("\"" + patientUrl + "\"", "\"Patient/" + id + "\"")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String key(JsonNode resource) {
        return switch (resource.path("resourceType").asText()) {
            case "Condition" -> "conditions";
            case "MedicationRequest" -> "medications";
            case "MedicationStatement" -> "statements";
            case "Procedure" -> "procedures";
            case "Observation" ->
                resource.path("category").toString().contains("laboratory") ? "laboratory" : "observations";
            default -> "";
        };
    }

    private static String time(JsonNode resource) {
        for (String field : List.of("recordedDate", "authoredOn", "effectiveDateTime")) {
            if (resource.has(field)) {
                return resource.path(field).asText();
            }
        }
        return resource.path("performedPeriod").path("start").asText();
    }
}
