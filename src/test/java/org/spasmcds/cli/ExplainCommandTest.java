package org.spasmcds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class ExplainCommandTest {
    private static final String LOW =
            "{\"id\":\"low\",\"results\":[{\"test\":\"potassium\",\"value\":2.3,\"unit\":\"mmol/L\",\"at\":\"now\","
                    + "\"document\":\"Observation/1\"}]}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int explain(String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("low.json"), LOW);
        String[] args = new String[options.length + 4];
        System.arraycopy(new String[] {"explain", file.toString(), "--as-of", "2026-01-15"}, 0, args, 0, 4);
        System.arraycopy(options, 0, args, 4, options.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @Test
    void everyFindingIsExplainedWithItsSource() throws IOException {
        assertEquals(0, explain());
        String text = out.toString();
        assertTrue(text.contains("because    potassium 2.3 mmol/L, now, is below 2.5 mmol/L"), text);
        assertTrue(text.contains("[results[0], Observation/1]"), text);
        assertTrue(text.contains("07-electrolyte-disorder/hypokalemia-severe.drl:"), text);
        assertTrue(text.contains("--rule ID"), text);
    }

    @Test
    void aRuleThatDidNotFireNamesTheSmallestChange() throws IOException {
        assertEquals(0, explain("--rule", "hypokalemia-moderate"));
        String text = out.toString();
        assertTrue(text.contains("did not fire"), text);
        assertTrue(text.contains("- potassium at least 2.5 mmol/L, below 3 mmol/L (now 2.3)"), text);
    }

    @Test
    void jsonCarriesTheGroundsAndTheFactsBehindThem() throws IOException {
        assertEquals(0, explain("--format", "json"));
        JsonNode fact = new ObjectMapper()
                .readTree(out.toString())
                .path("why")
                .path(0)
                .path("grounds")
                .path(0)
                .path("facts")
                .path(0);
        assertEquals("results[0]", fact.path("path").asText());
        assertEquals("Observation/1", fact.path("document").asText());
        assertEquals(2.3, fact.path("value").path("value").asDouble());
    }

    @Test
    void jsonOfARuleCarriesTheStateOfEveryCondition() throws IOException {
        assertEquals(0, explain("--format", "json", "--rule", "hypokalemia-severe.ecg"));
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertEquals("HELD", answer.path("conditions").path(0).path("state").asText());
        assertEquals("UNKNOWN", answer.path("conditions").path(1).path("state").asText());
        assertEquals(1, answer.path("smallestChange").size());
    }

    @Test
    void aRuleThatIsNotThereAndAFileThatIsNotThereAreWrongUsage() throws IOException {
        assertEquals(Failures.USAGE, explain("--rule", "hypokalemia-sever"));
        assertTrue(err.toString().contains("did you mean hypokalemia-severe"), err.toString());
        assertEquals(
                Failures.USAGE,
                Main.run(new PrintWriter(out, true), new PrintWriter(err, true), "explain", "nowhere.json"));
        assertTrue(err.toString().contains("nowhere.json: no such file"), err.toString());
    }
}
