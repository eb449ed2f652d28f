package org.spasmcds.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.spasmcds.Fact;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.fact.Result;

/** The formulas that readers see are those that are computed: worked out from their words, they give the same value. */
class FormulaTest {
    private static final Ruleset RULES = TestRules.bundled();

    @Test
    void everyFormulaInWordsGivesTheValueThatIsUsed() {
        Patient patient = RULES.patient()
                .result("calcium-total", 1.83, "mmol/L")
                .result("albumin", 31, "g/L")
                .result("sodium", 128, "mmol/L")
                .result("potassium", 3.1, "mmol/L")
                .result("glucose", 7.3, "mmol/L")
                .result("urea", 9.1, "mmol/L")
                .result("systolic-bp", 151, "mm[Hg]")
                .result("systolic-bp-supine", 143, "mm[Hg]")
                .result("systolic-bp-standing", 118, "mm[Hg]")
                .result("systolic-bp-usual", 120, "mm[Hg]", it -> it.set("at", "3 years ago"))
                .build();
        FactSheet sheet = RULES.facts(patient, TestRules.NOW);
        TreeSet<String> computed = new TreeSet<>();
        for (Object fact : sheet.facts()) {
            if (fact instanceof Result result && result.getBasis().equals("computed")) {
                Fact traced = sheet.traced(fact, Set.of()).get(0);
                assertEquals(result.getValue(), new Words(traced).value(), 0.051, traced::toString);
                computed.add(result.getTest());
            }
        }
        assertEquals(
                Set.of(
                        "calcium-adjusted",
                        "calculated-osmolarity",
                        "effective-osmolality",
                        "glucose-lowest",
                        "orthostatic-systolic-drop",
                        "systolic-bp-above-usual"),
                computed);
    }

    /** Works out sums, differences and products of numbers and of the inputs by their names. */
    private static final class Words {
        private final Map<String, Double> inputs = new HashMap<>();
        private final List<String> tokens = new ArrayList<>();
        private int at;

        Words(Fact fact) {
            fact.inputs()
                    .forEach(input -> inputs.put(
                            RULES.vocabulary().display(input.name()),
                            input.value().orElseThrow().number().orElseThrow()));
            for (String token : fact.formula().split("(?=[()])|(?<=[()])| (?=[+−×])|(?<=[+−×]) ")) {
                if (!token.isBlank()) {
                    tokens.add(token.strip());
                }
            }
        }

        double value() {
            double value = product();
            while (at < tokens.size() && Set.of("+", "−").contains(tokens.get(at))) {
                value += tokens.get(at++).equals("+") ? product() : -product();
            }
            return value;
        }

        private double product() {
            double value = single();
            while (at < tokens.size() && tokens.get(at).equals("×")) {
                at++;
                value *= single();
            }
            return value;
        }

        private double single() {
            String token = tokens.get(at++);
            if (token.equals("(")) {
                double value = value();
                at++;
                return value;
            }
            return inputs.containsKey(token) ? inputs.get(token) : Double.parseDouble(token);
        }
    }
}
