package org.spasmcds.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spasmcds.Assessment;
import org.spasmcds.Evidence;
import org.spasmcds.Examination;
import org.spasmcds.Fact;
import org.spasmcds.Finding;
import org.spasmcds.Ground;
import org.spasmcds.Level;
import org.spasmcds.Patient;
import org.spasmcds.RandomPatients;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.Why;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;

/** What an assessment says of the facts and conditions behind its reasons. */
class GroundsTest {
    private static final Ruleset RULES = TestRules.bundled();

    private static List<Why> why(Patient.Builder patient) {
        Examination examination = RULES.examine(patient.build(), TestRules.NOW);
        return Grounds.of(RULES, examination, RULES.assess(examination));
    }

    private static Why why(Patient.Builder patient, String rule) {
        return why(patient).stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> sentences(List<Ground> grounds) {
        return grounds.stream().map(Ground::sentence).toList();
    }

    /** Rules that extend another ask of the same fact in several ways. */
    @Test
    void whatAnotherSentenceSaysWithMoreIsNotToldAgain() {
        List<Ground> grounds = Stream.of("a cramp (calf); a cramp (foot)", "a cramp (calf), at night", "fever")
                .map(sentence -> new Ground(sentence, List.of(), List.of(), 1))
                .toList();
        Why why = new Why(
                "f",
                "f",
                Level.SOON,
                "",
                grounds,
                List.of(),
                List.of(),
                List.of(),
                Evidence.SOURCED,
                List.of(),
                "f.drl",
                1,
                1);
        assertEquals(List.of("a cramp (foot)", "a cramp (calf), at night", "fever"), why.because());
        assertEquals(grounds, why.telling());
    }

    @Test
    void aValueIsToldWithItsAgeAndTheLimitThatItPasses() {
        Why why = why(
                RULES.patient()
                        .result(
                                "potassium",
                                2.3,
                                "mmol/L",
                                it -> it.set("at", "2 hours ago").set("document", "Observation/1")),
                "hypokalemia-severe");
        assertEquals(List.of("potassium 2.3 mmol/L, 2 hours ago, is below 2.5 mmol/L"), sentences(why.grounds()));
        Ground ground = why.grounds().get(0);
        assertEquals(List.of(new Ground.Limit("value", "<", 2.5)), ground.limits());
        Fact fact = ground.facts().get(0);
        assertEquals(Optional.of(new Fact.Quantity("2.3", "mmol/L")), fact.value());
        assertEquals(Optional.empty(), fact.given());
        assertEquals(Map.of("at", "2 hours ago"), fact.times());
        assertEquals("results[0]", fact.path());
        assertEquals("Observation/1", fact.document());
        assertFalse(fact.limits().orElseThrow().own());
        assertEquals(Evidence.SOURCED, why.evidence());
        assertFalse(why.sources().isEmpty());
        assertEquals("07-electrolyte-disorder/hypokalemia-severe.drl", why.file());
        assertEquals(Level.EMERGENCY, why.level());
    }

    @Test
    void aConvertedValueCarriesBothFormsAndAnAdjustedOneItsFormulaAndInputs() {
        Why why = why(
                RULES.patient().result("calcium-total", 7.2, "mg/dL").result("albumin", 3, "g/dL"),
                "hypocalcemia-moderate");
        assertEquals(
                List.of("adjusted calcium 2 mmol/L, now, is at least 1.9 and below 2.1 mmol/L"),
                sentences(why.grounds()));
        Fact adjusted = why.grounds().get(0).facts().get(0);
        assertEquals("total calcium + 0.02 × (40 − albumin)", adjusted.formula());
        assertEquals(
                List.of("total calcium 1.8 mmol/L", "albumin 30 g/L"),
                adjusted.inputs().stream().map(Fact::label).toList());
        assertEquals(
                Optional.of(new Fact.Quantity("7.2", "mg/dL")),
                adjusted.inputs().get(0).given());
        assertEquals("results[1]", adjusted.inputs().get(1).path());
    }

    @Test
    void aClassIsToldByTheMedicineAndAChangeWithTheEarlierResult() {
        Why timing = why(
                RULES.patient()
                        .spasm(it -> it.set("sites", List.of("calf")).set("onset", "2 weeks ago"))
                        .medicine("furosemide", it -> it.set("start", "3 weeks ago")),
                "new-or-changed-medicine-timing");
        assertEquals(
                "furosemide (medicine known for muscle symptoms), started or raised 3 weeks ago,"
                        + " started or raised 7 days before the complaint began, at most 4 weeks",
                timing.grounds().get(1).sentence());
        Fact medicine = timing.grounds().get(1).facts().get(0);
        assertEquals("furosemide counts as medicine known for muscle symptoms", medicine.formula());
        assertEquals("medicines[0]", medicine.inputs().get(0).path());
        Fact cramp = timing.grounds().get(0).facts().get(0);
        assertEquals("spasms[0]", cramp.inputs().get(0).path());
        assertEquals(
                "muscle cramp (calf), for 2 weeks",
                timing.grounds().get(0).sentence().replace("14 days", "2 weeks"));
    }

    @Test
    void aGroupNamesTheMembersThatCount() {
        Why why = why(
                RULES.patient()
                        .cramp("calf")
                        .result("potassium", 2.4, "mmol/L")
                        .result("calcium-adjusted", 2.0, "mmol/L"),
                "combined-electrolyte-disorder");
        Ground group = why.grounds().get(1);
        assertEquals(
                "low electrolyte: potassium 2.4 mmol/L, adjusted calcium 2 mmol/L, at least 2 needed",
                group.sentence());
        assertEquals(
                List.of("results[0]", "results[1]"),
                group.facts().get(0).inputs().stream().map(Fact::path).toList());
    }

    @Test
    void aValueTooOldIsAGroundWithItsDoubt() {
        Why why = why(
                RULES.patient().result("potassium", 2.3, "mmol/L", it -> it.set("at", "10 days ago")),
                "hypokalemia-severe");
        assertEquals(List.of("potassium 2.3 mmol/L, 10 days ago, is below 2.5 mmol/L"), sentences(why.grounds()));
        assertEquals(List.of("potassium 2.3 mmol/L (10 days ago): repeat now"), why.doubts());
    }

    @Test
    void whatIsKnownNotToHoldStandsApartFromWhatIsAssumed() {
        Patient.Builder patient = RULES.patient()
                .exposure("exercise", it -> it.set("last", "now"))
                .spasm(it -> it.set("sites", List.of("calf")).set("exertional", true));
        assertFalse(why(patient, "exercise-associated-cramp").assumed().isEmpty());
        Why known = why(
                RULES.patient()
                        .exposure("exercise", it -> it.set("last", "now"))
                        .spasm(it -> it.set("sites", List.of("calf"))
                                .set("exertional", true)
                                .set("episodeLength", "5 minutes")),
                "exercise-associated-cramp");
        assertTrue(
                sentences(known.excluded()).contains("muscle cramp (calf), an episode lasting 5 minutes, not above 10"),
                known.excluded().toString());
    }

    @Test
    void everyFactIsTracedToAPlaceInTheDocument() {
        int seed = new Random().nextInt();
        RandomPatients patients = new RandomPatients(RULES, new Random(seed));
        int facts = 0;
        for (int i = 0; i < 300; i++) {
            Patient patient = patients.next();
            List<String> places = new ArrayList<>(List.of("age", "sex"));
            patient.entries().forEach(entry -> places.add(entry.path()));
            for (Section section : patient.complete()) {
                places.add(section.label());
            }
            Examination examination = RULES.examine(patient, TestRules.NOW);
            for (Why why : Grounds.of(RULES, examination, RULES.assess(examination))) {
                for (Ground ground : why.grounds()) {
                    assertFalse(ground.facts().isEmpty(), () -> seed + " " + ground);
                    assertFalse(ground.sentence().isBlank(), () -> seed + " " + ground);
                    for (Fact fact : ground.facts()) {
                        assertTraced(fact, places, seed);
                        facts++;
                    }
                }
            }
        }
        assertTrue(facts > 1000, "only " + facts);
    }

    private static void assertTraced(Fact fact, List<String> places, int seed) {
        if (fact.inputs().isEmpty()) {
            assertTrue(places.contains(fact.path()), () -> seed + " " + fact + " not in " + places);
        } else {
            assertTrue(fact.path().isEmpty(), fact::toString);
            fact.inputs().forEach(input -> assertTraced(input, places, seed));
        }
    }

    /** A reassuring finding that does not say what it took for granted would be a defect. */
    @Test
    void everyBenignRuleThatFiredListsWhatItAssumed() {
        int seed = new Random().nextInt();
        RandomPatients patients = new RandomPatients(RULES, new Random(seed));
        Phrase phrase = new Phrase(RULES.vocabulary());
        int assumptions = 0;
        for (int i = 0; i < 300; i++) {
            Examination examination = RULES.examine(patients.next(), TestRules.NOW);
            Assessment assessment = RULES.assess(examination);
            List<Why> all = Grounds.of(RULES, examination, assessment);
            for (Finding finding : assessment.findings()) {
                for (Why why : all) {
                    Rule rule = RULES.rule(why.rule()).orElseThrow();
                    if (!why.finding().equals(finding.id()) || rule.level().atLeast(Level.SOON)) {
                        continue;
                    }
                    for (Condition unknown : examination.interpreter().assumptions(rule)) {
                        String words = phrase.assumption(unknown);
                        assertTrue(finding.assumptions().contains(words), () -> seed + " " + why.rule() + " " + words);
                        assertTrue(why.assumed().contains(words), () -> seed + " " + why.rule() + " " + words);
                        assumptions++;
                    }
                }
            }
        }
        assertTrue(assumptions > 50, "only " + assumptions);
    }

    @Test
    void everyReasonHasOneWhyAndNoSentenceIsToldTwice() {
        int seed = new Random().nextInt();
        RandomPatients patients = new RandomPatients(RULES, new Random(seed));
        for (int i = 0; i < 100; i++) {
            Examination examination = RULES.examine(patients.next(), TestRules.NOW);
            Assessment assessment = RULES.assess(examination);
            List<Why> all = Grounds.of(RULES, examination, assessment);
            assertEquals(
                    assessment.findings().stream()
                            .flatMap(finding -> finding.reasons().stream())
                            .map(reason -> reason.rule() + reason.level())
                            .toList(),
                    all.stream().map(why -> why.rule() + why.level()).toList());
            for (Why why : all) {
                List<String> told = sentences(why.grounds());
                assertEquals(told.size(), Set.copyOf(told).size(), () -> seed + " " + told);
            }
        }
    }
}
