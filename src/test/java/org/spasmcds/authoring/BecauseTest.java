package org.spasmcds.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spasmcds.Problem;
import org.spasmcds.TestRules;

/** What a failing case says of itself. */
class BecauseTest {
    private static final String SEVERE = "07-electrolyte-disorder/hypokalemia-severe";

    private static Verdict run(String file, String given, String expect) {
        List<Problem> problems = new ArrayList<>();
        String text = "- case: one\n  given: { " + given + " }\n  expect: " + expect + "\n";
        List<Scenario> scenarios = ScenarioReader.read(file + ".scenarios.yaml", text, true, problems);
        assertEquals(List.of(), problems);
        return new ScenarioRunner(TestRules.bundled()).run(scenarios.get(0));
    }

    private static void contains(Verdict verdict, String line) {
        assertTrue(verdict.because().contains(line), () -> "not \"" + line + "\" in " + verdict.because());
    }

    @Test
    void aValueAtTheLimitIsNamedWithTheConditionAndItsPlace() {
        Verdict verdict = run(SEVERE, "potassium: 2.5 mmol/L", "EMERGENCY");
        assertEquals(List.of("expected hypokalemia-severe EMERGENCY, got none"), verdict.failures());
        assertEquals(
                "hypokalemia-severe did not fire: potassium 2.5 mmol/L (now) is not \"potassium below 2.5 mmol/L\" ("
                        + SEVERE + ".drl:30:43)",
                verdict.because().get(0));
    }

    @Test
    void whatIsUnknownIsSaidAsUnknown() {
        contains(
                run(SEVERE, "potassium: 2.9 mmol/L", "{ fires: hypokalemia-severe.ecg }"),
                "hypokalemia-severe.ecg did not fire: nothing known of changed heart tracing or QTc of 500 ms or more or"
                        + " ventricular arrhythmia (" + SEVERE + ".drl:40:5)");
        contains(
                run("08-medication/statin-ck-4-to-10-times", "age: 60", "{ fires: hypokalemia-moderate.heart }"),
                "  and nothing known of cardiac electrical risk (07-electrolyte-disorder/hypokalemia-moderate.drl:39:47)");
    }

    @Test
    void aFactThatIsThereAndFailsIsNamedByWhatFailsAlone() {
        contains(
                run(
                        SEVERE,
                        "potassium: 3.4 mmol/L, paralysis: \"present, 3 years, left\"",
                        "{ fires: hypokalemia-severe.paralysis }"),
                "hypokalemia-severe.paralysis did not fire: paralysis, left, since 3 years is not \"paralysis not long"
                        + " standing\" (" + SEVERE + ".drl:50:84)");
    }

    @Test
    void aDetailThatIsNotRecordedIsNotCalledUntrue() {
        contains(
                run(
                        "01-dehydration/dehydration-child",
                        "age: 5, diarrhea: present, anuria: present",
                        "{ fires: dehydration-child.warning }"),
                "dehydration-child.warning did not fire: none of 3 alternatives holds: not known of no urine passed:"
                        + " \"no urine passed at least 12 hours ago\"; nothing known of irritability, lethargy, drowsiness,"
                        + " confusion or 4 more, fluid not kept down (01-dehydration/dehydration-child.drl:48:46)");
    }

    @Test
    void whatMustNotHoldIsNamedWithTheFactThatHolds() {
        contains(
                run(
                        "04-overexertion/exercise-associated-cramp",
                        "exercise: present, cramp: \"calf, exertional, lasts 11 minutes\"",
                        "SELF_CARE"),
                "exercise-associated-cramp did not fire: \"cramp, spasm or twitch: muscle cramp or muscle spasm, an episode"
                        + " lasting above 10 minutes\" must not hold, and does: muscle cramp (calf)"
                        + " (04-overexertion/exercise-associated-cramp.drl:35:9)");
    }

    @Test
    void aRuleThatFiredAndWasExcludedNamesTheOtherFinding() {
        contains(
                run(
                        "04-overexertion/exercise-associated-cramp",
                        "exercise: present, cramp: \"calf, exertional\", potassium: 2.2 mmol/L",
                        "SELF_CARE"),
                "exercise-associated-cramp fired, but is not counted: @unless URGENT, and hypokalemia-severe is EMERGENCY");
    }

    @Test
    void aLimitOfAdultsThatIsNotUsedInAChildIsNamed() {
        Verdict verdict = run(
                "07-electrolyte-disorder/hypophosphatemia-mild",
                "age: 9, cramp: calf, phosphate: 0.7 mmol/L",
                "ROUTINE");
        assertTrue(
                verdict.because().stream().anyMatch(line -> line.contains("rests on a laboratory limit of adults")),
                verdict.because().toString());
    }

    @Test
    void anUnexpectedFindingNamesTheFactsAndConditionsThatFiredIt() {
        Verdict verdict = run(SEVERE, "potassium: 2.9 mmol/L, qtc: 510 ms", "none");
        assertEquals(List.of("expected no hypokalemia-severe, got EMERGENCY"), verdict.failures());
        assertEquals(
                List.of(
                        "hypokalemia-severe.ecg (EMERGENCY) fired: potassium 2.9 mmol/L (now) is \"potassium below 3"
                                + " mmol/L\" (" + SEVERE + ".drl:39:43)",
                        "  and QTc of 500 ms or more is \"changed heart tracing or QTc of 500 ms or more or ventricular"
                                + " arrhythmia not long standing\" (" + SEVERE + ".drl:40:5)"),
                verdict.because());
    }

    @Test
    void aValueTooOldToCountIsNamedAsWhatItIs() {
        Verdict verdict = run(SEVERE, "potassium: \"2.3 mmol/L, 10 days ago\"", "CONFIRMED EMERGENCY");
        contains(verdict, "hypokalemia-severe counts only as URGENT: potassium 2.3 mmol/L (10 days ago): repeat now");
        contains(verdict, "  but POSSIBLE only: potassium 2.3 mmol/L (10 days ago): repeat now");
    }

    @Test
    void anAssumptionThatLoweredTheCertaintyIsNamed() {
        Verdict verdict = run(
                "04-overexertion/exercise-associated-cramp",
                "exercise: present, hard-effort: present, cramp: \"calf, exertional\"",
                "LIKELY SELF_CARE");
        assertEquals(List.of("expected exercise-associated-cramp LIKELY, got POSSIBLE"), verdict.failures());
        contains(
                verdict,
                "  but one step less: no cramp, spasm or twitch: muscle cramp or muscle spasm, an episode lasting above 10"
                        + " minutes is assumed, as it is unknown");
    }

    @Test
    void aFindingThatWasMergedIsNotMissing() {
        contains(
                run(
                        "07-electrolyte-disorder/hypokalemia-moderate",
                        "potassium: 2.9 mmol/L, ecg-change: present",
                        "LIKELY"),
                "hypokalemia-moderate was merged into hypokalemia-severe (@absorbs)");
        contains(
                run("09-nervous-system-disorder/hiccups", "hiccups: present", "{ merged-into: rhabdomyolysis }"),
                "rhabdomyolysis did not fire: nothing known of creatine kinase (red-flags/rhabdomyolysis.drl:41:7)");
    }

    @Test
    void aLevelThatNoRuleGivesIsSaidToBeSo() {
        List<String> because = run(SEVERE, "age: 60", "ROUTINE").because();
        assertEquals("no rule of hypokalemia-severe gives ROUTINE by itself; they give EMERGENCY", because.get(0));
        assertTrue(because.get(1).startsWith("hypokalemia-severe did not fire: nothing known of potassium"));
    }

    @Test
    void anOverallLevelNamesTheRulesAboveIt() {
        Verdict verdict = run(SEVERE, "potassium: 2.4 mmol/L", "{ at-most: ROUTINE, first: hiccups }");
        assertEquals(
                List.of(
                        "expected at most ROUTINE, got EMERGENCY",
                        "expected hiccups as first explanation, got hypokalemia-severe"),
                verdict.failures());
        assertTrue(verdict.because().get(0).startsWith("hypokalemia-severe (EMERGENCY) fired:"));
    }

    @Test
    void whatCannotBeReadIsToldWithWhatIsAllowed() {
        assertEquals(
                List.of("expect URGNET; allowed: none, a level, a certainty and a level"),
                run(SEVERE, "age: 60", "URGNET").failures());
        assertEquals(
                List.of("overall HIGH; allowed: none, SELF_CARE, ROUTINE, SOON, URGENT, EMERGENCY"),
                run(SEVERE, "age: 60", "{ overall: HIGH }").failures());
        assertEquals(
                List.of("given potasium: is not a name of the vocabulary; did you mean potassium?"),
                run(SEVERE, "potasium: 2.4 mmol/L", "none").failures());
    }
}
