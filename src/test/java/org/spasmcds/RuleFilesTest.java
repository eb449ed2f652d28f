package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.authoring.Verdict;
import org.spasmcds.authoring.coverage.Coverage;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;

/** The bundled rules and the cases beside them. */
class RuleFilesTest {
    private static final Pattern NUMBER = Pattern.compile("(<|<=|>|>=|==) -?[0-9]");
    private static final Pattern CITATION = Pattern.compile("//.*\\[[A-Z0-9, -]+]");

    private final Ruleset ruleset = TestRules.bundled();

    /** One test a file, so that a failure names the rule. */
    @TestFactory
    Stream<DynamicTest> everyCasePasses() {
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        Map<String, List<Scenario>> byFile = new LinkedHashMap<>();
        for (Scenario scenario : ScenarioReader.read(TestRules.FOLDER)) {
            byFile.computeIfAbsent(scenario.file(), any -> new ArrayList<>()).add(scenario);
        }
        return byFile.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    List<String> failures = new ArrayList<>();
                    for (Scenario scenario : file.getValue()) {
                        Verdict verdict = runner.run(scenario);
                        if (!verdict.passed()) {
                            failures.add(scenario.name() + ": " + verdict.failures());
                        }
                    }
                    assertEquals(List.of(), failures);
                }));
    }

    @Test
    void everyRulePatternAndNumberIsCoveredBothWays() {
        Coverage coverage = Coverage.of(ruleset, TestRules.FOLDER);
        assertEquals(List.of(), coverage.uncovered());
        assertEquals(List.of(), coverage.problems());
    }

    @Test
    void thereAreAtLeastTwelveHundredCasesAndSixInEveryFile() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ScenarioReader.read(TestRules.FOLDER).forEach(scenario -> counts.merge(scenario.file(), 1, Integer::sum));
        assertTrue(
                counts.values().stream().mapToInt(Integer::intValue).sum() >= 1200,
                counts.values().toString());
        for (Rule rule : ruleset.rules()) {
            int cases = counts.getOrDefault(rule.file().replace(".drl", ".scenarios.yaml"), 0);
            assertTrue(cases >= 6, rule.file() + " has " + cases + " cases");
        }
    }

    @Test
    void everyNumberStandsWithItsUnitAndSourceOnItsLine() throws Exception {
        List<String> bare = new ArrayList<>();
        for (Map.Entry<String, String> file : RuleFiles.read(TestRules.FOLDER).entrySet()) {
            String[] lines = file.getKey().endsWith(".drl") ? file.getValue().split("\n") : new String[0];
            for (int i = 0; i < lines.length; i++) {
                String code = lines[i].replaceFirst("//.*", "");
                boolean count = code.contains("Group(");
                if (NUMBER.matcher(code).find()
                        && !count
                        && !CITATION.matcher(lines[i]).find()) {
                    bare.add(file.getKey() + ":" + (i + 1) + ": " + lines[i].strip());
                }
            }
        }
        assertEquals(List.of(), bare);
    }

    @Test
    void everySourceThatALineCitesExists() throws Exception {
        Pattern cited = Pattern.compile("//[^\\[]*\\[([A-Z0-9, -]+)]");
        Set<String> unknown = new TreeSet<>();
        for (Map.Entry<String, String> file : RuleFiles.read(TestRules.FOLDER).entrySet()) {
            Matcher citation = cited.matcher(file.getKey().endsWith(".drl") ? file.getValue() : "");
            while (citation.find()) {
                for (String id : citation.group(1).split(", *")) {
                    if (ruleset.vocabulary().source(id).isEmpty()) {
                        unknown.add(file.getKey() + " " + id);
                    }
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyHeaderSaysWhatTheRuleAsksMissesAndMistakes() throws Exception {
        List<String> lacking = new ArrayList<>();
        for (Map.Entry<String, String> file : RuleFiles.read(TestRules.FOLDER).entrySet()) {
            if (!file.getKey().endsWith(".drl")) {
                continue;
            }
            for (String part : List.of("Asks", "Escalates", "Misses", "Mimics")) {
                if (!Pattern.compile("(?m)^// " + part + " +\\S")
                        .matcher(file.getValue())
                        .find()) {
                    lacking.add(file.getKey() + ": " + part);
                }
            }
        }
        assertEquals(List.of(), lacking);
    }

    @Test
    void everyIdOfTheSpecificationIsARuleOrRetired() throws Exception {
        Set<String> conditions = new TreeSet<>();
        ruleset.rules().forEach(rule -> conditions.add(rule.condition()));
        String retired = Files.readString(Path.of("rules/retired.csv"));
        List<String> missing = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/specification-ids.txt"))) {
            if (!conditions.contains(line) && !retired.contains("\n" + line + ",")) {
                missing.add(line);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void noWordHasBritishSpelling() throws Exception {
        Pattern british = Pattern.compile(
                "\\b(haemolys|anaem|oedema|diarrhoea|oesoph|colour|tumour|ionis|generalis|behaviour|haemo|hypokalaem|hypocalcaem|glycaem|natraem|paediatr|orthopaed|coeliac|fibre|litre|centre)\\w*",
                Pattern.CASE_INSENSITIVE);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TestRules.FOLDER)) {
            for (Path file : files.filter(
                            f -> f.toString().endsWith(".drl") || f.toString().endsWith(".yaml"))
                    .toList()) {
                String text = Files.readString(file).replaceAll("(?m)^// \\[.*$", "");
                Matcher word = british.matcher(text);
                while (word.find()) {
                    found.add(file + ": " + word.group());
                }
            }
        }
        assertEquals(List.of(), found);
    }
}
