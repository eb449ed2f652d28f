package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.rule.Rule;

/** Every red flag fires in a full form, and still fires when one of the facts of that form is not known. */
class RedFlagFormsTest {
    private final Ruleset ruleset = TestRules.bundled();
    private final ScenarioRunner runner = new ScenarioRunner(ruleset);

    @Test
    void everyRedFlagFiresInFullAndWithOneFactMissing() {
        Set<String> neverFires = new TreeSet<>();
        for (Rule rule : ruleset.rules()) {
            if (rule.isRedFlag()) {
                neverFires.add(rule.condition());
            }
        }
        Set<String> brittle = new TreeSet<>(neverFires);
        Map<String, String> shown = new LinkedHashMap<>();
        for (Scenario scenario : ScenarioReader.read(TestRules.FOLDER)) {
            if (!neverFires.contains(scenario.condition()) && !brittle.contains(scenario.condition())) {
                continue;
            }
            if (!found(scenario)) {
                continue;
            }
            neverFires.remove(scenario.condition());
            for (String fact : facts(scenario.given())) {
                ObjectNode less = scenario.given().deepCopy();
                less.remove(fact);
                if (found(new Scenario(
                        scenario.file(),
                        scenario.line(),
                        scenario.name(),
                        scenario.condition(),
                        less,
                        scenario.expect()))) {
                    brittle.remove(scenario.condition());
                    shown.putIfAbsent(scenario.condition(), scenario.name() + " (without " + fact + ")");
                }
            }
        }
        assertEquals(Set.of(), neverFires);
        assertEquals(Set.of(), brittle);
    }

    /** Clinical facts; who the patient is and which lists are complete does not count as one. */
    private static List<String> facts(JsonNode given) {
        List<String> facts = new ArrayList<>();
        given.fieldNames().forEachRemaining(facts::add);
        facts.removeAll(List.of("age", "sex", "pregnant", "complete", "family"));
        return facts;
    }

    private boolean found(Scenario scenario) {
        return ruleset.assess(runner.patient(scenario), ScenarioRunner.EVALUATION).findings().stream()
                .flatMap(finding -> finding.reasons().stream())
                .anyMatch(reason -> reason.rule().equals(scenario.condition())
                        || reason.rule().startsWith(scenario.condition() + "."));
    }
}
