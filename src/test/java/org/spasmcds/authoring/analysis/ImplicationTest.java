package org.spasmcds.authoring.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spasmcds.Problem;
import org.spasmcds.TestRules;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleReader;
import org.spasmcds.vocabulary.Vocabulary;

/** The laws by which one condition makes another hold, each with the neighbor for which it does not. */
class ImplicationTest {
    private final Vocabulary vocabulary = TestRules.bundled().vocabulary();
    private final Entailment entailment = new Entailment(vocabulary);
    private int number;

    private Rule rule(String when) {
        String id = "r" + number++;
        List<Problem> problems = new ArrayList<>();
        String text = "package rules\nimport org.spasmcds.fact.*\nrule \"" + id
                + "\"\n@cause(\"none\")\n@level(\"SOON\")\n"
                + "@certainty(\"LIKELY\")\n@says(\"x\")\n@source(\"CLIN-CONS\")\nwhen\n" + when + "\nthen\nend\n";
        List<Rule> rules = RuleReader.read(Map.of(id + ".drl", text), vocabulary, List.of(), problems);
        assertEquals(List.of(), problems);
        return rules.get(0);
    }

    private void implies(String when, String other) {
        assertTrue(entailment.implies(rule(when), rule(other)), when + " => " + other);
    }

    private void impliesNot(String when, String other) {
        assertFalse(entailment.implies(rule(when), rule(other)), when + " => " + other);
    }

    private void equivalent(String when, String other) {
        implies(when, other);
        implies(other, when);
    }

    private static String potassium(String tests) {
        return "Result( test == \"potassium\", " + tests + " )";
    }

    private static String symptom(String name, String tests) {
        return "Symptom( name == \"" + name + "\", " + tests + " )";
    }

    @Test
    void aLimitThatIsInImpliesNotOneThatIsOut() {
        implies(potassium("current, value < 2.5"), potassium("current, value <= 2.5"));
        impliesNot(potassium("current, value <= 2.5"), potassium("current, value < 2.5"));
        implies(potassium("current, value > 2.5, value < 3"), potassium("current, value >= 2.5"));
        impliesNot(potassium("current, value >= 2.5, value < 3"), potassium("current, value > 2.5"));
        implies(potassium("current, value > 6"), potassium("current, value > 5.5"));
        impliesNot(potassium("current, value > 5.5"), potassium("current, value > 6"));
    }

    @Test
    void timesAreOneNumberInDifferentUnits() {
        equivalent(symptom("fever", "present, days <= 1"), symptom("fever", "present, hours <= 24"));
        equivalent(symptom("fever", "present, weeks < 2"), symptom("fever", "present, days < 14"));
        impliesNot(symptom("fever", "present, weeks <= 2"), symptom("fever", "present, days < 14"));
        implies(symptom("fever", "present, months <= 6"), symptom("fever", "present, days <= 183"));
        impliesNot(symptom("fever", "present, months <= 6"), symptom("fever", "present, days <= 182"));
        equivalent(
                "Medicine( name == \"digoxin\", active, changedWeeks <= 2 )",
                "Medicine( name == \"digoxin\", active, changedDays <= 14 )");
        implies(
                "Medicine( name == \"digoxin\", active, weeks < 2 )",
                "Medicine( name == \"digoxin\", active, changedDays < 14 )");
        impliesNot(
                "Medicine( name == \"digoxin\", active, changedDays < 14 )",
                "Medicine( name == \"digoxin\", active, weeks < 2 )");
    }

    @Test
    void aMedicineCountsAsActiveForFourteenDaysAfterItWasStopped() {
        implies(
                "Medicine( name == \"digoxin\", stopped, stoppedDays <= 14 )",
                "Medicine( name == \"digoxin\", active )");
        impliesNot(
                "Medicine( name == \"digoxin\", stopped, stoppedDays <= 14.5 )",
                "Medicine( name == \"digoxin\", active )");
        implies("Medicine( name == \"digoxin\", active )", "Medicine( name == \"digoxin\", present )");
        impliesNot("Medicine( name == \"digoxin\", present )", "Medicine( name == \"digoxin\", active )");
        implies("Medicine( name == \"digoxin\", present, !stopped )", "Medicine( name == \"digoxin\", active )");
    }

    @Test
    void aMemberStandsForItsClassAndNotTheReverse() {
        implies("Medicine( name == \"simvastatin\", active )", "Medicine( name == \"statin\", active )");
        impliesNot("Medicine( name == \"statin\", active )", "Medicine( name == \"simvastatin\", active )");
        implies(
                "Condition( name == \"diabetes-type-2\", present )",
                "Condition( name in (\"diabetes-mellitus\", \"ckd\"), present )");
        impliesNot("Medicine( name == \"statin\", absent )", "Medicine( name == \"simvastatin\", absent )");
    }

    @Test
    void aSignOfBothSidesMayMixWhatIsKnownOfTwoSoThatItsClassNeedNotFollow() {
        String narrow = "upper-abdominal-pain";
        implies(symptom(narrow, "present, severity >= 7"), symptom("abdominal-pain", "present, severity >= 7"));
        impliesNot(
                symptom(narrow, "present, severity >= 7, days <= 2"),
                symptom("abdominal-pain", "present, severity >= 7, days <= 2"));
        implies(
                symptom(narrow, "present, side == \"left\", severity >= 7, days <= 2"),
                symptom("abdominal-pain", "present, side == \"left\", severity >= 7, days <= 2"));
    }

    @Test
    void whatIsNewIsNotLongStandingAndWhatIsNotLongStandingMayBeUndated() {
        implies(symptom("fever", "present, recent"), symptom("fever", "present, !longStanding"));
        impliesNot(symptom("fever", "present, !longStanding"), symptom("fever", "present, recent"));
        impliesNot(symptom("fever", "present, days <= 3"), symptom("fever", "present, recent"));
    }

    @Test
    void numbersAndTheWordsLowAndHighAreNotCompared() {
        impliesNot(potassium("current, value < 2.0"), potassium("current, low"));
        impliesNot(potassium("current, low"), potassium("current, value < 3.5"));
        implies(potassium("current, normal"), potassium("current, !low, !high"));
        implies(potassium("current, multiple > 1"), potassium("current, high"));
        impliesNot(potassium("current, multiple >= 1"), potassium("current, high"));
    }

    @Test
    void aResultWithinItsWindowIsCurrent() {
        implies(potassium("hours <= 24"), potassium("current"));
        implies(potassium("days <= 7"), potassium("current"));
        impliesNot(potassium("days <= 8"), potassium("current"));
        // A result that is too old is tried once more as if it were current.
        impliesNot(potassium("current"), potassium("days <= 7"));
    }

    @Test
    void aSpasmIsASymptomAndMakesItsGroupsCount() {
        String calf = "Spasm( kind == \"muscle-cramp\", site == \"calf\", days <= 2 )";
        implies(calf, "Spasm( region == \"leg\" )");
        impliesNot("Spasm( region == \"leg\" )", "Spasm( site == \"calf\" )");
        implies(calf, symptom("muscle-cramp", "present, days <= 2"));
        impliesNot(calf, symptom("muscle-spasm", "present"));
        implies(calf, "Group( name == \"muscle-complaint\", any )");
        impliesNot(calf, "Group( name == \"muscle-complaint\", acute >= 1 )");
    }

    @Test
    void whatIsPresentMakesItsGroupCountAndAsAcuteOnlyWhatIsNotLongStanding() {
        implies(symptom("muscle-spasm", "present"), "Group( name == \"withdrawal-sign\", present >= 1 )");
        impliesNot(symptom("muscle-spasm", "present"), "Group( name == \"withdrawal-sign\", acute >= 1 )");
        implies(symptom("muscle-spasm", "present, !longStanding"), "Group( name == \"withdrawal-sign\", acute >= 1 )");
        impliesNot(symptom("muscle-spasm", "present"), "Group( name == \"withdrawal-sign\", present >= 2 )");
        implies("Group( name == \"withdrawal-sign\", acute >= 2 )", "Group( name == \"withdrawal-sign\", any )");
        implies("Medicine( name == \"digoxin\", active )", "Medicine( name == \"digoxin\", present )");
    }

    @Test
    void exclusionsTurnTheDirectionRound() {
        implies(
                symptom("fever", "present") + "\nnot Medicine( name == \"statin\", active )",
                symptom("fever", "present") + "\nnot Medicine( name == \"simvastatin\", active )");
        impliesNot(
                symptom("fever", "present") + "\nnot Medicine( name == \"simvastatin\", active )",
                symptom("fever", "present") + "\nnot Medicine( name == \"statin\", active )");
        implies("Patient( age >= 18 )", "not Patient( age < 16 )");
        impliesNot("not Patient( age < 16 )", "Patient( age >= 16 )");
    }

    @Test
    void anExclusionNarrowsWhatItIsPartOf() {
        implies(
                potassium("current, value < 3.5") + "\nnot " + potassium("current, value < 3.0"),
                potassium("current, value >= 3.0"));
        impliesNot(
                potassium("current, value < 3.5") + "\nnot " + potassium("current, value < 2.9"),
                potassium("current, value >= 3.0"));
        implies(
                "Symptom( name in (\"fever\", \"rash\"), present )\nnot " + symptom("rash", "present"),
                symptom("fever", "present"));
    }

    @Test
    void alternativesAreTakenOneByOne() {
        implies(
                "( " + symptom("fever", "present") + " or " + symptom("rash", "present") + " )",
                "Symptom( name in (\"rash\", \"fever\"), present )");
        implies(
                "Symptom( name in (\"rash\", \"fever\"), present )",
                "( " + symptom("fever", "present") + " or " + symptom("rash", "present") + " )");
        implies(
                "not ( " + symptom("fever", "present") + " and " + symptom("rash", "present") + " )",
                "( not " + symptom("fever", "present") + " or not " + symptom("rash", "present") + " )");
    }
}
