package org.spasmcds.examples.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrefetchTest {
    private static final String PATH = "/cds-services/spasm-patient-view";
    private static final Map<String, Object> FAILED = Map.of(
            "resourceType", "OperationOutcome", "issue", List.of(Map.of("severity", "error", "code", "timeout")));
    /** A potassium for which nobody may wait; with it there is a card, without it none. */
    private static final Chart CHART = new Chart().potassium(2.2);

    private FhirStub fhir;
    private Running service;

    @BeforeEach
    void start() {
        fhir = new FhirStub();
        service = Running.with(Configuration.development(0, fhir.base())
                .with(new Limits(200_000, Duration.ofSeconds(10), 8, Duration.ofMillis(700), 20_000, 3, 500)));
    }

    @AfterEach
    void stop() {
        service.close();
        fhir.close();
    }

    private static Map<String, Object> request(Map<String, Object> prefetch) {
        Map<String, Object> request = CHART.view();
        request.put("prefetch", prefetch);
        return request;
    }

    private Map<String, Object> fetching(Map<String, Object> prefetch) {
        Map<String, Object> request = request(prefetch);
        request.put("fhirServer", fhir.base().toString());
        request.put(
                "fhirAuthorization", Map.of("access_token", "secret.token", "token_type", "Bearer", "expires_in", 300));
        return request;
    }

    private static Map<String, Object> without(String key) {
        Map<String, Object> prefetch = CHART.prefetch();
        prefetch.remove(key);
        return prefetch;
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> prefetch = CHART.prefetch();
        prefetch.put(key, value);
        return prefetch;
    }

    private HttpResponse<String> post(Map<String, Object> request) {
        return service.post(PATH, Running.text(request));
    }

    private void answers(int cards, Map<String, Object> request) {
        HttpResponse<String> response = post(request);
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(cards, Running.json(response).path("cards").size(), response.body());
    }

    private void lacks(String key, Map<String, Object> request) {
        HttpResponse<String> response = post(request);
        assertEquals(412, response.statusCode(), response.body());
        assertEquals(
                "OperationOutcome", Running.json(response).path("resourceType").asText());
        String message =
                Running.json(response).path("issue").path(0).path("diagnostics").asText();
        assertTrue(message.endsWith(": " + key), message);
    }

    @Test
    void whatIsPrefetchedIsNotFetched() {
        answers(1, request(CHART.prefetch()));
        answers(1, fetching(CHART.prefetch()));
        assertTrue(
                fhir.asked.stream().noneMatch(query -> query.startsWith("Patient") || query.startsWith("Condition")));
    }

    @Test
    void eachNeededKeyThatCannotBeHadIs412() {
        for (String key : List.of("patient", "conditions", "medications", "laboratory")) {
            lacks(key, request(without(key)));
        }
        lacks("patient, conditions, medications, laboratory", request(Map.of()));
    }

    @Test
    void nullSaysThatThereIsNothing() {
        answers(1, request(with("conditions", null)));
        answers(0, request(with("laboratory", null)));
        lacks("patient", request(with("patient", null)));
    }

    @Test
    void anOperationOutcomeSaysThatAskingAgainIsVain() {
        fhir.has("Observation", Chart.bundle(List.of()));
        lacks("laboratory", fetching(with("laboratory", FAILED)));
        lacks("laboratory", fetching(with("laboratory", Chart.bundle(List.of(FAILED)))));
        assertFalse(
                fhir.asked.stream().anyMatch(query -> query.contains("category=laboratory")), fhir.asked.toString());
    }

    @Test
    void aWarningBesideDataIsNoFailure() {
        Map<String, Object> warning =
                Map.of("resourceType", "OperationOutcome", "issue", List.of(Map.of("severity", "warning")));
        answers(1, request(with("conditions", Chart.bundle(List.of(warning)))));
    }

    @Test
    void whatIsAbsentIsFetchedWithTheTokenOfTheCall() {
        fhir.has("Observation", CHART.prefetch().get("laboratory"));
        answers(1, fetching(without("laboratory")));
        assertTrue(
                fhir.asked.contains("Observation?patient=p1&category=laboratory&_sort=-date&_count=200"),
                fhir.asked.toString());
        assertEquals(
                List.of("Bearer secret.token"), fhir.tokens.stream().distinct().toList());
    }

    @Test
    void aServerThatIsNotConfiguredIsNeverAsked() {
        try (FhirStub other = new FhirStub()) {
            other.has("Observation", CHART.prefetch().get("laboratory"));
            Map<String, Object> request = fetching(without("laboratory"));
            String port = ":" + other.base().getPort();
            for (String server : List.of(
                    other.base().toString(),
                    "http://127.0.0.1" + port,
                    fhir.base() + "/../../",
                    fhir.base().toString().replace("127.0.0.1", "127.0.0.1@localhost"),
                    fhir.base().toString().replace("http://", "http://user@"),
                    fhir.base().toString().replace("http:", "ftp:"),
                    "http://169.254.169.254/latest/meta-data")) {
                request.put("fhirServer", server);
                lacks("laboratory", request);
            }
            assertEquals(List.of(), other.asked);
            assertEquals(List.of(), fhir.asked);
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (FhirStub other = new FhirStub()) {
            other.has("Observation", CHART.prefetch().get("laboratory"));
            fhir.answers(
                    "Observation",
                    new FhirStub.Answer(302, new byte[0], Map.of("Location", other.base() + "/Observation"), 0));
            lacks("laboratory", fetching(without("laboratory")));
            assertEquals(List.of(), other.asked);
        }
    }

    @Test
    void pagesAreFollowedOnTheSameServer() {
        Map<String, Object> last = new LinkedHashMap<>(mapOf(CHART.prefetch().get("laboratory")));
        fhir.has("page?n=2", paged(List.of(), fhir.base() + "/page?n=3"));
        fhir.has("page?n=3", last);
        answers(1, fetching(with("laboratory", paged(List.of(), fhir.base() + "/page?n=2"))));
        answers(1, fetching(with("laboratory", paged(List.of(), "page?n=2"))));
    }

    @Test
    void noMorePagesAreFollowedThanTheLimit() {
        for (int page = 1; page <= 9; page++) {
            fhir.has("page?n=" + page, paged(List.of(), fhir.base() + "/page?n=" + (page + 1)));
        }
        answers(0, fetching(with("laboratory", paged(List.of(), fhir.base() + "/page?n=1"))));
        assertEquals(
                3, fhir.asked.stream().filter(query -> query.startsWith("page")).count());
    }

    @Test
    void noPageIsFollowedElsewhere() {
        try (FhirStub other = new FhirStub()) {
            for (String link : List.of(
                    other.base() + "/page",
                    "//127.0.0.1:" + other.base().getPort() + "/fhir/page",
                    fhir.base() + "/../page",
                    fhir.base() + "/%2e%2e/page",
                    fhir.base() + "x/page",
                    "file:///etc/passwd")) {
                answers(0, fetching(with("laboratory", paged(List.of(), link))));
            }
            assertEquals(List.of(), other.asked);
            assertTrue(fhir.asked.stream().noneMatch(query -> query.contains("page")), fhir.asked.toString());
        }
    }

    @Test
    void whatWasReadOfPagesCountsAndTheCardSaysThatItIsNotAll() {
        Map<String, Object> first = paged(List.of(), "https://elsewhere.example.org/page");
        first.put("entry", mapOf(CHART.prefetch().get("laboratory")).get("entry"));
        HttpResponse<String> response = post(request(with("laboratory", first)));
        assertTrue(response.body().contains("Read only in part: laboratory"), response.body());
    }

    @Test
    void aSlowServerIsNotWaitedForLongerThanTheLimit() {
        fhir.answers("Observation", new FhirStub.Answer(200, Json.bytes(Chart.bundle(List.of())), Map.of(), 5000));
        long start = System.nanoTime();
        lacks("laboratory", fetching(without("laboratory")));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 2000);
    }

    @Test
    void anAnswerThatStallsIsNotWaitedForEither() {
        fhir.answers("Observation", new FhirStub.Answer(200, Json.bytes(Chart.bundle(List.of())), Map.of(), 0, 5000));
        long start = System.nanoTime();
        lacks("laboratory", fetching(without("laboratory")));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 3000);
    }

    @Test
    void anAnswerOfOneByteMoreThanTheLimitIsNotRead() {
        byte[] bundle = Json.bytes(CHART.prefetch().get("laboratory"));
        fhir.answers("Observation", new FhirStub.Answer(200, padded(bundle, 20_000), Map.of(), 0));
        answers(1, fetching(without("laboratory")));
        fhir.answers("Observation", new FhirStub.Answer(200, padded(bundle, 20_001), Map.of(), 0));
        lacks("laboratory", fetching(without("laboratory")));
    }

    private static byte[] padded(byte[] json, int length) {
        byte[] padded = Arrays.copyOf(json, length);
        Arrays.fill(padded, json.length, length, (byte) ' ');
        return padded;
    }

    @Test
    void nobodyElsesDataAreMixedIn() {
        Map<String, Object> stranger =
                Map.of("resourceType", "Observation", "id", "x", "subject", Map.of("reference", "Patient/p10"));
        assertEquals(
                400,
                post(request(with("observations", Chart.bundle(List.of(stranger)))))
                        .statusCode());
        assertEquals(
                400,
                post(request(with("patient", Map.of("resourceType", "Patient", "id", "p2"))))
                        .statusCode());
        Map<String, Object> same = Map.of(
                "resourceType",
                "Observation",
                "id",
                "x",
                "subject",
                Map.of("reference", "https://ehr.example.org/fhir/Patient/p1/_history/3"));
        answers(1, request(with("observations", Chart.bundle(List.of(same)))));
    }

    @Test
    void medicinesThatOrdersOnlyReferToAreFetched() {
        fhir.has("Medication/x1", Map.of("resourceType", "Medication", "id", "x1"));
        Map<String, Object> order = Map.of(
                "resourceType",
                "MedicationRequest",
                "id",
                "m1",
                "status",
                "active",
                "intent",
                "order",
                "subject",
                Map.of("reference", "Patient/p1"),
                "medicationReference",
                Map.of("reference", "Medication/x1"));
        answers(1, fetching(with("medications", Chart.bundle(List.of(order)))));
        assertTrue(fhir.asked.contains("Medication/x1"), fhir.asked.toString());
    }

    @Test
    void withoutATokenNothingIsFetchedOutsideOfDevelopment() {
        org.spasmcds.examples.hooks.prefetch.Collector strict =
                new org.spasmcds.examples.hooks.prefetch.Collector(Limits.USUAL, true);
        Map<String, Object> request = fetching(without("laboratory"));
        request.remove("fhirAuthorization");
        var view = org.spasmcds.examples.hooks.hook.HookServices.find("spasm-patient-view")
                .orElseThrow();
        var read = org.spasmcds.examples.hooks.hook.HookRequestReader.read(Json.object(Json.bytes(request)), view);
        Refused refused = org.junit.jupiter.api.Assertions.assertThrows(
                Refused.class, () -> strict.collect(view, read, Client.anybody(List.of(fhir.base()))));
        assertEquals(412, refused.status());
        assertEquals(List.of(), fhir.asked);
    }

    private static Map<String, Object> paged(List<Map<String, Object>> resources, String next) {
        Map<String, Object> bundle = Chart.bundle(resources);
        List<Map<String, String>> links = new ArrayList<>();
        links.add(Map.of(
                "relation",
                "self",
                "url",
                URI.create("https://ehr.example.org/self").toString()));
        links.add(Map.of("relation", "next", "url", next));
        bundle.put("link", links);
        return bundle;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> mapOf(Object resource) {
        return (Map<String, Object>) resource;
    }
}
