package org.spasmcds.authoring.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.TestRules;

/** An edit reruns what it can change, and nothing else; on a copy of the bundled rules. */
class WatchLoopTest {
    private static final String SEVERE = "07-electrolyte-disorder/hypokalemia-severe";
    private static final String MODERATE = "07-electrolyte-disorder/hypokalemia-moderate";
    private static final String HICCUPS = "09-nervous-system-disorder/hiccups";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> paths = Files.walk(TestRules.FOLDER)) {
            for (Path path : paths.toList()) {
                Files.copy(
                        path,
                        folder.resolve(TestRules.FOLDER.relativize(path).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Edits that follow a script: each step saves a file, and is heard when the work before it is done. */
    private final class Script implements Edits {
        private final List<Runnable> steps = new ArrayList<>();
        private final List<String> answers = new ArrayList<>();
        private String file = "";

        Script replace(String path, String old, String now) {
            steps.add(() -> {
                file = path;
                try {
                    String text = Files.readString(folder.resolve(path));
                    assertTrue(text.contains(old), old);
                    Files.writeString(folder.resolve(path), text.replace(old, now));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return this;
        }

        @Override
        public Optional<Set<String>> next(boolean patient) {
            if (!patient) {
                return Optional.of(Set.of());
            }
            answers.add(out.toString());
            out.getBuffer().setLength(0);
            if (steps.isEmpty()) {
                return Optional.empty();
            }
            steps.remove(0).run();
            return Optional.of(Set.of(file));
        }
    }

    /** What was printed after the first run and after each step. */
    private List<String> watch(Script script) {
        Set<String> files = Set.of(SEVERE, MODERATE, HICCUPS);
        new WatchLoop(
                        folder,
                        false,
                        file -> files.contains(file.replace(".scenarios.yaml", "")),
                        false,
                        new PrintWriter(out, true),
                        Clock.systemUTC())
                .run(script);
        return script.answers;
    }

    @Test
    void aNumberRerunsItsOwnCasesAndThoseInWhichItsRuleFiresOrIsDecidedOtherwise() {
        List<String> answers = watch(new Script()
                .replace(SEVERE + ".drl", "value < 2.5 )", "value < 2.6 )")
                .replace(SEVERE + ".drl", "value < 2.6 )", "value < 2.5 )"));
        assertTrue(answers.get(0).contains("cases: passed"), answers.get(0));
        String after = answers.get(1);
        assertTrue(after.contains(SEVERE + ".drl: hypokalemia-severe changed"), after);
        assertTrue(after.contains("exactly at the severe limit without other signs is not severe"), after);
        assertTrue(after.contains("potassium 2.5 mmol/L (now) is"), after);
        // Of the moderate rule the case of exactly 2.5 changes its answer, and that of 2.4 is one in which the rule
        // fires.
        assertTrue(after.contains("exactly 2.5 is moderate"), after);
        assertTrue(after.contains("(20 beside it, 2 elsewhere)"), after);
        assertFalse(after.contains(HICCUPS), after);
        assertTrue(answers.get(2).contains("22 passed, 0 failed"), answers.get(2));
        assertTrue(answers.get(2).contains("cases: passed"), answers.get(2));
    }

    @Test
    void anEditedCaseComesFirstAndOnlyItsFileIsRun() {
        String after = watch(new Script().replace(HICCUPS + ".scenarios.yaml", "expect: none", "expect: URGENT"))
                .get(1);
        assertTrue(after.contains("ran "), after);
        assertFalse(after.contains("elsewhere"), after);
        assertFalse(after.contains("07-electrolyte"), after);
    }

    @Test
    void aFileThatCannotBeReadLeavesTheRulesInUseUntilItIsMended() {
        List<String> answers = watch(new Script()
                .replace(SEVERE + ".drl", "value < 2.5 )", "valeu < 2.5 )")
                .replace(SEVERE + ".scenarios.yaml", "potassium: 2.5 mmol/L }", "potassium: 2.4 mmol/L }")
                .replace(SEVERE + ".drl", "valeu < 2.5 )", "value < 2.3 )"));
        assertTrue(answers.get(1).contains(SEVERE + ".drl:30:43: \"valeu\" is no property"), answers.get(1));
        assertTrue(answers.get(1).contains("stay in use"), answers.get(1));
        assertTrue(answers.get(2).contains("expected no hypokalemia-severe, got EMERGENCY"), answers.get(2));
        assertTrue(answers.get(3).contains("\"potassium below 2.3 mmol/L\""), answers.get(3));
    }

    @Test
    void aCommentChangesNoAnswer() {
        String after = watch(new Script().replace(SEVERE + ".drl", "// Asks", "// Does ask"))
                .get(1);
        assertTrue(after.contains("nothing that can change an answer"), after);
        assertTrue(after.contains("ran 20 cases: 20 passed"), after);
    }

    @Test
    void aNewRuleIsReadAndEverythingIsRunAfterItsOwnCases() {
        String rule = """
                rule "hypokalemia-severe.hiccups"
                    @level("EMERGENCY")
                    @certainty("CONFIRMED")
                when
                    Symptom( name == "hiccups", present )
                then
                end

                rule "hypokalemia-severe.ecg\"""";
        List<String> answers = watch(new Script().replace(SEVERE + ".drl", "rule \"hypokalemia-severe.ecg\"", rule));
        String after = answers.get(1);
        assertTrue(after.contains("hypokalemia-severe.hiccups changed"), after);
        assertTrue(after.contains("ran 20 cases: 20 passed, 0 failed"), after);
        assertTrue(after.contains("running the cases of 2 more files"), after);
        assertTrue(after.contains(HICCUPS + ".scenarios.yaml"), after);
    }

    @Test
    void aGroupIsRunFirstWhereRulesAskForIt() {
        String after = watch(new Script()
                        .replace("groups.csv", "cardiac-electrical-risk,digoxin,", "cardiac-electrical-risk,ramipril,"))
                .get(1);
        assertTrue(after.contains("group cardiac-electrical-risk"), after);
        assertTrue(after.contains("expected hypokalemia-moderate EMERGENCY, got URGENT"), after);
        assertTrue(after.contains("running the cases of 2 more files"), after);
        int first = after.indexOf("hypokalemia-moderate.scenarios.yaml");
        assertTrue(first >= 0 && first < after.indexOf("running the cases"), after);
    }

    @Test
    void savingTheSameTextSaysNothing() {
        assertEquals(
                "",
                watch(new Script().replace(SEVERE + ".drl", "// Asks", "// Asks"))
                        .get(1));
    }
}
