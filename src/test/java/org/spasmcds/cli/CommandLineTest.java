package org.spasmcds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final String LOW =
            "{\"id\":\"low\",\"results\":[{\"test\":\"potassium\",\"value\":2.3,\"unit\":\"mmol/L\",\"at\":\"now\"}]}";
    private static final String CRAMP =
            "{\"id\":\"cramp\",\"age\":60,\"spasms\":[{\"sites\":[\"calf\"],\"nocturnal\":true}]}";
    private static final String WRONG = "{\"agee\":60}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @BeforeEach
    void clear() {
        out.getBuffer().setLength(0);
    }

    @Test
    void assessPrintsAReadableReportWithoutColorWhereNoTerminalIs() throws IOException {
        assertEquals(0, run("assess", file("low.json", LOW), "--as-of", "2026-01-15"));
        String report = out.toString();
        assertTrue(report.startsWith("low   as of 2026-01-15"), report);
        assertTrue(report.contains("EMERGENCY  Call emergency services"), report);
        assertTrue(report.contains("potassium 2.3 mmol/L, now, is below 2.5 mmol/L"), report);
        assertTrue(report.contains("not a diagnosis"), report);
        assertFalse(report.contains("\u001B["), report);
        assertTrue(report.lines().filter(line -> line.contains(" ")).allMatch(line -> line.length() <= 110), report);
    }

    @Test
    void theReportKeepsToTheWidthAndColorsOnRequest() throws IOException {
        run("assess", file("low.json", LOW), "--as-of", "2026-01-15", "--width", "60", "--color", "always");
        assertTrue(out.toString().contains("\u001B[1;37;41mEMERGENCY"), out.toString());
        String plain = out.toString().replaceAll("\u001B\\[[0-9;]*m", "");
        assertTrue(plain.lines().filter(line -> line.startsWith("   ")).allMatch(line -> line.length() <= 60), plain);
    }

    @Test
    void jsonOfOneDocumentIsOneObjectAndOfSeveralIsALineEach() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        run("assess", file("low.json", LOW), "--format", "json", "--as-of", "2026-01-15");
        JsonNode one = mapper.readTree(out.toString());
        assertEquals("EMERGENCY", one.path("level").asText());
        assertEquals("2026-01-15T23:59:59Z", one.path("evaluatedAt").asText());
        clear();
        assertEquals(0, run("assess", file("both.ndjson", LOW + "\n\n" + CRAMP + "\n"), "--format", "json"));
        String[] lines = out.toString().split("\n");
        assertEquals(2, lines.length);
        assertEquals("cramp", mapper.readTree(lines[1]).path("subject").asText());
    }

    @Test
    void aRefusedDocumentIsNamedAndTheOthersAreAssessed() throws IOException {
        assertEquals(1, run("assess", file("wrong.json", WRONG), file("low.json", LOW)));
        assertTrue(err.toString().contains("wrong.json: agee: is not a field of a patient"), err.toString());
        assertTrue(out.toString().contains("EMERGENCY"), out.toString());
    }

    @Test
    void standardInputIsReadAsLines() {
        InputStream standard = System.in;
        try {
            System.setIn(new ByteArrayInputStream((LOW + "\n" + WRONG + "\n").getBytes(StandardCharsets.UTF_8)));
            assertEquals(1, run("assess", "-", "--format", "json"));
        } finally {
            System.setIn(standard);
        }
        assertEquals(1, out.toString().lines().count());
        assertTrue(err.toString().startsWith("-:2: agee"), err.toString());
    }

    @Test
    void theExitLevelTellsAScript() throws IOException {
        String low = file("low.json", LOW);
        assertEquals(10, run("assess", low, "--exit-level", "URGENT"));
        assertEquals(0, run("assess", file("cramp.json", CRAMP), "--exit-level", "URGENT"));
    }

    @Test
    void wrongUsageAndFilesThatDoNotExistAreTold() {
        assertEquals(2, run("assess"));
        assertEquals(2, run("assess", folder.resolve("nowhere.json").toString()));
        assertTrue(err.toString().contains("nowhere.json: no such file"), err.toString());
        assertEquals(2, run("assess", folder.toString()));
        assertEquals(2, run("assess", "x.json", "--as-of", "yesterday"));
        assertEquals(2, run("assess", "x.json", "--rules", "rules", "--without", "hiccups"));
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void anEmergencyIsToldEvenWhereAnotherDocumentWasRefused() throws IOException {
        assertEquals(10, run("assess", file("wrong.json", WRONG), file("low.json", LOW), "--exit-level", "URGENT"));
    }

    @Test
    void aByteOrderMarkIsNoFaultAndAnIdCannotSteerTheTerminal() throws IOException {
        assertEquals(0, run("assess", file("bom.json", "\uFEFF" + LOW.replace("\"low\"", "\"\\u001b[2Jlow\""))));
        assertFalse(out.toString().contains("\u001B"), out.toString());
    }

    @Test
    void aBrokenRuleFolderIsTold() throws IOException {
        Files.writeString(folder.resolve("broken.drl"), "package rules\nrule \"broken\"\nwhen then end\n");
        assertEquals(3, run("assess", file("low.json", LOW), "--add", folder.toString()));
        assertTrue(err.toString().contains("broken.drl:"), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void rulesTestRunsTheCasesOfOneConditionAndTellsWhatFailed() throws IOException {
        assertEquals(0, run("rules", "test", "hypokalemia-severe"));
        assertTrue(out.toString().contains(" passed, 0 failed"), out.toString());
    }

    @Test
    void namesFindsByPartSynonymAndCode() {
        assertEquals(0, run("names", "2823-3"));
        assertTrue(out.toString().startsWith("potassium  (analyte)"), out.toString());
        assertEquals(1, run("names", "potasium"));
        assertTrue(out.toString().contains("near: potassium"), out.toString());
    }

    @Test
    void schemaPrintsTheFormOfADocument() {
        assertEquals(0, run("schema"));
        assertTrue(out.toString().contains("2020-12"), out.toString());
    }
}
