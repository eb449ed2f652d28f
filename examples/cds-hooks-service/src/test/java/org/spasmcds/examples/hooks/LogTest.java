package org.spasmcds.examples.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LogTest {
    /** Stands in every place of a request in which a patient or a secret may be. */
    private static final String MARK = "Zzmiller";

    private static final class Kept extends Handler {
        private final StringBuilder text = new StringBuilder();

        @Override
        public synchronized void publish(LogRecord line) {
            text.append(line.getMessage()).append(' ').append(line.getThrown()).append('\n');
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void nothingOfAPatientIsLoggedOrPrintedWhateverHappens() {
        Kept kept = new Kept();
        Logger root = Logger.getLogger("");
        Logger own = Logger.getLogger("org.spasmcds");
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (FhirStub fhir = new FhirStub();
                Running service = Running.open(fhir.base())) {
            root.addHandler(kept);
            own.setLevel(Level.ALL);
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            callEverything(service, fhir);
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(kept);
        }
        String all = kept.text + printed.toString(StandardCharsets.UTF_8);
        assertTrue(kept.text.toString().contains("POST /cds-services/spasm-patient-view 200"), all);
        assertTrue(kept.text.toString().contains("POST /cds-services/spasm-patient-view 400"), all);
        assertTrue(kept.text.toString().contains("POST /cds-services/spasm-patient-view 412"), all);
        assertFalse(all.contains(MARK), all);
        assertFalse(all.contains("Patient/p1"), all);
    }

    private static void callEverything(Running service, FhirStub fhir) {
        String path = "/cds-services/spasm-patient-view";
        Map<String, Object> name = Map.of("family", MARK);
        Map<String, Object> patient =
                Map.of("resourceType", "Patient", "id", "p1", "name", List.of(name), "birthDate", "1955-03-01");
        Map<String, Object> request =
                new Chart().cramp().potassium(2.2).condition(MARK, MARK, MARK).view();
        @SuppressWarnings("unchecked")
        Map<String, Object> prefetch = (Map<String, Object>) request.get("prefetch");
        prefetch.put("patient", patient);
        assertEquals(200, service.post(path, Running.text(request)).statusCode());
        service.post(path, "{\"patient\": \"" + MARK);
        service.post(path + "/" + MARK, "{}");
        service.get("/" + MARK + "?name=" + MARK);
        for (String field : List.of("hook", "hookInstance", "fhirServer", "context", "prefetch")) {
            Map<String, Object> wrong = new Chart().view();
            wrong.put(field, MARK);
            service.post(path, Running.text(wrong));
        }
        prefetch.put("patient", Map.of("resourceType", "Patient", "id", MARK));
        service.post(path, Running.text(request));
        prefetch.put("patient", patient);
        prefetch.put("conditions", Map.of("resourceType", "Bundle", "entry", MARK));
        service.post(path, Running.text(request));
        prefetch.put(
                "conditions",
                Map.of("resourceType", "Bundle", "entry", List.of(Map.of("resource", Map.of("resourceType", MARK)))));
        service.post(path, Running.text(request));
        prefetch.remove("conditions");
        request.put("fhirServer", fhir.base().toString());
        request.put("fhirAuthorization", Map.of("access_token", MARK, "token_type", "Bearer"));
        assertEquals(412, service.post(path, Running.text(request)).statusCode());
        service.post(
                path + "/feedback", Running.text(Map.of("feedback", List.of(Map.of("card", MARK, "outcome", MARK)))));
    }
}
