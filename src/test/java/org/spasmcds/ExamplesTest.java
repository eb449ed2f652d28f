package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;

/** The examples do what their pages say. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("examples");

    @Test
    void theJavaProgramPrintsAFirstFinding(@TempDir Path classes) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(
                0,
                compiler.run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        EXAMPLES.resolve("first-finding/FirstFinding.java").toString()));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream standard = System.out;
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("FirstFinding").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(standard);
        }
        assertTrue(
                printed.toString(StandardCharsets.UTF_8).startsWith("URGENT: "),
                printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theHospitalFolderPassesItsCasesOnTopOfTheBundle() {
        Path folder = EXAMPLES.resolve("hospital-rules");
        ScenarioRunner runner = new ScenarioRunner(Ruleset.bundledWith(folder, Set.of("hiccups")));
        ScenarioReader.read(folder)
                .forEach(
                        scenario -> assertEquals(List.of(), runner.run(scenario).failures(), scenario.name()));
    }

    @Test
    void everyPatientGivesTheSameFindingsUnderTheBundledRulesAndUnderTheFolderCompiledAtRunTime() throws IOException {
        Ruleset bundled = TestRules.bundled();
        Ruleset folder = Ruleset.of(TestRules.FOLDER);
        int compared = 0;
        for (String place : List.of("patients", "benchmark")) {
            try (Stream<Path> files = Files.list(EXAMPLES.resolve(place))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json") && !f.endsWith("labels.json"))
                        .toList()) {
                    String text = Files.readString(file);
                    Assessment a = bundled.assess(new PatientReader(bundled).read(Documents.read(text)), TestRules.NOW);
                    Assessment b = folder.assess(new PatientReader(folder).read(Documents.read(text)), TestRules.NOW);
                    assertEquals(a.findings(), b.findings(), file.toString());
                    assertEquals(a.gaps(), b.gaps(), file.toString());
                    compared++;
                }
            }
        }
        assertTrue(compared >= 15 + 48, "only " + compared);
        assertEquals(bundled.identity().digest(), folder.identity().digest());
    }
}
