package org.spasmcds.authoring.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spasmcds.Patient;
import org.spasmcds.RandomPatients;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Result;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;

/** What is claimed to be proved is never contradicted by a patient, drawn at random or taken from the cases beside the rules. */
class SoundnessTest {
    private static final long SEED = 20260115;

    private final Ruleset ruleset = TestRules.bundled();
    private final Entailment entailment = new Entailment(ruleset.vocabulary());

    /** Facts of many patients, each with its reader. */
    private List<Interpreter> readers(int randomPatients, boolean cases) {
        List<Interpreter> readers = new ArrayList<>();
        RandomPatients patients = new RandomPatients(ruleset, new Random(SEED));
        for (int i = 0; i < randomPatients; i++) {
            readers.add(new Interpreter(
                    ruleset.facts(patients.next(), TestRules.NOW).facts()));
        }
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        for (Scenario scenario : cases ? ScenarioReader.read(TestRules.FOLDER) : List.<Scenario>of()) {
            readers.add(new Interpreter(ruleset.facts(runner.patient(scenario), ScenarioRunner.EVALUATION)
                    .facts()));
        }
        return readers;
    }

    /** The patterns of the rules, and each with one comparison left out or one flag more. */
    private List<Condition.Pattern> patterns(int everyNth) {
        Map<String, Condition.Pattern> patterns = new LinkedHashMap<>();
        int number = 0;
        for (Rule rule : ruleset.rules()) {
            for (Condition.Pattern pattern : Conditions.patterns(rule)) {
                if (number++ % everyNth == 0) {
                    patterns.putIfAbsent(Conditions.text(pattern), pattern);
                    variants(pattern).forEach(each -> patterns.putIfAbsent(Conditions.text(each), each));
                }
            }
        }
        return List.copyOf(patterns.values());
    }

    private static List<Condition.Pattern> variants(Condition.Pattern pattern) {
        List<Condition.Pattern> variants = new ArrayList<>();
        for (Condition.Test test : pattern.tests()) {
            if (!test.property().equals(pattern.type().key()) && pattern.tests().size() > 1) {
                List<Condition.Test> rest = new ArrayList<>(pattern.tests());
                rest.remove(test);
                variants.add(new Condition.Pattern(pattern.type(), rest, 1, 1));
            }
            if (test instanceof Condition.Test.Number number) {
                List<Condition.Test> moved = new ArrayList<>(pattern.tests());
                moved.set(
                        moved.indexOf(test),
                        new Condition.Test.Number(
                                number.property(), number.operator(), number.value() * 1.1, number.decimals(), 1, 1));
                variants.add(new Condition.Pattern(pattern.type(), moved, 1, 1));
            }
        }
        pattern.type().properties().forEach((name, property) -> {
            if (property instanceof FactType.Property.Flag && !name.equals("current") && !name.equals("any")) {
                for (boolean wanted : List.of(true, false)) {
                    List<Condition.Test> more = new ArrayList<>(pattern.tests());
                    more.add(new Condition.Test.Flag(name, wanted, 1, 1));
                    variants.add(new Condition.Pattern(pattern.type(), more, 1, 1));
                }
            }
        });
        return variants;
    }

    private void everyImplicationHolds(int everyNth, int patients, boolean cases, int atLeast) {
        List<Condition.Pattern> patterns = patterns(everyNth);
        List<Demand> demands = patterns.stream()
                .map(each -> Demand.of(each, BoxReader.read(each), entailment.laws()))
                .toList();
        List<BitSet> implied = new ArrayList<>();
        long claims = 0;
        for (Demand demand : demands) {
            BitSet of = new BitSet();
            for (int j = 0; j < demands.size(); j++) {
                if (entailment.implication().implies(demand, demands.get(j))) {
                    of.set(j);
                }
            }
            claims += of.cardinality() - 1;
            implied.add(of);
        }
        long tried = 0;
        for (Interpreter reader : readers(patients, cases)) {
            BitSet holds = new BitSet();
            for (int i = 0; i < patterns.size(); i++) {
                holds.set(i, reader.matches(patterns.get(i)));
            }
            for (int i = holds.nextSetBit(0); i >= 0; i = holds.nextSetBit(i + 1)) {
                assertTrue(
                        !demands.get(i).impossible(), "impossible, yet it holds: " + Conditions.text(patterns.get(i)));
                BitSet broken = (BitSet) implied.get(i).clone();
                tried += broken.cardinality() - 1;
                broken.andNot(holds);
                if (!broken.isEmpty()) {
                    throw new AssertionError(Conditions.text(patterns.get(i)) + " without "
                            + Conditions.text(patterns.get(broken.nextSetBit(0))));
                }
            }
        }
        assertTrue(claims > atLeast, "only " + claims + " claims");
        assertTrue(tried > atLeast, "only " + tried + " claims were tried");
    }

    @Test
    void whatAPatternImpliesHoldsWheneverItDoes() {
        everyImplicationHolds(12, 300, false, 1_000);
    }

    @Test
    @Tag("long")
    void whatAnyPatternImpliesHoldsInManyPatientsAndInAllCases() {
        everyImplicationHolds(4, 2_000, true, 10_000);
    }

    @Test
    @Tag("long")
    void noPatientFiresARuleWithoutOneThatItIsSaidToImplyNorTwoThatAreSaidToExcludeEachOther() {
        List<Rule> rules = ruleset.rules();
        Map<String, BitSet> implied = new LinkedHashMap<>();
        Map<String, BitSet> excluded = new LinkedHashMap<>();
        int claims = 0;
        int exclusions = 0;
        for (Rule rule : rules) {
            BitSet implies = new BitSet();
            BitSet excludes = new BitSet();
            for (int j = 0; j < rules.size(); j++) {
                implies.set(j, entailment.implies(rule, rules.get(j)));
                boolean near = rule.condition().equals(rules.get(j).condition()) || j % 7 == 0;
                excludes.set(
                        j, near && entailment.contradiction(rule, rules.get(j)).isPresent());
            }
            claims += implies.cardinality() - 1;
            exclusions += excludes.cardinality();
            implied.put(rule.id(), implies);
            excluded.put(rule.id(), excludes);
        }
        assertTrue(claims > 300, "only " + claims + " claims");
        assertTrue(exclusions > 500, "only " + exclusions + " exclusions");
        TreeSet<String> tried = new TreeSet<>();
        for (Interpreter reader : readers(4_000, true)) {
            BitSet fires = new BitSet();
            for (int i = 0; i < rules.size(); i++) {
                fires.set(i, reader.fires(rules.get(i)));
            }
            for (int i = fires.nextSetBit(0); i >= 0; i = fires.nextSetBit(i + 1)) {
                Rule rule = rules.get(i);
                tried.add(rule.id());
                BitSet missing = (BitSet) implied.get(rule.id()).clone();
                missing.andNot(fires);
                BitSet both = (BitSet) excluded.get(rule.id()).clone();
                both.and(fires);
                assertEquals(new BitSet(), missing, rule.id() + " fires without what it implies");
                assertEquals(new BitSet(), both, rule.id() + " fires with what it excludes");
            }
        }
        assertTrue(tried.size() > 600, "only " + tried.size() + " rules ever fired");
    }

    /** The tests whose values tests.csv does not bound are just those that the intake computes. */
    @Test
    void computedResultsAreThoseThatTheLawsKnow() {
        Patient.Builder patient = ruleset.patient()
                .result("calcium-total", 2.3, "mmol/L")
                .result("albumin", 40, "g/L")
                .result("sodium", 140, "mmol/L")
                .result("potassium", 4, "mmol/L")
                .result("glucose", 5, "mmol/L")
                .result("urea", 5, "mmol/L")
                .result("systolic-bp", 120, "mm[Hg]")
                .result("systolic-bp-standing", 100, "mm[Hg]")
                .result("systolic-bp-usual", 110, "mm[Hg]");
        assertEquals(new TreeSet<>(FactLaws.COMPUTED), computed(patient.build()));
        RandomPatients patients = new RandomPatients(ruleset, new Random(SEED));
        for (int i = 0; i < 500; i++) {
            TreeSet<String> computed = computed(patients.next());
            assertTrue(FactLaws.COMPUTED.containsAll(computed), computed.toString());
        }
    }

    private TreeSet<String> computed(Patient patient) {
        TreeSet<String> computed = new TreeSet<>();
        for (Object fact : ruleset.facts(patient, TestRules.NOW).facts()) {
            if (fact instanceof Result result && !result.getBasis().equals("measured")) {
                computed.add(result.getTest());
            }
        }
        return computed;
    }
}
