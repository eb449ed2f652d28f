package org.spasmcds.examples.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final String VIEW = "/cds-services/spasm-patient-view";
    private static Running service;

    @BeforeAll
    static void start() {
        service = Running.with(Configuration.development(0)
                .with(new Limits(20_000, Duration.ofSeconds(10), 2, Duration.ofMillis(500), 20_000, 3, 500)));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void refused(String field, String path, Map<String, Object> request) {
        HttpResponse<String> response = service.post(path, Running.text(request));
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"diagnostics\":\"" + field), response.body());
    }

    private static void refused(String field, Consumer<Map<String, Object>> change) {
        Map<String, Object> request = new Chart().view();
        change.accept(request);
        refused(field, VIEW, request);
    }

    @SuppressWarnings("unchecked")
    private static void refusedOrder(String field, Map<String, Object> request, Consumer<Map<String, Object>> change) {
        change.accept((Map<String, Object>) request.get("context"));
        refused(field, "/cds-services/spasm-" + request.get("hook"), request);
    }

    @Test
    void eachRequiredFieldIsMissed() {
        for (String field : List.of("hook", "hookInstance", "context")) {
            refused(field, request -> request.remove(field));
        }
        Map<String, Object> context = Map.of("userId", "Practitioner/u1", "patientId", "p1");
        for (String field : context.keySet()) {
            Map<String, Object> less = new HashMap<>(context);
            less.remove(field);
            refused("context." + field, request -> request.put("context", less));
        }
        refused(
                "fhirServer",
                request -> request.put("fhirAuthorization", Map.of("access_token", "t", "token_type", "Bearer")));
        refusedOrder("draftOrders", new Chart().sign(), each -> each.remove("draftOrders"));
        refusedOrder("context.selections", new Chart().select(), each -> each.remove("selections"));
    }

    @Test
    void aFieldOfTheWrongFormIsRefused() {
        refused("hook is not", request -> request.put("hook", "order-sign"));
        refused("hookInstance is not", request -> request.put("hookInstance", "1"));
        refused("fhirServer is not", request -> request.put("fhirServer", "not a url"));
        refused(
                "context.patientId",
                request -> request.put("context", Map.of("userId", "Practitioner/u1", "patientId", "Patient/p1")));
        refused(
                "context.patientId",
                request -> request.put("context", Map.of("userId", "Practitioner/u1", "patientId", "../p1?x=y")));
        refused(
                "context.encounterId",
                request -> request.put(
                        "context",
                        Map.of("userId", "Practitioner/u1", "patientId", "p1", "encounterId", "Encounter/1")));
        refused("prefetch is not", request -> request.put("prefetch", List.of()));
        refused("prefetch.patient is not", request -> request.put("prefetch", Map.of("patient", "x")));
        refusedOrder("context.selections", new Chart().select("d0"), each -> {});
        refusedOrder("context.draftOrders", new Chart().sign(), each -> each.put("draftOrders", Map.of("a", 1)));
        Map<String, Object> token = Map.of("access_token", "a\r\nX: y", "token_type", "Bearer");
        refused("fhirAuthorization.access_token", request -> {
            request.put("fhirServer", "https://ehr.example.org/fhir");
            request.put("fhirAuthorization", token);
        });
    }

    @Test
    void whatIsUnknownIsSkipped() {
        Map<String, Object> request = new Chart().view();
        request.put("extension", Map.of("com.example.timestamp", "2017-11-27T22:13:25Z"));
        assertEquals(200, service.post(VIEW, Running.text(request)).statusCode());
    }

    @Test
    void whatIsNotJsonIsRefusedWithoutRepeatingIt() {
        for (String body : List.of("", "{\"name\":\"Miller", "[]", "nothing", "{".repeat(5000))) {
            HttpResponse<String> response = service.post(VIEW, body);
            assertEquals(400, response.statusCode(), body);
            assertTrue(!response.body().contains("Miller") && !response.body().contains("nothing"), response.body());
        }
        assertEquals(
                415,
                service.post(VIEW, "{}", request -> request.setHeader("Content-Type", "text/plain"))
                        .statusCode());
    }

    @Test
    void oneByteMoreThanTheLimitIsTooLong() {
        assertEquals(400, service.post(VIEW, "{" + " ".repeat(19_998) + "}").statusCode());
        assertEquals(413, service.post(VIEW, "{" + " ".repeat(19_999) + "}").statusCode());
    }

    @Test
    void aBodyWithoutLengthIsReadToTheLimitOnly() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.url("").getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + VIEW + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n7530\r\n" + " ".repeat(30_000))
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            byte[] start = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 413", new String(start, StandardCharsets.US_ASCII));
        }
    }

    /** The limit is one of the whole JVM; the build sets it to two seconds for the tests. */
    @Test
    void aRequestThatDoesNotArriveInTimeIsDisconnected() throws IOException {
        assumeTrue("2".equals(System.getProperty("sun.net.httpserver.maxReqTime")));
        long start = System.nanoTime();
        try (Socket socket = new Socket("127.0.0.1", service.url("").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("POST /cds-services HTTP/1.1\r\nHost: x\r\nX:".getBytes(StandardCharsets.US_ASCII));
            assertEquals(-1, socket.getInputStream().read());
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 1500);
    }

    @Test
    void moreCallsThanTheLimitAreRefusedWhileTheOthersAreAnswered() throws Exception {
        try (FhirStub fhir = new FhirStub();
                Running busy = Running.with(Configuration.development(0, fhir.base())
                        .with(new Limits(
                                20_000, Duration.ofSeconds(10), 2, Duration.ofMillis(1500), 20_000, 3, 500)))) {
            fhir.answers("Patient/p1", new FhirStub.Answer(200, new byte[0], Map.of(), 1000));
            Map<String, Object> request = new Chart().view();
            request.put("prefetch", Map.of());
            request.put("fhirServer", fhir.base().toString());
            ExecutorService callers = Executors.newFixedThreadPool(2);
            List<Future<Integer>> slow = List.of(
                    callers.submit(() -> busy.post(VIEW, Running.text(request)).statusCode()),
                    callers.submit(() -> busy.post(VIEW, Running.text(request)).statusCode()));
            long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            while (fhir.asked.stream().filter("Patient/p1"::equals).count() < 2 && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            HttpResponse<String> refused = busy.post(VIEW, Running.text(new Chart().view()));
            assertEquals(503, refused.statusCode());
            assertEquals("1", refused.headers().firstValue("Retry-After").orElse(""));
            assertEquals(200, busy.get("/cds-services").statusCode());
            for (Future<Integer> each : slow) {
                assertEquals(412, each.get());
            }
            assertEquals(200, busy.post(VIEW, Running.text(new Chart().view())).statusCode());
            callers.shutdown();
        }
    }
}
