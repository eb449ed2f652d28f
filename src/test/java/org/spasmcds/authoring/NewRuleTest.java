package org.spasmcds.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.check.Checks;
import org.spasmcds.authoring.check.Found;
import org.spasmcds.authoring.check.Lock;
import org.spasmcds.authoring.check.SampleFolder;

class NewRuleTest {
    private static final String UNDER = "07-electrolyte-disorder";

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        SampleFolder.copy(folder);
    }

    private NewRule rule(String id) {
        return new NewRule(RuleFolder.read(folder), id, UNDER, "Too much albumin");
    }

    private Set<String> found() {
        return Checks.run(RuleFolder.read(folder)).stream().map(Found::check).collect(Collectors.toSet());
    }

    private List<String> failed() {
        ScenarioRunner runner = new ScenarioRunner(Ruleset.of(folder));
        return ScenarioReader.read(folder).stream()
                .filter(each -> each.condition().equals("high-albumin"))
                .map(runner::run)
                .filter(verdict -> !verdict.passed())
                .map(verdict -> verdict.scenario().name())
                .toList();
    }

    /** The way of an author: begin, check, fill in, check, test, lock. */
    @Test
    void aNewRuleLacksOnlyWhatItsAuthorKnows() throws IOException {
        NewRule begun = rule("high-albumin");
        begun.write();
        assertEquals(Set.of("todo", "lock-outdated"), found());
        assertEquals(List.of(), failed());

        fill(begun);
        assertEquals(Set.of("lock-outdated"), found());
        Lock.of(RuleFolder.read(folder)).write();
        assertEquals(Set.of(), found());

        Ruleset rules = Ruleset.of(folder);
        assertEquals(
                "high-albumin",
                rules.assess(rules.patient().result("albumin", 51, "g/L").build(), TestRules.NOW)
                        .findings()
                        .get(0)
                        .id());
    }

    private static void fill(NewRule begun) throws IOException {
        String text = Files.readString(begun.rule())
                .replace("TODO the question that the rule answers", "Is albumin too high?")
                .replace("TODO what raises the level, or Nothing.", "Nothing.")
                .replace("TODO whom the rule does not find", "Dry people with a low albumin.")
                .replace("TODO what looks alike", "A tourniquet left on for long.")
                .replace("TODO what was taken from this source", "the limit.")
                .replace("TODO one sentence that a patient understands", "Albumin is high; drink enough.")
                .replace("TODO what to ask; what to measure", "fluids; hematocrit")
                .replace(
                        "Spasm( painful == \"yes\" )   // TODO the conditions, each number with its unit and source",
                        "Result( test == \"albumin\", current, value > 50 )   // g/L [CLIN-CONS]");
        Files.writeString(begun.rule(), text);
        StringBuilder cases = new StringBuilder();
        for (int albumin = 48; albumin < 54; albumin++) {
            cases.append("- case: an albumin of ").append(albumin);
            cases.append("\n  given: { albumin: ").append(albumin).append(" g/L }");
            cases.append("\n  expect: ")
                    .append(albumin > 50 ? "POSSIBLE ROUTINE" : "none")
                    .append('\n');
        }
        Files.writeString(begun.cases(), cases);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "low-potassium | already stands in 07-electrolyte-disorder/low-potassium.drl",
                "low-salt | is retired",
                "High-albumin | allowed are lower-case words",
                "high_albumin | allowed are lower-case words",
                "high-albumin.severe | allowed are lower-case words",
                "7-salts | allowed are lower-case words",
                "../high | allowed are lower-case words",
            })
    void anIdThatIsTakenOrIsNoneIsRefused(String id, String why) {
        assertTrue(
                rule(id).refusal().orElse("not refused").contains(why),
                rule(id).refusal().toString());
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws IOException {
        Files.writeString(folder.resolve(UNDER).resolve("high-albumin.drl"), "rule");
        assertTrue(rule("high-albumin").refusal().orElse("").contains("exist already"));
    }

    @Test
    void aPlaceOutsideTheFolderIsRefused() {
        NewRule outside = new NewRule(RuleFolder.read(folder), "high-albumin", "../elsewhere", "High albumin");
        assertTrue(outside.refusal().orElse("").startsWith("folder"));
    }
}
