package org.spasmcds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FHIR on the command line, as its user sees it. */
class FhirCommandTest {
    private static final String PERSON = "{\"resourceType\":\"Patient\",\"id\":\"%s\",\"birthDate\":\"1950-01-01\"}";
    private static final String POTASSIUM =
            "{\"resourceType\":\"Observation\",\"id\":\"k-%1$s\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/%1$s\"},"
                    + "\"effectiveDateTime\":\"2026-01-14T08:00:00Z\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"2823-3\"}]},"
                    + "\"valueQuantity\":{\"value\":2.3,\"unit\":\"mmol/L\"}}";
    private static final String CLAIM =
            "{\"resourceType\":\"Claim\",\"id\":\"c\",\"patient\":{\"reference\":\"Patient/a\"}}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String bundle(String... resources) {
        return "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":" + String.join("},{\"resource\":", resources)
                + "}]}";
    }

    @Test
    void aBundleIsAssessedAndWhatWasNotUsedIsTold() throws IOException {
        String file = file("a.json", bundle(PERSON.formatted("a"), POTASSIUM.formatted("a"), CLAIM));
        assertEquals(0, run("assess", file, "--as-of", "2026-01-15"));
        String report = out.toString();
        assertTrue(report.startsWith("Patient/a   as of 2026-01-15"), report);
        assertTrue(report.contains("EMERGENCY  Call emergency services"), report);
        assertTrue(
                report.contains(
                        "From FHIR: 2 resources used; not used\n   1  a type of resource in which no rule looks: Claim\n"),
                report);
        run("assess", file, "--as-of", "2026-01-15", "--full");
        assertTrue(out.toString().contains("      Claim/c: Claim\n"), out.toString());
        assertTrue(out.toString().contains("   Observation/k-a used: potassium\n"), out.toString());
    }

    @Test
    void theSameIsToldToAProgram() throws IOException {
        String file = file("a.json", bundle(PERSON.formatted("a"), POTASSIUM.formatted("a"), CLAIM));
        assertEquals(0, run("assess", file, "--as-of", "2026-01-15", "--format", "json", "--no-basis"));
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertEquals("EMERGENCY", answer.path("level").asText());
        assertEquals("Patient/a", answer.path("fhir").path("reference").asText());
        assertEquals(
                "TYPE_NOT_READ",
                answer.path("fhir").path("unused").path(0).path("reason").asText());
    }

    @Test
    void severalPatientsInABundleAreAssessedEach() throws IOException {
        String file = file("two.json", bundle(PERSON.formatted("a"), PERSON.formatted("b"), POTASSIUM.formatted("b")));
        assertEquals(10, run("assess", file, "--as-of", "2026-01-15", "--format", "json", "--exit-level", "URGENT"));
        String[] lines = out.toString().split("\n");
        assertEquals(2, lines.length);
        assertFalse(new ObjectMapper().readTree(lines[0]).has("level"), lines[0]);
        assertEquals(
                "EMERGENCY", new ObjectMapper().readTree(lines[1]).path("level").asText());
        assertEquals(1, run("assess", file, "--format", "html"));
        assertTrue(err.toString().contains("is about 2 patients; allowed here: one"), err.toString());
    }

    @Test
    void filesOfBulkDataBelongTogether() throws IOException {
        String persons = file("Patient.ndjson", PERSON.formatted("a") + "\n" + PERSON.formatted("b") + "\n");
        String results = file("Observation.ndjson", POTASSIUM.formatted("b") + "\n");
        assertEquals(0, run("assess", persons, results, "--as-of", "2026-01-15", "--no-basis"));
        assertTrue(out.toString().contains("Patient/a   as of"), out.toString());
        assertTrue(out.toString().contains("Patient/b   as of 2026-01-15T23:59:59Z\n\nEMERGENCY"), out.toString());
    }

    @Test
    void brokenFhirIsRefusedInOneLine() throws IOException {
        assertEquals(1, run("assess", file("bad.json", "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{}}]}")));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("bad.json: Bundle.entry[0].resource: has no resourceType"), err.toString());
    }

    @Test
    void explainTakesABundleToo() throws IOException {
        String file = file("a.json", bundle(PERSON.formatted("a"), POTASSIUM.formatted("a")));
        assertEquals(0, run("explain", file, "--as-of", "2026-01-15"));
        assertTrue(out.toString().contains("potassium 2.3 mmol/L"), out.toString());
    }

    @Test
    void aCohortMayBeBundlesAndBulkData() throws IOException {
        String bundle = file("a.json", bundle(PERSON.formatted("a"), POTASSIUM.formatted("a")));
        String persons = file("Patient.ndjson", PERSON.formatted("c") + "\n" + PERSON.formatted("b") + "\n");
        String results = file("Observation.ndjson", POTASSIUM.formatted("b") + "\n");
        assertEquals(
                0,
                run(
                        "rules",
                        "impact",
                        "bundled",
                        "bundled",
                        "--cohort",
                        bundle,
                        persons,
                        results,
                        "--as-of",
                        "2026-01-15"));
        assertTrue(out.toString().startsWith("3 patients"), out.toString());
    }
}
