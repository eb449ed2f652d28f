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

class RulesAnalyzeCommandTest {
    private static final String HEAD = "package rules\nimport org.spasmcds.fact.*\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private static String rule(String id, String level, String when) {
        return "rule \"" + id + "\"\n    @cause(\"none\")\n    @level(\"" + level + "\")\n    @certainty(\"LIKELY\")\n"
                + "    @says(\"Something.\")\n    @source(\"CLIN-CONS\")\nwhen\n    " + when + "\nthen\nend\n";
    }

    @Test
    void anAddedFolderIsComparedWithTheBundledRulesAndOnlyItsOwnFindingsAreTold() throws IOException {
        Files.writeString(
                folder.resolve("added.drl"),
                HEAD + rule("added", "SOON", "Result( test == \"potassium\", current, value < 2.5 )"));
        assertEquals(1, run("rules", "analyze", "--add", folder.toString()));
        assertTrue(out.toString().startsWith("added.drl:3:1: conflict\n    added (SOON)"), out.toString());
        assertTrue(out.toString().contains("hypokalemia-severe (EMERGENCY)"), out.toString());
        assertTrue(out.toString().contains("\n    given: { potassium: 2.4 mmol/L }\n"), out.toString());
        assertTrue(
                out.toString().endsWith("  1 conflict (rules that ask for the same and differ in level)\n"),
                out.toString());
        assertTrue(
                out.toString().contains("1 rule looked at: 1 finding, 0 accepted, nothing undecided"), out.toString());
    }

    @Test
    void whatIsInOrderExitsWithZeroAndJsonHoldsTheWitnessAsADocument() throws IOException {
        Files.writeString(
                folder.resolve("added.drl"),
                HEAD
                        + rule("added", "SOON", "Medicine( name == \"digoxin\", active )")
                        + rule("added.old", "ROUTINE", "Patient( age >= 80 )"));
        assertEquals(0, run("rules", "analyze", "--add", folder.toString(), "--all", "--format", "json"));
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(2, json.path("rules").asInt());
        assertEquals(0, json.path("findings").size());
        assertEquals("levels-together", json.at("/notes/0/check").asText());
        assertEquals("{ age: 81, digoxin: active }", json.at("/notes/0/given").asText());
        assertEquals(81, json.at("/notes/0/patient/age").asInt());
        assertEquals("digoxin", json.at("/notes/0/patient/medicines/0/name").asText());
    }

    @Test
    void anIdThatIsNoConditionIsWrongUsage() {
        assertEquals(2, run("rules", "analyze", "hypokalaemia"));
        assertTrue(err.toString().contains("\"hypokalaemia\" is not the id of a condition"), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void aBrokenFolderIsRefused() throws IOException {
        Files.writeString(folder.resolve("added.drl"), HEAD + rule("other", "SOON", "Patient( age > 80 )"));
        assertEquals(3, run("rules", "analyze", "--add", folder.toString()));
        assertTrue(err.toString().contains("added.drl:3"), err.toString());
    }
}
