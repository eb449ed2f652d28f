package org.spasmcds.examples.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.spasmcds.examples.conformance.Documents;
import org.spasmcds.examples.conformance.Finding;
import org.spasmcds.examples.conformance.SamplePatients;

/**
 * The CDS Hooks sandbox calls the service from Chromium: over TLS, from another origin, with tokens signed by the
 * sandbox's own key. {@code -Dsandbox=FOLDER} names the sandbox that {@code fetch-sandbox.sh} built.
 */
@EnabledIfSystemProperty(named = "sandbox", matches = ".+")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SandboxTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Path EXCHANGES = Path.of("target", "exchanges");
    private static final By CARD = By.cssSelector("[class*=decision-card]");
    private static final By SUGGESTION =
            By.xpath("//*[contains(@class, 'decision-card')]//button[starts-with(., 'Order ')]");
    private static final By REASONS = By.xpath("(//button[@aria-label='select dismiss reason'])[last()]");
    private static final By NO_CARD = By.xpath("//*[text()='No recommendations to display']");

    @TempDir
    static Path folder;

    private static SandboxServer server;
    private static Service service;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assertTrue(Chromium.isInstalled(), "needs /usr/bin/chromium and /usr/bin/chromedriver");
        Path build = Path.of(System.getProperty("sandbox"), "build");
        Certificate certificate = Certificate.make(folder);
        server = new SandboxServer(build, SamplePatients.bundled(Instant.now()), certificate);
        service = new Service(folder, certificate, server.url(), build.resolve(".well-known/jwks.json"));
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
        if (service != null) {
            service.close();
            Files.createDirectories(PICTURES);
            Files.copy(
                    service.log(),
                    PICTURES.resolve("../service.log"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        if (server != null) {
            server.close();
        }
    }

    private static void open(String patient, String more) {
        chromium.open(server.url() + "/index.html?fhirServiceUrl=" + encoded(server.url() + "/fhir")
                + "&serviceDiscoveryURL=" + encoded(service.url() + "/cds-services") + "&patientId=" + patient + more);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String endpoint(String id) {
        return service.url() + "/cds-services/" + id;
    }

    @Test
    @Order(1)
    void discoversTheServicesAndShowsACardOnPatientView() throws IOException {
        open("kit-cramps", "&hook=patient-view&screen=patient-view");
        String card = chromium.find(CARD).getText();
        chromium.picture(PICTURES.resolve("1-patient-view.png"));
        assertTrue(card.toLowerCase(java.util.Locale.ROOT).contains("potassium"), card);

        Chromium.Call discovery =
                chromium.calls("GET", service.url() + "/cds-services", 1).get(0);
        assertEquals(200, discovery.status());
        assertTrue(discovery.authorization().startsWith("Bearer ey"), "the sandbox signs its calls");
        holdsTo(Documents.Type.DISCOVERY, discovery.received());
        answered("spasm-patient-view");
    }

    @Test
    @Order(2)
    void tellsTheServiceOfASuggestionThatWasAccepted() throws IOException {
        chromium.click(SUGGESTION);
        Chromium.Call feedback = told("spasm-patient-view", 1);
        assertEquals("accepted", outcome(feedback));
        chromium.picture(PICTURES.resolve("2-suggestion-accepted.png"));
    }

    @Test
    @Order(3)
    void tellsTheServiceOfACardThatWasOverriddenForAReason() throws IOException {
        int cards = chromium.all(CARD).size();
        chromium.click(REASONS);
        By reason = By.cssSelector("[role=menuitem]");
        chromium.find(reason);
        chromium.picture(PICTURES.resolve("3-override-reasons.png"));
        chromium.click(reason);
        Chromium.Call feedback = told("spasm-patient-view", 2);
        assertEquals("overridden", outcome(feedback));
        JsonNode told = MAPPER.readTree(feedback.sent()).at("/feedback/0/overrideReason/reason/code");
        assertTrue(told.isTextual(), feedback.sent());
        chromium.waitUntilGone(By.cssSelector("[role=menuitem]"));
        assertEquals(cards - 1, chromium.all(CARD).size());
        chromium.picture(PICTURES.resolve("4-card-overridden.png"));
    }

    @Test
    @Order(4)
    void showsACardWhenAMedicineIsSelectedThatDoesNotGoWithAStatin() throws IOException {
        open("kit-statin", "&hook=order-select&screen=rx-view");
        chooseMedicine("clarithromycin 500 mg oral", "Clarithromycin 500 MG Oral Tablet");
        String card = chromium.find(CARD).getText();
        chromium.picture(PICTURES.resolve("5-order-select.png"));
        assertTrue(card.toLowerCase(java.util.Locale.ROOT).contains("simvastatin"), card);
        answered("spasm-order-select");
    }

    @Test
    @Order(5)
    void showsACardWhenADiureticIsSignedWithLowPotassium() throws IOException {
        open("kit-cramps", "&hook=order-sign&screen=rx-sign");
        chooseMedicine("furosemide 40 mg oral", "Furosemide 40 MG Oral Tablet");
        chromium.click(By.xpath("//button[text()='Sign Order']"));
        String card = chromium.find(CARD).getText();
        chromium.picture(PICTURES.resolve("6-order-sign.png"));
        assertTrue(card.toLowerCase(java.util.Locale.ROOT).contains("potassium"), card);
        answered("spasm-order-sign");
    }

    @Test
    @Order(6)
    void isSilentForAHealthyPatient() throws IOException {
        open("kit-well", "&hook=patient-view&screen=patient-view");
        answered("spasm-patient-view");
        chromium.find(NO_CARD);
        assertEquals(0, chromium.all(CARD).size());
        chromium.picture(PICTURES.resolve("7-healthy.png"));
    }

    @Test
    @Order(7)
    void theFeedbackIsStoredByRule() throws IOException, InterruptedException {
        String report = service.report();
        Files.writeString(PICTURES.resolve("../feedback-report.txt"), report);
        List<int[]> rules = new ArrayList<>();
        report.lines().skip(1).forEach(line -> {
            String[] cells = line.trim().split("\\s+");
            rules.add(new int[] {Integer.parseInt(cells[2]), Integer.parseInt(cells[3])});
        });
        assertTrue(rules.stream().anyMatch(r -> r[0] == 1), report);
        assertTrue(rules.stream().anyMatch(r -> r[1] == 1), report);
    }

    private static void chooseMedicine(String typed, String name) {
        chromium.paste(By.name("medication-input"), typed);
        chromium.click(By.xpath("//*[@role='button' and text()='" + name + "']"));
    }

    /** Each call of a service was answered with a document in which the kit finds nothing wrong. */
    private static void answered(String id) throws IOException {
        List<Chromium.Call> calls = chromium.calls("POST", endpoint(id), 1);
        for (Chromium.Call call : calls) {
            Files.createDirectories(EXCHANGES);
            Files.writeString(EXCHANGES.resolve(id + "-request.json"), call.sent());
            Files.writeString(EXCHANGES.resolve(id + "-response.json"), call.received());
            assertEquals(200, call.status(), call::toString);
            holdsTo(Documents.Type.RESPONSE, call.received());
            holdsTo(Documents.Type.REQUEST, call.sent());
        }
    }

    private static Chromium.Call told(String id, int calls) throws IOException {
        List<Chromium.Call> feedback = chromium.calls("POST", endpoint(id) + "/feedback", calls);
        Chromium.Call last = feedback.get(calls - 1);
        assertEquals(200, last.status(), last::toString);
        holdsTo(Documents.Type.FEEDBACK, last.sent());
        return last;
    }

    private static String outcome(Chromium.Call feedback) throws IOException {
        return MAPPER.readTree(feedback.sent()).at("/feedback/0/outcome").asText();
    }

    private static void holdsTo(Documents.Type type, String document) throws IOException {
        List<Finding> findings =
                Documents.check(type, MAPPER.readTree(document)).all();
        assertFalse(document.isEmpty());
        assertEquals(List.of(), findings);
    }
}
