package org.spasmcds.examples.hooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small chart in FHIR, and the calls about it. */
final class Chart {
    private final Map<String, Object> patient = new LinkedHashMap<>(
            Map.of("resourceType", "Patient", "id", "p1", "gender", "female", "birthDate", "1955-03-01"));
    private final List<Map<String, Object>> conditions = new ArrayList<>();
    private final List<Map<String, Object>> medications = new ArrayList<>();
    private final List<Map<String, Object>> laboratory = new ArrayList<>();
    private final List<Map<String, Object>> drafts = new ArrayList<>();

    private final Instant now;

    Chart() {
        this(Running.NOW);
    }

    Chart(Instant now) {
        this.now = now;
    }

    private String daysBefore(int days) {
        return now.minus(Duration.ofDays(days)).toString().substring(0, 10);
    }

    Chart cramp() {
        return condition("http://snomed.info/sct", "55300003", "Cramp");
    }

    Chart condition(String system, String code, String display) {
        conditions.add(resource(
                "Condition",
                "c" + conditions.size(),
                Map.of(
                        "clinicalStatus",
                                concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", ""),
                        "verificationStatus",
                                concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", "confirmed", ""),
                        "code", concept(system, code, display),
                        "onsetDateTime", daysBefore(5),
                        "recordedDate", daysBefore(5))));
        return this;
    }

    Chart potassium(double value) {
        return result("2823-3", "Potassium", value, "mmol/L");
    }

    Chart result(String loinc, String display, double value, String unit) {
        laboratory.add(resource(
                "Observation",
                "o" + laboratory.size(),
                Map.of(
                        "status", "final",
                        "category",
                                List.of(concept(
                                        "http://terminology.hl7.org/CodeSystem/observation-category",
                                        "laboratory",
                                        "")),
                        "code", concept("http://loinc.org", loinc, display),
                        "effectiveDateTime", now.minus(Duration.ofHours(4)).toString(),
                        "valueQuantity",
                                Map.of(
                                        "value",
                                        value,
                                        "unit",
                                        unit,
                                        "system",
                                        "http://unitsofmeasure.org",
                                        "code",
                                        unit))));
        return this;
    }

    Chart takes(String rxnorm, String display) {
        medications.add(order("m" + medications.size(), "active", daysBefore(31), rxnorm, display));
        return this;
    }

    Chart draft(String rxnorm, String display) {
        drafts.add(order("d" + drafts.size(), "draft", daysBefore(0), rxnorm, display));
        return this;
    }

    private static Map<String, Object> order(String id, String status, String authored, String rxnorm, String display) {
        return resource(
                "MedicationRequest",
                id,
                Map.of(
                        "status",
                        status,
                        "intent",
                        "order",
                        "authoredOn",
                        "2026-01-12",
                        "medicationCodeableConcept",
                        concept("http://www.nlm.nih.gov/research/umls/rxnorm", rxnorm, display)));
    }

    private static Map<String, Object> resource(String type, String id, Map<String, Object> fields) {
        Map<String, Object> resource = new LinkedHashMap<>(
                Map.of("resourceType", type, "id", id, "subject", Map.of("reference", "Patient/p1")));
        resource.putAll(fields);
        return resource;
    }

    static Map<String, Object> concept(String system, String code, String display) {
        Map<String, Object> coding = new LinkedHashMap<>(Map.of("system", system, "code", code));
        if (!display.isEmpty()) {
            coding.put("display", display);
        }
        return Map.of("coding", List.of(coding));
    }

    static Map<String, Object> bundle(List<Map<String, Object>> resources) {
        return new LinkedHashMap<>(Map.of(
                "resourceType",
                "Bundle",
                "type",
                "searchset",
                "entry",
                resources.stream().map(each -> Map.of("resource", each)).toList()));
    }

    Map<String, Object> prefetch() {
        Map<String, Object> prefetch = new LinkedHashMap<>();
        prefetch.put("patient", patient);
        prefetch.put("conditions", bundle(conditions));
        prefetch.put("medications", bundle(medications));
        prefetch.put("laboratory", bundle(laboratory));
        return prefetch;
    }

    Map<String, Object> view() {
        return request("patient-view", Map.of());
    }

    Map<String, Object> sign() {
        return request("order-sign", Map.of("draftOrders", bundle(drafts)));
    }

    Map<String, Object> select(String... selections) {
        return request("order-select", Map.of("draftOrders", bundle(drafts), "selections", List.of(selections)));
    }

    private Map<String, Object> request(String hook, Map<String, Object> more) {
        Map<String, Object> context = new LinkedHashMap<>(Map.of("userId", "Practitioner/u1", "patientId", "p1"));
        context.putAll(more);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("hook", hook);
        request.put("hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
        request.put("context", context);
        request.put("prefetch", prefetch());
        return request;
    }
}
