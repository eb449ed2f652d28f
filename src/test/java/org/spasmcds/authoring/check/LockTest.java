package org.spasmcds.authoring.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spasmcds.authoring.RuleFolder;

/** What a condition answers changes only with its version and a line in the changelog. */
class LockTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        SampleFolder.copy(folder);
    }

    private void replace(String file, String from, String to) throws IOException {
        SampleFolder.replace(folder, file, from, to);
    }

    private List<String> found() {
        return Checks.run(RuleFolder.read(folder)).stream()
                .filter(each ->
                        each.check().equals("version-step") || each.check().equals("lock-outdated"))
                .map(each -> each.check() + " " + each.subject())
                .toList();
    }

    private Lock lock() {
        return Lock.of(RuleFolder.read(folder));
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "07-electrolyte-disorder/low-potassium.drl | value < 3.5 | value < 3.4",
                "07-electrolyte-disorder/low-potassium.drl | value < 3.5 | value <= 3.5",
                "07-electrolyte-disorder/low-potassium.drl | @level(\"URGENT\") | @level(\"EMERGENCY\")",
                "07-electrolyte-disorder/low-potassium.drl | @certainty(\"LIKELY\") | @certainty(\"POSSIBLE\")",
                "07-electrolyte-disorder/low-potassium.drl | @strength(\"direct\") | @strength(\"risk\")",
                "07-electrolyte-disorder/low-potassium.drl | @cause(\"electrolyte-disorder\") | @cause(\"none\")",
                "07-electrolyte-disorder/low-potassium.drl | @absorbs(\"low-calcium\") | @absorbs(\"low-calcium at SOON\")",
                "07-electrolyte-disorder/low-potassium.drl | @absorbs(\"low-calcium\") | @unless(\"low-calcium\")",
                "07-electrolyte-disorder/low-potassium.drl | @strength(\"direct\") | @strength(\"direct\") @child(\"yes\")",
                "07-electrolyte-disorder/low-potassium.drl | @strength(\"direct\") | @strength(\"direct\") @typical(\"yes\")",
                "07-electrolyte-disorder/low-potassium.drl | @strength(\"direct\") | @strength(\"direct\") @ownLine(\"yes\")",
                "07-electrolyte-disorder/low-potassium.drl | @strength(\"direct\") | @strength(\"direct\") @state(\"yes\")",
                "07-electrolyte-disorder/low-potassium.drl | @strength(\"direct\") | @strength(\"direct\") @attribution(\"POSSIBLE\")",
                "07-electrolyte-disorder/low-potassium.drl | not Medicine | Medicine",
                "groups.csv | fluid-loss,diarrhea | fluid-loss,palpitations",
            })
    void aChangedAnswerNeedsAStep(String file, String from, String to) throws IOException {
        replace(file, from, to);
        assertEquals(List.of("version-step low-potassium"), found());
        assertEquals(1, lock().refused().size());
    }

    @Test
    void aGroupWithinAGroupCounts() throws IOException {
        replace(
                "groups.csv",
                "fluid-loss,diarrhea,,CLIN-CONS",
                "fluid-loss,gut-loss,,CLIN-CONS\ngut-loss,diarrhea,,CLIN-CONS");
        replace(SampleFolder.POTASSIUM, "@version(\"2\")", "@version(\"3\")");
        replace(
                "CHANGELOG.md",
                "- low-potassium 2",
                "- low-potassium 3: the group is split, because it grew.\n- low-potassium 2");
        lock().write();
        assertEquals(List.of(), found());
        replace("groups.csv", "gut-loss,diarrhea", "gut-loss,palpitations");
        assertEquals(List.of("version-step low-potassium"), found());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "@says(\"Potassium is low; | @says(\"Potassium is lower;",
                "@title(\"Low potassium\") | @title(\"Too low potassium\")",
                "@ask(\"list | @ask(\"a list",
                "@source(\"TMS-K, CLIN-CONS\") | @source(\"CLIN-CONS, TMS-K\")",
                "// mmol/L [TMS-K] | // mmol/L [TMS-K, CLIN-CONS]",
                "    Result( test |     Result(   test",
            })
    void wordingSourcesAndCommentsDoNotCount(String from, String to) throws IOException {
        replace(SampleFolder.POTASSIUM, from, to);
        assertEquals(List.of(), found());
    }

    @Test
    void aStepWithoutALineInTheChangelogIsRefused() throws IOException {
        replace(SampleFolder.POTASSIUM, "@version(\"2\")", "@version(\"3\")");
        assertEquals(List.of("version-step low-potassium"), found());
        assertTrue(
                lock().refused().get(0).contains("is not in CHANGELOG.md"),
                lock().refused().toString());
    }

    @Test
    void aStepWithALineIsRecorded() throws IOException {
        replace(SampleFolder.POTASSIUM, "value < 3.5", "value < 3.6");
        replace(SampleFolder.POTASSIUM, "@version(\"2\")", "@version(\"3\")");
        replace("CHANGELOG.md", "- low-potassium 2", "- low-potassium 3: limit moved, because …\n- low-potassium 2");
        assertEquals(List.of("lock-outdated low-potassium"), found());
        assertEquals(List.of(), lock().refused());
        assertEquals(1, lock().changes());
        lock().write();
        assertEquals(List.of(), found());
        assertTrue(Files.readString(folder.resolve("lock.csv")).contains("low-potassium,3,"));
    }

    @Test
    void aVersionMayNotFall() throws IOException {
        replace(SampleFolder.POTASSIUM, "    @version(\"2\")\n", "");
        assertEquals(List.of("version-step low-potassium"), found());
    }

    @Test
    void whatIsRefusedKeepsItsLineWhileOthersAreRecorded() throws IOException {
        String before = Files.readString(folder.resolve("lock.csv"));
        replace(SampleFolder.POTASSIUM, "value < 3.5", "value < 3.6");
        replace("lock.csv", before.lines().skip(1).findFirst().orElseThrow() + "\n", "");
        assertEquals(List.of("lock-outdated low-calcium", "version-step low-potassium"), found());
        lock().write();
        assertEquals(before, Files.readString(folder.resolve("lock.csv")));
    }

    @Test
    void aLineWithoutARuleGoes() throws IOException {
        String before = Files.readString(folder.resolve("lock.csv"));
        Files.writeString(folder.resolve("lock.csv"), before + "low-salt,1,0123456789abcdef\n");
        assertEquals(List.of("lock-outdated low-salt"), found());
        lock().write();
        assertEquals(before, Files.readString(folder.resolve("lock.csv")));
    }

    @Test
    void aFolderWithoutALockIsNotHeldToOne() throws IOException {
        String before = Files.readString(folder.resolve("lock.csv"));
        Files.delete(folder.resolve("lock.csv"));
        replace(SampleFolder.POTASSIUM, "value < 3.5", "value < 3.6");
        assertEquals(List.of(), found());
        assertFalse(lock().exists());
        replace(SampleFolder.POTASSIUM, "value < 3.6", "value < 3.5");
        lock().write();
        assertEquals(before, Files.readString(folder.resolve("lock.csv")));
    }
}
