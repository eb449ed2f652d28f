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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.spasmcds.authoring.Coverage;
import org.spasmcds.authoring.RuleFolder;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.authoring.Verdict;
import org.spasmcds.authoring.check.Checks;

/** The bundled rules and the cases beside them. */
class RuleFilesTest {
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
    void everyRuleFiresInACaseAndEveryNumberHasACaseOnBothSides() {
        Coverage coverage = Coverage.of(ruleset, TestRules.FOLDER);
        assertEquals(List.of(), coverage.silent());
        assertEquals(List.of(), coverage.oneSided());
    }

    /** Among them: six cases beside every rule, a unit and a source on the line of every number, American spelling. */
    @Test
    void theChecksFindNothing() {
        assertEquals(List.of(), Checks.run(RuleFolder.read(TestRules.FOLDER)));
    }

    @Test
    void thereAreAtLeastTwelveHundredCases() {
        int cases = ScenarioReader.read(TestRules.FOLDER).size();
        assertTrue(cases >= 1200, cases + " cases");
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
}
