package org.spasmcds.authoring.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;
import org.spasmcds.json.PatientWriter;
import org.spasmcds.rule.Rule;

/** A patient that is printed as a witness is one, read again from the printed text. */
class WitnessTest {
    private final Ruleset ruleset = TestRules.bundled();
    private final Entailment entailment = new Entailment(ruleset.vocabulary());

    @TempDir
    private Path folder;

    private boolean fires(Patient patient, Rule rule) {
        return ruleset.examine(patient, ScenarioRunner.EVALUATION).fired().containsKey(rule);
    }

    /** Puts a patient together for every so many rules, writes all of them as cases and as documents, and reads them back. */
    private void roundTrip(int everyNth) throws IOException {
        WitnessSearch witnesses = new WitnessSearch(ruleset, folder, entailment);
        ObjectMapper json = new ObjectMapper();
        PatientReader documents = new PatientReader(ruleset);
        List<Rule> rules = new ArrayList<>();
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < ruleset.rules().size(); i += everyNth) {
            Rule rule = ruleset.rules().get(i);
            Optional<Given> given = witnesses.firing(List.of(rule));
            assertTrue(given.isPresent(), rule.id());
            rules.add(rule);
            cases.append("- case: ")
                    .append(rule.id())
                    .append("\n  given: ")
                    .append(given.get().text());
            cases.append("\n  expect: none\n");
            String document = json.writeValueAsString(
                    PatientWriter.document(witnesses.patient(given.get()).orElseThrow()));
            assertTrue(fires(documents.read(Documents.read(document)), rule), document);
        }
        Files.writeString(folder.resolve("witnesses.scenarios.yaml"), cases.toString());
        List<Scenario> scenarios = ScenarioReader.read(folder);
        assertEquals(rules.size(), scenarios.size());
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        for (int i = 0; i < rules.size(); i++) {
            assertTrue(
                    fires(runner.patient(scenarios.get(i)), rules.get(i)),
                    rules.get(i).id() + " " + scenarios.get(i).given());
        }
    }

    @Test
    void whatIsPrintedForARuleMakesItFire() throws IOException {
        roundTrip(16);
    }

    @Test
    @Tag("slow")
    void whatIsPrintedForAnyRuleMakesItFire() throws IOException {
        roundTrip(1);
    }

    @Test
    void whereNoPatientCanBePutTogetherTheCasesServe() {
        Rule rule = ruleset.rules().stream()
                .filter(each -> each.id().equals("hypokalemia-severe"))
                .findFirst()
                .orElseThrow();
        Rule impossible = rule.withConditions(List.of());
        WitnessSearch witnesses = new WitnessSearch(ruleset, TestRules.FOLDER, entailment);
        assertTrue(witnesses.amongCases(List.of(rule)).isPresent());
        assertTrue(new WitnessSearch(ruleset, folder, entailment)
                .amongCases(List.of(impossible))
                .isEmpty());
    }

    @Test
    void aPrintedPatientIsTextThatYamlReadsAsItWas() {
        Given given = Given.of(List.of(
                new Given.Line("age", 0.5),
                new Given.Line("qtc", "510 ms"),
                new Given.Line("systolic-bp", "80 mm[Hg]"),
                new Given.Line("cramp", "calf, left"),
                new Given.Line("ph", "7.1"),
                new Given.Line("family", "hypothyroidism"),
                new Given.Line("potassium", "3 mmol/L"),
                new Given.Line("potassium", "3.4 mmol/L, 2 days ago")));
        assertEquals(
                "{ age: 0.5, qtc: 510 ms, systolic-bp: \"80 mm[Hg]\", cramp: \"calf, left\", ph: \"7.1\","
                        + " family: [hypothyroidism], potassium: [3 mmol/L, \"3.4 mmol/L, 2 days ago\"] }",
                given.text());
    }
}
