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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.authoring.impact.SignOffs;
import org.spasmcds.authoring.impact.SmallRules;

/** The impact command as its user sees it: what it prints, and the exit code that a script gets. */
class RulesImpactCommandTest {
    private static final String SIGNED = SignOffs.HEADER + "\nlow-potassium,1,EMERGENCY,SOON,new guideline,M. Curie\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private String older;
    private String newer;
    private String cohort;

    @BeforeEach
    void write() throws IOException {
        older = SmallRules.write(folder.resolve("old")).toString();
        newer = SmallRules.write(folder.resolve("new")).toString();
        SmallRules.put(Path.of(newer), SmallRules.LOW_FILE, SmallRules.low("2.4"));
        cohort = file("cohort.ndjson", SmallRules.patient("b", "2.4") + SmallRules.patient("e", "4.2"));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int impact(String before, String after, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"rules", "impact", before, after}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @Test
    void aFallIsElevenUntilItIsSignedOffAndTheLineToAddIsPrinted() throws IOException {
        assertEquals(11, impact(older, newer, "--cohort", cohort, "--as-of", "2026-01-15"));
        String report = out.toString();
        assertTrue(
                report.startsWith("2 patients, 1 changed: level fallen for 1, risen for 0, the same for 0\n"), report);
        assertTrue(report.contains("    - Result( test == \"potassium\", current, value < 2.5 )"), report);
        assertTrue(report.contains("    + Result( test == \"potassium\", current, value < 2.4 )"), report);
        assertTrue(report.contains("FALLEN EMERGENCY -> SOON: 1 patient\n    b ("), report);
        assertTrue(report.contains("  low-potassium,1,EMERGENCY,SOON,,\n"), report);
        Files.writeString(Path.of(newer).resolve(SignOffs.FILE), SIGNED);
        assertEquals(0, impact(older, newer, "--cohort", cohort));
        assertTrue(out.toString().replaceAll("\\s+", " ").contains("new guideline (M. Curie)"), out.toString());
        assertFalse(out.toString().contains("NOT SIGNED OFF"), out.toString());
    }

    @Test
    void signaturesMayStandInAnotherFile() throws IOException {
        String signed = file("mine.csv", SIGNED);
        assertEquals(0, impact(older, newer, "--cohort", cohort, "--sign-off", signed));
        assertEquals(
                2,
                impact(
                        older,
                        newer,
                        "--cohort",
                        cohort,
                        "--sign-off",
                        folder.resolve("none.csv").toString()));
        assertTrue(err.toString().contains("none.csv: no such file"), err.toString());
        assertEquals(2, impact(older, newer, "--cohort", cohort, "--sign-off", file("wrong.csv", "a,b\n")));
        assertTrue(err.toString().contains("wrong.csv:1:1: the first line must be condition,"), err.toString());
    }

    @Test
    void aRiseIsNoFailureAndARefusedDocumentIs() throws IOException {
        assertEquals(0, impact(newer, older, "--cohort", cohort));
        assertTrue(out.toString().contains("risen SOON -> EMERGENCY: 1 patient"), out.toString());
        String wrong = file("wrong.json", "{\"agee\":3}");
        assertEquals(1, impact(newer, older, "--cohort", cohort, wrong));
        assertTrue(out.toString().contains("1 document refused: by OLD 0, by NEW 0, by both 1"), out.toString());
        assertTrue(out.toString().contains("wrong.json: by both: agee: is not a field"), out.toString());
        assertEquals(11, impact(older, newer, "--cohort", cohort, wrong));
    }

    @Test
    void theFindingThatKeepsTheLevelIsShownThoughItIsAsBefore() {
        impact(older, newer, "--cohort", cohort);
        assertTrue(
                out.toString()
                        .contains("      NEW   cramp LIKELY SELF_CARE\n      both  moderate-potassium LIKELY SOON\n"),
                out.toString());
    }

    @Test
    void aSideThatCannotBeLoadedIsRefusedByItsName() {
        SmallRules.put(
                Path.of(newer), SmallRules.LOW_FILE, SmallRules.low("2.4").replace("== \"potassium", "== \"potasium"));
        assertEquals(3, impact(older, newer, "--cohort", cohort));
        assertTrue(err.toString().startsWith("NEW low-potassium.drl:13:"), err.toString());
        assertTrue(err.toString().contains("was refused: 1 problem(s)."), err.toString());
        assertEquals(3, impact(newer, newer, "--cohort", cohort));
        assertTrue(err.toString().contains("OLD low-potassium.drl:13:"), err.toString());
    }

    @Test
    void wrongUsageIsTold() throws IOException {
        assertEquals(2, impact(older, newer));
        assertEquals(
                2,
                impact(older, newer, "--cohort", folder.resolve("none.ndjson").toString()));
        assertTrue(err.toString().contains("none.ndjson: no such file"), err.toString());
        assertEquals(2, impact(older, "nonsense", "--cohort", cohort, "--rules", newer));
        assertTrue(err.toString().startsWith("NEW: \"nonsense\" is not a folder, and "), err.toString());
        assertEquals(2, impact(older, newer, "--cohort", file("empty.ndjson", "\n")));
        assertTrue(err.toString().contains("holds no patient"), err.toString());
        assertEquals(2, impact(older, newer, "--cohort", cohort, "--limit", "-1"));
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    @Test
    void theBundledRulesAreAVersionToo() {
        assertEquals(0, impact("bundled", "bundled", "--cohort", cohort));
        assertTrue(out.toString().contains("OLD  the bundled rules, "), out.toString());
    }

    @Test
    void jsonHasTheSameNumbersAndThePageStandsAlone() throws IOException {
        Path page = folder.resolve("page.html");
        assertEquals(11, impact(older, newer, "--cohort", cohort, "--format", "json", "--html", page.toString()));
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertEquals(1, report.path("counts").path("fallen").asInt());
        assertEquals(
                "low-potassium", report.path("groups").get(0).path("condition").asText());
        assertEquals(
                "b",
                report.path("groups")
                        .get(0)
                        .path("moves")
                        .get(0)
                        .path("examples")
                        .get(0)
                        .path("id")
                        .asText());
        assertEquals(newer, report.path("new").path("origin").asText());
        String html = Files.readString(page);
        assertTrue(html.contains("▼ The level falls for 1 patient."), html);
        assertTrue(html.contains("low-potassium,1,EMERGENCY,SOON,,"), html);
        assertFalse(html.contains("http"), "the page asks for something from elsewhere");
    }

    @Test
    void anIdCannotSteerTheTerminalOrThePage() throws IOException {
        Path page = folder.resolve("page.html");
        String evil = file("evil.ndjson", SmallRules.patient("\\u001b[2J<b>", "2.4"));
        assertEquals(11, impact(older, newer, "--cohort", evil, "--html", page.toString()));
        assertFalse(out.toString().contains("\u001B"), out.toString());
        assertTrue(Files.readString(page).contains("&lt;b&gt;"));
    }

    @Test
    void theTextKeepsToEightyColumnsButForFileNamesAndRuleLines() {
        impact(older, newer, "--cohort", cohort);
        List<String> wide = out.toString()
                .lines()
                .filter(line -> line.length() > 80)
                .filter(line -> !line.contains(folder.toString()) && !line.contains("Result("))
                .toList();
        assertEquals(List.of(), wide);
    }

    @Test
    void cohortWritesDocumentsThatImpactReads() throws IOException {
        assertEquals(
                0,
                Main.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        "rules",
                        "cohort",
                        "20",
                        "--seed",
                        "5"));
        String patients = file("made-up.ndjson", out.toString());
        assertEquals(20, out.toString().lines().count());
        assertEquals(0, impact(older, older, "--cohort", patients));
        assertTrue(out.toString().startsWith("20 patients, 0 changed"), out.toString());
        assertEquals(2, Main.run(new PrintWriter(out, true), new PrintWriter(err, true), "rules", "cohort", "0"));
    }
}
