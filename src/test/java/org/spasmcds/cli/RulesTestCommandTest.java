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
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rules test} and {@code rules coverage} on a folder of one rule on top of the bundled ones. */
class RulesTestCommandTest {
    private static final String RULE = """
            package rules

            import org.spasmcds.fact.*

            rule "heat-cramp"
                @cause("overexertion")
                @level("ROUTINE")
                @certainty("POSSIBLE")
                @says("Hot muscles cramp.")
                @source("CLIN-CONS")
            when
                Exposure( name == "hot-weather", present )
                Patient( age >= 40 )
            then
            end
            """;
    private static final String CASES = """
            - case: hot at 40
              given: { age: 40, hot-weather: present }
              expect: ROUTINE
            - case: hot at 39
              given: { age: 39, hot-weather: present }
              expect: %s
            - case: cool
              given: { age: 50 }
              expect: none
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String dir() {
        return folder.resolve("rules").toString();
    }

    private void cases(String text) throws IOException {
        Files.writeString(folder.resolve("rules/heat-cramp.scenarios.yaml"), text);
    }

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("rules"));
        Files.writeString(folder.resolve("rules/heat-cramp.drl"), RULE);
        cases(CASES.formatted("none"));
    }

    @Test
    void casesThatPassExitWithZeroAndASummary() {
        assertEquals(0, run("rules", "test", "--add", dir()));
        assertTrue(out.toString().startsWith("3 passed, 0 failed, "), out.toString());
    }

    @Test
    void aCaseThatFailsSaysWhyAndExitsWithOne() throws IOException {
        cases(CASES.formatted("ROUTINE"));
        assertEquals(1, run("rules", "test", "heat-cramp", "--add", dir()));
        assertTrue(out.toString().contains("heat-cramp.scenarios.yaml:4: hot at 39"), out.toString());
        assertTrue(out.toString().contains("    heat-cramp did not fire: age 39 is not"), out.toString());
        assertTrue(out.toString().lines().allMatch(line -> line.length() <= 80), out.toString());
        assertTrue(out.toString().contains("2 passed, 1 failed, "), out.toString());
    }

    @Test
    void jsonAndXmlAgreeWithTheText() throws Exception {
        cases(CASES.formatted("ROUTINE"));
        Path xml = folder.resolve("out/junit.xml");
        assertEquals(1, run("rules", "test", "--add", dir(), "--format", "json", "--junit", xml.toString()));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(2, json.path("passed").asInt());
        assertEquals(1, json.path("failed").asInt());
        JsonNode failed = json.path("cases").get(1);
        assertEquals("hot at 39", failed.path("case").asText());
        assertEquals(4, failed.path("line").asInt());
        assertFalse(failed.path("passed").asBoolean());
        assertEquals(
                "expected heat-cramp ROUTINE, got none",
                failed.path("failures").get(0).asText());
        assertTrue(failed.path("because").get(0).asText().contains("(heat-cramp.drl:13:14)"), failed.toString());
        var suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(xml.toFile())
                .getDocumentElement();
        assertEquals("3", suites.getAttribute("tests"));
        assertEquals("1", suites.getAttribute("failures"));
    }

    @Test
    void aFileThatCannotBeReadIsToldAndTheOthersAreRun() throws IOException {
        Files.writeString(folder.resolve("rules/other.scenarios.yaml"), "- case: x\n  given: { age: [\n");
        cases(CASES.formatted("none") + "- case: misspelt\n  given: { hot-wether: present }\n  expect: none\n");
        assertEquals(1, run("rules", "test", "--add", dir()));
        assertTrue(out.toString().contains("other.scenarios.yaml:"), out.toString());
        assertTrue(out.toString().contains("heat-cramp.scenarios.yaml:10: misspelt"), out.toString());
        assertTrue(out.toString().contains("did you mean hot-weather?"), out.toString());
        assertTrue(out.toString().contains("3 passed, 1 failed, 1 could not be read"), out.toString());
        assertFalse((out.toString() + err).contains("\tat "));
    }

    @Test
    void anIdThatIsNotKnownIsWrongUsageWithNearOnes() {
        assertEquals(2, run("rules", "test", "heat-crmp", "--add", dir()));
        assertTrue(
                err.toString().contains("\"heat-crmp\" is not the id of a condition; did you mean heat-cramp?"),
                err.toString());
        assertEquals(2, run("rules", "coverage", "heat-c", "--add", dir()));
        assertTrue(err.toString().contains("heat-cramp"), err.toString());
    }

    @Test
    void aFolderThatIsRefusedExitsWithThree() throws IOException {
        Files.writeString(folder.resolve("rules/heat-cramp.drl"), RULE.replace("age >=", "aeg >="));
        assertEquals(3, run("rules", "test", "--add", dir()));
        assertTrue(err.toString().contains("heat-cramp.drl:13:14"), err.toString());
    }

    @Test
    void watchingNeedsAFolderAndPrintsText() {
        assertEquals(2, run("rules", "test", "--watch"));
        assertTrue(err.toString().contains("--watch needs a folder that can be edited"), err.toString());
        assertEquals(2, run("rules", "test", "--watch", "--format", "json", "--add", dir()));
        assertTrue(err.toString().contains("--watch prints text"), err.toString());
    }

    @Test
    void coverageTellsWhatIsNotCoveredAndWritesAPage() throws IOException {
        assertEquals(0, run("rules", "coverage", "--add", dir()));
        assertTrue(out.toString().contains("| (top) | 1 | 1 | 3 | 1 | 1 | 2 | 2 |"), out.toString());
        assertTrue(out.toString().contains("covered both ways."), out.toString());
        cases("- case: hot at 40\n  given: { age: 40, hot-weather: present }\n  expect: ROUTINE\n");
        Path page = folder.resolve("site");
        assertEquals(1, run("rules", "coverage", "--add", dir(), "--html", page.toString()));
        assertTrue(
                out.toString().contains("heat-cramp.drl:13:14: age >= 40 has no case where it fails"), out.toString());
        String html = Files.readString(page.resolve("coverage.html"));
        assertTrue(html.contains("class=\"pattern only-held\""), html);
        assertFalse(html.contains("<script"), html);
    }

    @Test
    void coverageAsJsonHoldsThePatternsWithTheirCases() throws IOException {
        assertEquals(0, run("rules", "coverage", "heat-cramp", "--add", dir(), "--format", "json"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        JsonNode pattern = json.at("/coverage/files/0/rules/0/patterns/1");
        assertEquals("Patient( age >= 40 )", pattern.path("text").asText());
        assertEquals("hot at 39", pattern.at("/cases/failed/0").asText());
        assertEquals(0, json.path("uncovered").size());
    }
}
