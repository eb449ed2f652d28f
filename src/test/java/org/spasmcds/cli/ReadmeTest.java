package org.spasmcds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.coverage.Coverage;
import org.spasmcds.authoring.coverage.CoverageText;

/** What the README pastes is what the commands print. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");

    private static String run(String... args) {
        StringWriter out = new StringWriter();
        Main.run(new PrintWriter(out, true), new PrintWriter(out, true), args);
        return out.toString();
    }

    @Test
    void theFirstReportIsTheRealOne() throws IOException {
        String readme = Files.readString(README);
        List<String> lines = run(
                        "assess",
                        "examples/patients/thyroidectomy-tetany.json",
                        "--as-of",
                        "2026-01-15",
                        "--width",
                        "80")
                .lines()
                .toList();
        for (String line : lines.subList(1, lines.size() - 1)) {
            assertTrue(readme.contains(line), "not in README.md: " + line);
        }
    }

    @Test
    void theCountsAreTheRealOnes() throws IOException {
        String readme = Files.readString(README);
        long conditions = TestRules.bundled().rules().stream()
                .map(rule -> rule.condition())
                .distinct()
                .count();
        int rules = TestRules.bundled().rules().size();
        int cases = ScenarioReader.read(TestRules.FOLDER).size();
        String counts = readme.lines()
                .filter(line -> line.contains("conditions in"))
                .findFirst()
                .orElse("");
        assertEquals(
                List.of(conditions, (long) rules, (long) cases),
                java.util.regex.Pattern.compile("\\d[\\d,]*")
                        .matcher(counts)
                        .results()
                        .map(match -> Long.parseLong(match.group().replace(",", "")))
                        .limit(3)
                        .toList());
        StringWriter table = new StringWriter();
        CoverageText.table(Coverage.of(TestRules.bundled(), TestRules.FOLDER), new PrintWriter(table, true));
        table.toString().lines().forEach(line -> assertTrue(readme.contains(line), "not in README.md: " + line));
    }

    @Test
    void theBenchmarkTableIsTheRealOne() throws IOException {
        String readme = Files.readString(README);
        run("benchmark")
                .lines()
                .filter(line -> line.startsWith("|"))
                .forEach(line -> assertTrue(readme.contains(line), "not in README.md: " + line));
    }
}
