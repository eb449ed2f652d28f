package org.spasmcds.examples.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The checks of what clients send: nothing is wrong with right documents, and each single break is noticed. */
class DocumentsTest {

    private static final Map<String, Consumer<ObjectNode>> REQUEST_BREAKS = new LinkedHashMap<>();
    private static final Map<String, Consumer<ObjectNode>> FEEDBACK_BREAKS = new LinkedHashMap<>();

    static {
        REQUEST_BREAKS.put("request-hook", r -> r.remove("hook"));
        REQUEST_BREAKS.put("request-hook-instance", r -> r.put("hookInstance", "1"));
        REQUEST_BREAKS.put("request-fhir-server", r -> r.remove("fhirServer"));
        REQUEST_BREAKS.put("request-context", r -> r.remove("context"));
        REQUEST_BREAKS.put("request-prefetch-value", r -> in(r, "/prefetch").put("labs", "123"));
        REQUEST_BREAKS.put("request-prefetch-keys", r -> in(r, "/prefetch").putNull("others"));
        REQUEST_BREAKS.put(
                "authorization-access-token", r -> in(r, "/fhirAuthorization").remove("access_token"));
        REQUEST_BREAKS.put(
                "authorization-token-type", r -> in(r, "/fhirAuthorization").put("token_type", "bearer"));
        REQUEST_BREAKS.put(
                "authorization-expires-in", r -> in(r, "/fhirAuthorization").put("expires_in", "300"));
        REQUEST_BREAKS.put(
                "authorization-scope", r -> in(r, "/fhirAuthorization").remove("scope"));
        REQUEST_BREAKS.put(
                "authorization-subject", r -> in(r, "/fhirAuthorization").remove("subject"));
        REQUEST_BREAKS.put("context-user-id", r -> in(r, "/context").put("userId", "a"));
        REQUEST_BREAKS.put("context-patient-id", r -> in(r, "/context").put("patientId", "Patient/p1"));
        REQUEST_BREAKS.put("context-encounter-id", r -> in(r, "/context").put("encounterId", "Encounter/e1"));
        REQUEST_BREAKS.put(
                "context-selections",
                r -> in(r, "/context").putArray("selections").add("MedicationRequest/m2"));
        REQUEST_BREAKS.put(
                "context-draft-orders", r -> in(r, "/context/draftOrders").put("resourceType", "List"));
        FEEDBACK_BREAKS.put(
                "feedback-array", f -> f.set("feedback", f.get("feedback").get(0)));
        FEEDBACK_BREAKS.put("feedback-card", f -> in(f, "/feedback/0").remove("card"));
        FEEDBACK_BREAKS.put("feedback-outcome", f -> in(f, "/feedback/0").remove("outcome"));
        FEEDBACK_BREAKS.put("feedback-outcome-value", f -> in(f, "/feedback/1").put("outcome", "ignored"));
        FEEDBACK_BREAKS.put(
                "feedback-accepted-suggestions", f -> in(f, "/feedback/0").remove("acceptedSuggestions"));
        FEEDBACK_BREAKS.put(
                "feedback-suggestion-id",
                f -> in(f, "/feedback/0/acceptedSuggestions/0").put("id", 5));
        FEEDBACK_BREAKS.put(
                "feedback-timestamp", f -> in(f, "/feedback/0").put("outcomeTimestamp", "2026-11-25T22:30:00+02:00"));
        FEEDBACK_BREAKS.put(
                "feedback-override-reason", f -> in(f, "/feedback/1").put("overrideReason", "seen before"));
    }

    private static ObjectNode in(ObjectNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    private static ObjectNode document(String name) {
        return (ObjectNode) Json.read(Json.resource(name)).orElseThrow();
    }

    private static List<Finding> request(Consumer<ObjectNode> damage) {
        ObjectNode request = document("request.json");
        damage.accept(request);
        return Documents.checkRequest(request, document("discovery.json").at("/services/0"))
                .all();
    }

    private static List<Finding> check(Documents.Type type, String name, Consumer<ObjectNode> damage) {
        ObjectNode document = document(name);
        damage.accept(document);
        return Documents.check(type, document).all();
    }

    private static Set<String> names(List<Finding> findings) {
        return findings.stream().map(Finding::check).collect(Collectors.toSet());
    }

    @Test
    void nothingIsWrongWithRightDocuments() {
        assertEquals(List.of(), request(r -> {}));
        assertEquals(List.of(), check(Documents.Type.FEEDBACK, "feedback.json", f -> {}));
        assertEquals(List.of(), check(Documents.Type.DISCOVERY, "discovery.json", d -> {}));
        assertEquals(List.of(), check(Documents.Type.RESPONSE, "response.json", r -> {}));
    }

    @TestFactory
    Stream<DynamicTest> eachBreakOfARequestIsNoticedByItsCheckAlone() {
        return REQUEST_BREAKS.entrySet().stream()
                .map(b -> DynamicTest.dynamicTest(
                        b.getKey(), () -> assertEquals(Set.of(b.getKey()), names(request(b.getValue())))));
    }

    @TestFactory
    Stream<DynamicTest> eachBreakOfFeedbackIsNoticedByItsCheckAlone() {
        return FEEDBACK_BREAKS.entrySet().stream()
                .map(b -> DynamicTest.dynamicTest(
                        b.getKey(),
                        () -> assertEquals(
                                Set.of(b.getKey()),
                                names(check(Documents.Type.FEEDBACK, "feedback.json", b.getValue())))));
    }

    @Test
    void everyCheckOfAClientsDocumentHasItsBreak() {
        Set<String> breaks = new TreeSet<>(REQUEST_BREAKS.keySet());
        breaks.addAll(FEEDBACK_BREAKS.keySet());
        assertEquals(Checks.ofClientDocuments(), breaks);
    }

    @Test
    void aSummaryOf139CharactersIsShortEnoughAnd140AreNot() {
        Consumer<ObjectNode> allowed = r -> in(r, "/cards/0").put("summary", "x".repeat(139));
        Consumer<ObjectNode> long140 = r -> in(r, "/cards/0").put("summary", "x".repeat(140));
        assertEquals(List.of(), check(Documents.Type.RESPONSE, "response.json", allowed));
        assertEquals(Set.of("card-summary-length"), names(check(Documents.Type.RESPONSE, "response.json", long140)));
    }

    @Test
    void whatStandsInAResourceOrAnExtensionMayBeNull() {
        Consumer<ObjectNode> nulls = r -> {
            in(r, "/cards/0/extension").putNull("org.example.none");
            in(r, "/cards/0/suggestions/0/actions/0/resource").putArray("given").addNull();
        };
        assertEquals(List.of(), check(Documents.Type.RESPONSE, "response.json", nulls));
    }

    @Test
    void noGuidanceIsAnEmptyArrayOfCards() {
        assertTrue(Documents.check(
                        Documents.Type.RESPONSE, Json.read("{\"cards\":[]}").orElseThrow())
                .all()
                .isEmpty());
        assertEquals(
                Set.of("response-cards"),
                names(Documents.check(Documents.Type.RESPONSE, Json.read("{}").orElseThrow())
                        .all()));
    }
}
