package org.spasmcds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.authoring.catalog.OwnFolder;

class RulesCatalogCommandTest {
    @TempDir
    private Path work;

    private Path rules;
    private Path site;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        rules = work.resolve("rules");
        site = work.resolve("site");
        OwnFolder.write(rules);
    }

    private int run(Object... options) {
        List<String> args = new ArrayList<>(List.of("rules", "catalog"));
        for (Object option : options) {
            args.add(option.toString());
        }
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
    }

    @Test
    void itSaysWhatItWroteAndWhichCasesFail() {
        assertEquals(0, run("--rules", rules, "--output", site), err.toString());
        assertTrue(out.toString().contains("7 pages on 1 condition,"), out.toString());
        assertTrue(out.toString().contains("1 of 2 cases fail"), out.toString());
        assertTrue(Files.exists(site.resolve("index.html")));
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAloneUnlessForced() {
        assertEquals(Failures.USAGE, run("--rules", rules, "--output", rules));
        assertTrue(err.toString().contains("holds no catalog"), err.toString());
        assertFalse(Files.exists(rules.resolve("index.html")));
        assertEquals(0, run("--rules", rules, "--output", rules, "--force"), err.toString());
        assertTrue(Files.exists(rules.resolve("index.html")));
    }

    @Test
    void aReportThatIsNoneIsRefusedWithOneSentence() throws IOException {
        Path report = Files.writeString(work.resolve("report.json"), "{}");
        assertEquals(Failures.USAGE, run("--rules", rules, "--output", site, "--mutation", report));
        assertTrue(err.toString().contains("no \"conditions\" in it"), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
    }

    /** Runs the cases of the bundled rules too. */
    @Test
    @Tag("slow")
    void aFolderOnTopStandsBesideTheBundledRules() throws IOException {
        Path tests = rules.resolve("tests.csv");
        Files.writeString(rules.resolve("vocabulary.csv"), "name,kind,display,synonyms\n");
        Files.writeString(tests, Files.readString(tests).lines().findFirst().orElseThrow() + "\n");
        assertEquals(0, run("--add", rules, "--output", site), err.toString());
        assertTrue(Files.exists(site.resolve("rule/sample.html")));
        assertTrue(Files.exists(site.resolve("rule/hypokalemia-severe.html")));
        assertTrue(out.toString().contains("1 of "), out.toString());
    }
}
