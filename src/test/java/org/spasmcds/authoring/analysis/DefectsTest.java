package org.spasmcds.authoring.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of defect in a small folder that has it, and not in one that does not. */
class DefectsTest {
    private static final String LOW = "Result( test == \"potassium\", current, value < 3.0 )";
    private static final String VERY_LOW = "Result( test == \"potassium\", current, value < 2.5 )";
    private static final String HIGH = "Result( test == \"potassium\", current, value >= 6.0 )";
    private static final String DIGOXIN = "Medicine( name == \"digoxin\", active )";

    @TempDir
    private Path path;

    private SmallFolder folder;

    @BeforeEach
    void folder() {
        folder = new SmallFolder(path);
    }

    // Overlaps

    @Test
    void theSameConditionsInAnotherOrderWithAnotherLevelAreAConflict() {
        folder.rule("one", "URGENT", LOW + "\n" + DIGOXIN);
        folder.rule("two", "SOON", DIGOXIN + "\n" + LOW);
        Analysis analysis = folder.analysis();
        assertEquals(List.of("two = one"), SmallFolder.subjects(analysis.findings(), Defect.CONFLICT));
        assertEquals(1, analysis.findings().size());
        assertEquals(
                "{ digoxin: active, potassium: 2.9 mmol/L }",
                analysis.findings().get(0).given());
    }

    @Test
    void theSameConditionsWithTheSameLevelAreADuplicateAlsoWhereNamesStandForAnAlternative() {
        folder.rule("one", "URGENT", "Symptom( name in (\"fever\", \"confusion\"), present )");
        folder.rule(
                "two",
                "URGENT",
                "( Symptom( name == \"confusion\", present ) or Symptom( name == \"fever\", present ) )");
        assertEquals(List.of("two = one"), folder.found(Defect.DUPLICATE));
    }

    @Test
    void rulesThatDifferInOneNumberAreNeitherConflictNorDuplicate() {
        folder.rule("one", "URGENT", LOW);
        folder.rule("two", "SOON", VERY_LOW);
        Analysis analysis = folder.analysis();
        assertEquals(List.of(), SmallFolder.subjects(analysis.findings(), Defect.CONFLICT));
        assertEquals(List.of(), SmallFolder.subjects(analysis.findings(), Defect.DUPLICATE));
    }

    @Test
    void aNarrowerRuleWithALowerLevelNeverDecides() {
        folder.rule("one", "URGENT", LOW).rule("one.very", "SOON", VERY_LOW);
        assertEquals(List.of("one.very < one"), folder.found(Defect.SHADOWED));
    }

    @Test
    void aNarrowerRuleWithALowerLevelThatIsSurerIsANote() {
        folder.rule("one", "URGENT", LOW).rule("one.very", "SOON", VERY_LOW, "@strength(\"direct\")");
        Analysis analysis = folder.analysis();
        assertEquals(List.of(), SmallFolder.subjects(analysis.findings(), Defect.SHADOWED));
        assertEquals(List.of("one.very < one"), SmallFolder.subjects(analysis.notes(), Defect.SHADOWED));
    }

    @Test
    void aNarrowerRuleWithAHigherLevelIsInOrder() {
        folder.rule("one", "URGENT", LOW).rule("one.very", "EMERGENCY", VERY_LOW);
        assertEquals(List.of(), folder.analysis().findings());
    }

    @Test
    void aNarrowerRuleThatAddsNothingIsSubsumed() {
        folder.rule("one", "URGENT", LOW).rule("one.digoxin", "URGENT", VERY_LOW + "\n" + DIGOXIN);
        assertEquals(List.of("one.digoxin < one"), folder.found(Defect.SUBSUMED));
    }

    @Test
    void aNarrowerRuleThatAddsAQuestionIsInOrder() {
        folder.rule("one", "URGENT", LOW).rule("one.digoxin", "URGENT", VERY_LOW + "\n" + DIGOXIN, "@ask(\"ECG\")");
        assertEquals(List.of(), folder.found(Defect.SUBSUMED));
    }

    @Test
    void rulesOfOneConditionThatFireTogetherAtDifferentLevelsAreListed() {
        folder.rule("one", "URGENT", LOW)
                .rule("one.digoxin", "EMERGENCY", DIGOXIN)
                .rule("one.high", "SOON", HIGH)
                .rule("one.stronger extends one", "EMERGENCY", DIGOXIN);
        List<String> together = SmallFolder.subjects(folder.analysis().notes(), Defect.LEVELS_TOGETHER);
        assertTrue(together.contains("one.digoxin + one"), together.toString());
        assertTrue(together.contains("one.digoxin + one.high"), together.toString());
        assertTrue(together.stream().noneMatch(pair -> pair.equals("one.stronger + one")), together.toString());
    }

    // Rules that cannot fire

    @Test
    void contradictingNumbersAreUnreachable() {
        folder.rule("one", "URGENT", "Result( test == \"potassium\", current, value < 3.0, value > 3.5 )");
        assertEquals(List.of("one"), folder.found(Defect.UNREACHABLE));
    }

    @Test
    void aNumberThatNoResultCanHaveIsUnreachable() {
        folder.rule("one", "URGENT", "Result( test == \"potassium\", current, value < 1.0 )");
        assertEquals(List.of("one"), folder.found(Defect.UNREACHABLE));
    }

    @Test
    void theLastPlausibleNumberIsReachable() {
        folder.rule("one", "URGENT", "Result( test == \"potassium\", current, value <= 1.0 )");
        assertEquals(List.of(), folder.found(Defect.UNREACHABLE));
    }

    @Test
    void whatARuleExcludesItselfIsUnreachableByWayOfAClassAndAGroup() {
        folder.rule(
                "one",
                "URGENT",
                "Medicine( name == \"simvastatin\", active )\nnot Medicine( name == \"statin\", present )");
        folder.rule(
                "two",
                "URGENT",
                "Spasm( kind == \"muscle-cramp\", site == \"calf\" )\nnot Group( name == \"muscle-complaint\", any )");
        assertEquals(List.of("one", "two"), folder.found(Defect.UNREACHABLE));
    }

    @Test
    void oneAgeCannotBeTwo() {
        folder.rule("one", "URGENT", "Patient( age >= 65 )\nPatient( age < 16 )");
        assertEquals(List.of("one"), folder.found(Defect.UNREACHABLE));
    }

    @Test
    void twoResultsOfOneTestThatMustDisagreeAreToldWithThePatientWhoHasThem() {
        folder.rule("one", "URGENT", LOW + "\n" + HIGH);
        Analysis analysis = folder.analysis();
        assertEquals(List.of("one"), SmallFolder.subjects(analysis.findings(), Defect.UNREACHABLE));
        assertEquals(
                "{ potassium: [2.9 mmol/L, 6.1 mmol/L] }",
                analysis.findings().get(0).given());
    }

    @Test
    void moreMembersThanAGroupHasIsUnreachable() {
        folder.rule("one", "URGENT", "Group( name == \"low-calcium\", present >= 3 )");
        assertEquals(List.of("one"), folder.found(Defect.UNREACHABLE));
    }

    @Test
    void oneOfTwoAlternativesIsEnoughToBeReachable() {
        folder.rule("one", "URGENT", "( Result( test == \"potassium\", current, value < 1.0 ) or " + LOW + " )");
        assertEquals(List.of(), folder.found(Defect.UNREACHABLE));
    }

    @Test
    void aRuleWithNeitherProofNorPatientIsListedAsUndecided() {
        folder.rule("one", "URGENT", "FamilyHistory( name == \"hypothyroidism\", absent )");
        Analysis analysis = folder.analysis();
        assertEquals(List.of(), analysis.findings());
        assertEquals(1, analysis.undecided().size());
    }

    // Gaps

    @Test
    void aValueBetweenTwoRulesThatNoRuleSpeaksOfIsAGap() {
        folder.rule("one", "EMERGENCY", VERY_LOW);
        folder.rule("two", "URGENT", "Result( test == \"potassium\", current, value >= 2.6, value < 3.0 )");
        Analysis analysis = folder.analysis();
        assertEquals(List.of("potassium from 2.5 to below 2.6"), SmallFolder.subjects(analysis.findings(), Defect.GAP));
    }

    @Test
    void aSinglePointCanBeAGapAndBandsThatTouchAreNone() {
        folder.rule("one", "EMERGENCY", VERY_LOW);
        folder.rule("two", "URGENT", "Result( test == \"potassium\", current, value > 2.5, value < 3.0 )");
        folder.rule("three", "URGENT", "Result( test == \"sodium\", current, value < 120 )");
        folder.rule("four", "SOON", "Result( test == \"sodium\", current, value >= 120, value < 130 )");
        assertEquals(List.of("potassium of 2.5"), folder.found(Defect.GAP));
    }

    @Test
    void theReferenceRangeIsNoGapAndWhatLiesBesideItIsANote() {
        folder.rule("one", "SOON", LOW).rule("two", "SOON", HIGH);
        Analysis analysis = folder.analysis();
        assertEquals(List.of(), SmallFolder.subjects(analysis.findings(), Defect.GAP));
        assertEquals(
                List.of("potassium from 3 to below 3.5", "potassium above 5.3 to below 6"),
                SmallFolder.subjects(analysis.notes(), Defect.GAP));
    }

    @Test
    void aRuleThatNeedsMoreThanTheNumberDoesNotFillAGapBetweenEmergencies() {
        folder.rule("one", "EMERGENCY", VERY_LOW);
        folder.rule("two", "URGENT", "Result( test == \"potassium\", current, value >= 2.6, value < 3.0 )");
        folder.rule("three", "URGENT", "Result( test == \"potassium\", current, value < 3.5 )\n" + DIGOXIN);
        assertEquals(List.of("potassium from 2.5 to below 2.6"), folder.found(Defect.GAP));
    }

    @Test
    void aGapThatShowsOnlyBesideAComplaintIsFound() {
        String complaint = "\nGroup( name == \"muscle-complaint\", any )";
        folder.rule("one", "URGENT", VERY_LOW + complaint);
        folder.rule("two", "SOON", "Result( test == \"potassium\", current, value >= 2.6, value < 3.0 )" + complaint);
        folder.rule("three", "URGENT", "Result( test == \"potassium\", current, value < 3.5 )\n" + DIGOXIN);
        Analysis analysis = folder.analysis();
        assertEquals(
                "{ potassium: 2.5 mmol/L, cramp: present }",
                analysis.findings().get(0).given());
    }

    @Test
    void aLevelThatFallsFartherOutIsAGap() {
        folder.rule("one", "URGENT", "Result( test == \"potassium\", current, value < 3.0, value >= 2.5 )");
        folder.rule("two", "SOON", VERY_LOW);
        assertEquals(List.of("potassium from 1 to below 2.5"), folder.found(Defect.GAP));
    }

    // Limits that are stated in two ways

    @Test
    void aLimitThatIsInHereAndOutThereIsFoundWithThePatientAtTheLimit() {
        folder.rule("one", "URGENT", LOW);
        folder.rule("two", "SOON", "Result( test == \"potassium\", current, value <= 3.0 )\n" + DIGOXIN);
        folder.rule("three", "SOON", "Result( test == \"potassium\", current, value < 3.0 )\n" + DIGOXIN);
        AnalysisFinding finding = folder.analysis().findings().get(0);
        assertEquals("potassium <= 3.0 in two", finding.subject());
        assertEquals("two.drl", finding.file());
        assertEquals(11, finding.line());
        assertEquals(43, finding.column());
        assertEquals("{ potassium: 3 mmol/L }", finding.given());
    }

    @Test
    void theTwoSidesOfOneLimitAgree() {
        folder.rule("one", "URGENT", LOW);
        folder.rule("two", "SOON", "Result( test == \"potassium\", current, value >= 3.0, value < 3.5 )");
        assertEquals(List.of(), folder.found(Defect.THRESHOLD_DIFFERS));
    }

    @Test
    void twoNumbersThatHardlyDifferInOneConditionAreFoundAndBandsAreNot() {
        folder.rule("one", "URGENT", VERY_LOW + "\n" + DIGOXIN)
                .rule("one.other", "URGENT", "Result( test == \"potassium\", current, value < 2.6 )");
        folder.rule("two", "SOON", "Result( test == \"sodium\", current, value >= 146, value < 147, high )")
                .rule("two.more", "SOON", "Result( test == \"sodium\", current, value >= 147 )");
        assertEquals(List.of("potassium < 2.5 in one, < 2.6 in one.other"), folder.found(Defect.THRESHOLD_DIFFERS));
    }

    @Test
    void anAcceptedFindingFailsNothingUntilItChanges() {
        folder.rule("one", "URGENT", LOW);
        folder.rule("two", "SOON", "Result( test == \"potassium\", current, value <= 3.0 )\n" + DIGOXIN);
        folder.rule("three", "SOON", LOW + "\n" + DIGOXIN);
        folder.write(
                "accepted.csv",
                "check,file,subject,reason\nthreshold-differs,two.drl,potassium <= 3.0 in two,as the source has it\n"
                        + "gap,two.drl,potassium of 9,long gone\n");
        Analysis analysis = folder.analysis();
        assertEquals(List.of(), analysis.findings());
        assertEquals("as the source has it", analysis.accepted().get(0).reason());
        assertEquals(1, analysis.outdated().size());
    }

    // Exceptions that never matter

    @Test
    void anExceptionForAFindingThatNeverComesAlongNeverCounts() {
        folder.rule("one", "SOON", "Group( name == \"muscle-complaint\", any )", "@unless(\"two\")");
        folder.rule(
                "two", "SOON", "Symptom( name == \"fever\", present )\nnot Group( name == \"muscle-complaint\", any )");
        folder.rule("three", "SOON", "Symptom( name == \"fever\", present )", "@absorbs(\"one\")");
        assertEquals(List.of("@unless two of one"), folder.found(Defect.NEVER_COUNTS));
    }

    @Test
    void aLevelThatNoRuleHasIsNeverAbsorbed() {
        folder.rule("one", "SOON", LOW);
        folder.rule("two", "EMERGENCY", VERY_LOW, "@absorbs(\"one at EMERGENCY\")");
        assertEquals(List.of("@absorbs one at EMERGENCY of two"), folder.found(Defect.NEVER_COUNTS));
    }

    @Test
    void anUrgentRuleIsNeverExcludedByAnotherUrgentOne() {
        folder.rule("one", "URGENT", LOW, "@unless(\"URGENT\")");
        folder.rule("two", "SOON", VERY_LOW, "@unless(\"URGENT\")");
        assertEquals(List.of("@unless URGENT of one"), folder.found(Defect.NEVER_COUNTS));
    }

    @Test
    void exceptionsOnResultsAreNotProvedAwaySinceAnOldResultIsTriedAgain() {
        folder.rule("one", "SOON", LOW, "@unless(\"two\")");
        folder.rule("two", "SOON", "not Result( test == \"potassium\", current )\n" + DIGOXIN);
        assertEquals(List.of(), folder.found(Defect.NEVER_COUNTS));
    }
}
