package org.spasmcds.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spasmcds.Examination;
import org.spasmcds.Level;
import org.spasmcds.Patient;
import org.spasmcds.RandomPatients;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.WhyNot;
import org.spasmcds.rule.Rule;

/** What keeps a rule from firing, and the fewest facts that would change it. */
class WhyNotTest {
    private static final Ruleset RULES = TestRules.bundled();

    private static WhyNot whyNot(Patient.Builder patient, String rule) {
        return RULES.whyNot(patient.build(), TestRules.NOW, rule);
    }

    private static List<String> changes(WhyNot whyNot) {
        return whyNot.smallestChange().stream().map(WhyNot.Change::sentence).toList();
    }

    private static List<WhyNot.State> states(WhyNot whyNot) {
        return whyNot.conditions().stream().map(WhyNot.Condition::state).toList();
    }

    @Test
    void aValueBesideTheLimitIsNotHeldAndTheLimitIsTheChange() {
        WhyNot whyNot = whyNot(RULES.patient().result("potassium", 2.9, "mmol/L"), "hypokalemia-severe");
        assertFalse(whyNot.fired());
        assertEquals(List.of(WhyNot.State.NOT_HELD), states(whyNot));
        WhyNot.Condition condition = whyNot.conditions().get(0);
        assertEquals("potassium below 2.5 mmol/L", condition.asks());
        assertEquals("potassium 2.9 mmol/L, now, is not below 2.5 mmol/L", condition.sentence());
        assertEquals("results[0]", condition.facts().get(0).path());
        assertEquals(List.of("potassium below 2.5 mmol/L (now 2.9)"), changes(whyNot));
        assertEquals(List.of("potassium"), whyNot.smallestChange().get(0).names());
        assertEquals("", whyNot.setback());
    }

    @Test
    void whatIsUnknownIsUnknownAndNotCalledUntrue() {
        WhyNot whyNot = whyNot(RULES.patient().result("potassium", 2.9, "mmol/L"), "hypokalemia-moderate.symptoms");
        assertEquals(List.of(WhyNot.State.HELD, WhyNot.State.UNKNOWN), states(whyNot));
        assertTrue(whyNot.conditions().get(1).sentence().startsWith("nothing known of "));
        assertEquals(1, whyNot.smallestChange().size());
        assertTrue(
                changes(whyNot).get(0).endsWith(" (unknown)"), changes(whyNot).get(0));
        assertTrue(whyNot.smallestChange().get(0).names().contains("muscle-weakness"));
    }

    @Test
    void twoLimitsToOneValueAreOneChange() {
        WhyNot whyNot = whyNot(RULES.patient().result("potassium", 2.3, "mmol/L"), "hypokalemia-moderate");
        assertEquals(List.of("potassium at least 2.5 mmol/L, below 3 mmol/L (now 2.3)"), changes(whyNot));
    }

    @Test
    void whatIsAssumedDoesNotStandInTheWay() {
        WhyNot whyNot = whyNot(
                RULES.patient()
                        .exposure("exercise", it -> it.set("last", "now"))
                        .spasm(it -> it.set("sites", List.of("calf")).set("exertional", true)),
                "exercise-associated-cramp");
        assertTrue(whyNot.fired());
        assertEquals(Optional.of(Level.SELF_CARE), whyNot.counts());
        assertTrue(states(whyNot).contains(WhyNot.State.ASSUMED));
        assertEquals(List.of(), whyNot.smallestChange());
    }

    @Test
    void whatMustNotBeThereIsNamedWithWhatIs() {
        WhyNot whyNot = whyNot(
                RULES.patient()
                        .exposure("exercise", it -> it.set("last", "now"))
                        .spasm(it -> it.set("sites", List.of("calf"))
                                .set("exertional", true)
                                .set("episodeLength", "11 minutes")),
                "exercise-associated-cramp");
        assertFalse(whyNot.fired());
        assertEquals(
                List.of("no cramp, spasm or twitch: muscle cramp or muscle spasm, an episode lasting above 10 minutes"
                        + " (now 11)"),
                changes(whyNot));
    }

    @Test
    void aRuleThatFiredAndIsExcludedSaysByWhat() {
        WhyNot whyNot = whyNot(
                RULES.patient()
                        .result("potassium", 2.2, "mmol/L")
                        .exposure("exercise", it -> it.set("last", "now"))
                        .spasm(it -> it.set("sites", List.of("calf")).set("exertional", true)),
                "exercise-associated-cramp");
        assertTrue(whyNot.fired());
        assertEquals(Optional.empty(), whyNot.counts());
        assertEquals("another finding goes before it: Severe hypokalemia", whyNot.setback());
    }

    @Test
    void aRuleThatCountsLowerForAnOldValueSaysSo() {
        WhyNot whyNot = whyNot(
                RULES.patient().result("potassium", 2.3, "mmol/L", it -> it.set("at", "10 days ago")),
                "hypokalemia-severe");
        assertEquals(Optional.of(Level.URGENT), whyNot.counts());
        assertEquals("it counts only as URGENT: potassium 2.3 mmol/L (10 days ago): repeat now", whyNot.setback());
        assertEquals(
                "potassium 2.3 mmol/L, 10 days ago, too old to count",
                whyNot.conditions().get(0).sentence());
        assertEquals(List.of("potassium below 2.5 mmol/L (now 2.3, 10 days ago)"), changes(whyNot));
    }

    @Test
    void aDetailThatIsNotRecordedIsNotKnown() {
        WhyNot whyNot =
                whyNot(RULES.patient().age(5).symptom("diarrhea").symptom("anuria"), "dehydration-child.warning");
        assertTrue(
                whyNot.conditions().stream()
                        .anyMatch(each ->
                                each.sentence().contains("no urine passed, not known whether at least 12 hours")),
                whyNot.conditions().toString());
    }

    @Test
    void anUnknownRuleNamesThoseLikeIt() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> whyNot(RULES.patient(), "hypokalemia-sever"));
        assertTrue(refused.getMessage()
                .startsWith("there is no rule \"hypokalemia-sever\"; did you mean hypokalemia-severe,"));
    }

    @Test
    void itSpeaksTheLanguageOfTheRuleSet() {
        Ruleset spanish = RULES.in(Locale.forLanguageTag("es"));
        WhyNot whyNot = spanish.whyNot(
                spanish.patient().result("potassium", 2.9, "mmol/L").build(), TestRules.NOW, "hypokalemia-severe");
        assertEquals(
                "potasio 2,9 mmol/L, ahora, no es inferior a 2,5 mmol/L",
                whyNot.conditions().get(0).sentence());
    }

    /** One meaning: what is said to have fired has fired, and only what has not lacks something. */
    @Test
    void theStatesAgreeWithTheEngine() {
        int seed = new Random().nextInt();
        Random random = new Random(seed);
        RandomPatients patients = new RandomPatients(RULES, random);
        List<Rule> rules = RULES.rules();
        for (int i = 0; i < 60; i++) {
            Examination examination = RULES.examine(patients.next(), TestRules.NOW);
            var assessment = RULES.assess(examination);
            for (int j = 0; j < 60; j++) {
                Rule rule = rules.get(random.nextInt(rules.size()));
                WhyNot whyNot = Objections.of(RULES, examination, assessment, rule);
                assertEquals(examination.fired().containsKey(rule), whyNot.fired(), () -> seed + " " + whyNot);
                assertEquals(
                        whyNot.fired(),
                        states(whyNot).stream()
                                .allMatch(state -> state == WhyNot.State.HELD || state == WhyNot.State.ASSUMED),
                        () -> seed + " " + whyNot);
                assertEquals(whyNot.fired(), whyNot.smallestChange().isEmpty(), () -> seed + " " + whyNot);
                whyNot.smallestChange()
                        .forEach(change -> assertFalse(change.names().isEmpty(), change::toString));
            }
        }
    }
}
