package org.spasmcds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.authoring.check.Checks;
import org.spasmcds.authoring.check.SampleFolder;

/** {@code rules check}, {@code rules new} and {@code rules lock} as their user meets them. */
class RulesCheckCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copy() throws IOException {
        SampleFolder.copy(folder);
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private void spoil() throws IOException {
        SampleFolder.replace(folder, SampleFolder.POTASSIUM, "// years [CLIN-CONS]", "// [CLIN-CONS]");
    }

    @Test
    void aCleanFolderIsPraisedWithZero() {
        assertEquals(0, run("rules", "check", "--rules", folder.toString()));
        assertEquals("Nothing found.\n", out.toString().replace("\r", ""));
    }

    @Test
    void aFindingIsNamedWithItsPlaceAndCheckAndNoLineIsTooWide() throws IOException {
        spoil();
        Files.writeString(
                folder.resolve("groups.csv"),
                "\nfluid-loss,diarrhoe,,CLIN-CONS\n",
                java.nio.file.StandardOpenOption.APPEND);
        assertEquals(1, run("rules", "check", "--rules", folder.toString()));
        String report = out.toString();
        assertTrue(report.contains(folder + "/" + SampleFolder.POTASSIUM + ":45:14:"), report);
        assertTrue(report.contains("[number-unit]"), report);
        assertTrue(report.contains("[vocabulary]"), report);
        assertTrue(report.contains("--explain"), report);
        assertTrue(report.lines().filter(line -> line.contains(" ")).allMatch(line -> line.length() <= 80), report);
    }

    @Test
    void jsonHasTheSameFindings() throws IOException {
        spoil();
        assertEquals(1, run("rules", "check", "--rules", folder.toString(), "--format", "json"));
        JsonNode found = new ObjectMapper().readTree(out.toString());
        assertEquals(1, found.size());
        assertEquals("number-unit", found.get(0).get("check").asText());
        assertEquals(SampleFolder.POTASSIUM, found.get(0).get("file").asText());
        assertEquals(45, found.get(0).get("line").asInt());
        assertEquals(14, found.get(0).get("column").asInt());
    }

    @Test
    void gitHubGetsAnnotationsWithTheFolderAndEscapedText() throws IOException {
        SampleFolder.replace(folder, SampleFolder.POTASSIUM, "have your list", "at 5 % more, have your list");
        SampleFolder.replace(folder, SampleFolder.POTASSIUM, "// years [CLIN-CONS]", "// 5% of years [CLIN-CONS]");
        assertEquals(1, run("rules", "check", "--rules", folder.toString(), "--format", "github"));
        String path = (folder + "/" + SampleFolder.POTASSIUM).replace(":", "%3A");
        assertTrue(
                out.toString()
                        .contains(
                                "::error file=" + path
                                        + ",line=45,col=14,title=wrong-unit::\"5%25 of years\" for age >= 65; age is stated in years"),
                out.toString());
    }

    @Test
    void anAcceptedFindingIsNotReportedAgainUntilItChanges() throws IOException {
        spoil();
        run("rules", "check", "--rules", folder.toString(), "--format", "accepted");
        String line = out.toString().strip();
        assertEquals("number-unit," + SampleFolder.POTASSIUM + ",low-potassium.older: age >= 65,", line);
        Path accepted = folder.resolve("accepted.csv");
        String before = Files.readString(accepted);
        Files.writeString(accepted, before + line + "\n");
        assertEquals(1, run("rules", "check", "--rules", folder.toString()), "an acceptance without a reason");
        Files.writeString(accepted, before + line + "Only a trial.\n");
        assertEquals(0, run("rules", "check", "--rules", folder.toString()), out.toString());
        SampleFolder.replace(folder, SampleFolder.POTASSIUM, "age >= 65", "age >= 66");
        run("rules", "check", "--rules", folder.toString());
        assertTrue(out.toString().contains("[number-unit]"), out.toString());
        assertTrue(out.toString().contains("[accepted-outdated]"), out.toString());
    }

    @Test
    void aFolderThatCannotBeReadIsAFindingToo() throws IOException {
        assertEquals(
                1, run("rules", "check", "--rules", folder.resolve("nowhere").toString()));
        assertTrue(out.toString().contains("[empty-folder]"), out.toString());
        Files.write(folder.resolve(SampleFolder.POTASSIUM), "// ä".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(1, run("rules", "check", "--rules", folder.toString()));
        assertTrue(out.toString().contains(SampleFolder.POTASSIUM), out.toString());
        assertTrue(out.toString().contains("is not UTF-8"), out.toString());
    }

    @Test
    void brokenAndSoundFilesAreReportedTogether() throws IOException {
        SampleFolder.replace(folder, SampleFolder.POTASSIUM, "when\n    Patient", "whne\n    Patient");
        SampleFolder.replace(folder, "07-electrolyte-disorder/low-calcium.drl", "// g/L [CLIN-CONS]", "// [CLIN-CONS]");
        assertEquals(1, run("rules", "check", "--rules", folder.toString()));
        assertTrue(out.toString().contains("[syntax]"), out.toString());
        assertTrue(out.toString().contains("[number-unit]"), out.toString());
        assertFalse(out.toString().contains("[expect-unknown]"), out.toString());
    }

    @Test
    void everyCheckIsListedAndExplained() {
        assertEquals(0, run("rules", "check", "--list"));
        Checks.ids().forEach(id -> assertTrue(out.toString().contains(id + " "), id));
        assertEquals(0, run("rules", "check", "--explain", "wrong-unit"));
        assertTrue(out.toString().startsWith("# wrong-unit"), out.toString());
        assertEquals(Failures.USAGE, run("rules", "check", "--explain", "wrong-units"));
        assertTrue(err.toString().contains("--explain wrong-units is no check"), err.toString());
    }

    @Test
    void aFolderOnTopOfTheBundledRulesIsCheckedByItself() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("mine"));
        assertEquals(0, run("rules", "new", "my-cramp", "--add", mine.toString()), err.toString());
        assertEquals(1, run("rules", "check", "--add", mine.toString()));
        assertTrue(out.toString().contains("my-cramp.drl:3:14:"), out.toString());
        assertFalse(out.toString().replace("[todo]", "").contains("["), out.toString());
        assertEquals(Failures.REFUSED, run("rules", "new", "hiccups", "--add", mine.toString()));
        assertTrue(err.toString().contains("\"hiccups\" already stands in"), err.toString());
    }

    @Test
    void theHospitalOfTheExamplesIsClean() {
        assertEquals(0, run("rules", "check", "--add", "examples/hospital-rules"), out.toString());
    }

    @Test
    void nothingIsWrittenIntoTheBundledRules() {
        for (String[] args : new String[][] {{"rules", "lock"}, {"rules", "new", "my-cramp"}}) {
            assertEquals(Failures.USAGE, run(args));
            assertTrue(err.toString().startsWith("the bundled rules cannot be written"), err.toString());
        }
    }

    @Test
    void theLockRefusesAChangeWithoutAStepAndNamesIt() throws IOException {
        assertEquals(0, run("rules", "lock", "--rules", folder.toString()));
        SampleFolder.replace(folder, SampleFolder.POTASSIUM, "value < 3.5", "value < 3.6");
        assertEquals(1, run("rules", "lock", "--rules", folder.toString()));
        assertTrue(out.toString().contains("say @version(\"3\")"), out.toString());
        SampleFolder.replace(folder, SampleFolder.POTASSIUM, "when\n    Patient", "whne\n    Patient");
        assertEquals(Failures.RULES, run("rules", "lock", "--rules", folder.toString()));
    }
}
