package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.spasmcds.intake.Section;

/** What an embedder relies on. */
class RulesetTest {
    private static Patient.Builder patient() {
        return TestRules.bundled().patient();
    }

    @Test
    void nothingIsSaidOfAPatientOfWhomNothingIsKnownAndThatIsNoAllClear() {
        Assessment assessment = TestRules.assess(patient());
        assertEquals(Assessment.Outcome.COULD_NOT_LOOK, assessment.outcome());
        assertTrue(assessment.level().isEmpty());
        assertTrue(assessment.gaps().size() > 40, "only " + assessment.gaps().size() + " gaps");
    }

    @Test
    void couldNotLookIsToldApartFromNothingFound() {
        Patient.Builder all = patient()
                .age(40)
                .sex("male")
                .medicinesComplete()
                .conditionsComplete()
                .complete(Section.SPASMS)
                .complete(Section.SYMPTOMS)
                .complete(Section.EXPOSURES);
        Assessment assessment = TestRules.assess(all);
        assertTrue(assessment.findings().isEmpty(), assessment.findings().toString());
        assertTrue(
                assessment.gaps().size() < TestRules.assess(patient()).gaps().size() / 2,
                assessment.gaps().toString());
    }

    @Test
    void aSeriousFindingIsNeverHiddenByABenignOne() {
        Assessment assessment = TestRules.assess(patient()
                .age(60)
                .spasm(it -> it.set("sites", List.of("calf")).set("nocturnal", true))
                .result("potassium", 2.3, "mmol/L"));
        assertEquals("hypokalemia-severe", assessment.findings().get(0).id());
        assertEquals(org.spasmcds.Level.EMERGENCY, assessment.level().orElseThrow());
        assertFalse(assessment.findings().stream().anyMatch(Finding::mostUsual));
    }

    @Test
    void aDangerousValueWithoutADateAsksForARepeatToday() {
        Assessment assessment = TestRules.assess(
                patient().fact(Section.RESULTS, "potassium", java.util.Map.of("value", 2.3, "unit", "mmol/L")));
        Finding finding = TestRules.finding(assessment, "hypokalemia-severe");
        assertEquals(org.spasmcds.Level.URGENT, finding.level());
        assertEquals(Certainty.POSSIBLE, finding.certainty());
        assertTrue(finding.reasons().get(0).doubts().get(0).endsWith("repeat now"), finding.toString());
    }

    @Test
    void aDangerousValueInADoubtfulUnitIsUrgentAtMost() {
        Assessment assessment = TestRules.assess(patient().result("calcium-total", 9.2, "mEq/L"));
        assertTrue(
                assessment
                        .level()
                        .filter(level -> level == org.spasmcds.Level.EMERGENCY)
                        .isEmpty(),
                assessment.toString());
    }

    @Test
    void adultLimitsAreUsedInChildrenForEmergenciesAndAsAPossibilityForSameDayCare() {
        assertEquals(
                org.spasmcds.Level.EMERGENCY,
                TestRules.assess(patient().age(9).result("potassium", 2.3, "mmol/L"))
                        .level()
                        .orElseThrow());
        Finding moderate = TestRules.finding(
                TestRules.assess(patient().age(9).result("potassium", 2.8, "mmol/L")), "hypokalemia-moderate");
        assertEquals(Certainty.POSSIBLE, moderate.certainty());
        assertEquals(
                Certainty.CONFIRMED,
                TestRules.finding(
                                TestRules.assess(patient().age(16).result("potassium", 2.8, "mmol/L")),
                                "hypokalemia-moderate")
                        .certainty());
        Assessment mild = TestRules.assess(patient().age(9).cramp("calf").result("potassium", 3.3, "mmol/L"));
        assertTrue(mild.findings().stream().noneMatch(f -> f.id().equals("potassium-mild-low")), mild.toString());
        assertTrue(
                mild.notes().stream().anyMatch(note -> note.contains("under 16")),
                mild.notes().toString());
    }

    @Test
    void aBenignExplanationIsTakenAwayByAnUrgentFindingHoweverThatOneIsExcluded() {
        Assessment assessment = TestRules.assess(patient()
                .age(60)
                .spasm(it ->
                        it.set("sites", List.of("calf")).set("nocturnal", true).set("sustained", true)));
        assertTrue(assessment.level().orElseThrow().atLeast(org.spasmcds.Level.URGENT), assessment.toString());
        assertTrue(
                assessment.findings().stream().noneMatch(f -> f.id().equals("nocturnal-leg-cramp-idiopathic")),
                assessment.findings().toString());
    }

    @Test
    void whatCouldRaiseTheLevelIsSaid() {
        Finding finding = TestRules.finding(
                TestRules.assess(patient().result("potassium", 2.7, "mmol/L")), "hypokalemia-moderate");
        assertEquals(org.spasmcds.Level.URGENT, finding.level());
        assertEquals(org.spasmcds.Level.EMERGENCY, finding.raises().get(0).level());
    }

    @Test
    void hundredsOfEntriesAboutOneThingAreAnswered() {
        Patient.Builder many = patient();
        for (int i = 0; i < 100; i++) {
            int days = i + 1;
            many.spasm(it -> it.set("sites", List.of("calf")).set("onset", days + " hours ago"))
                    .symptom("muscle-weakness", it -> it.set("onset", days + " hours ago"))
                    .symptom("muscle-pain", it -> it.set("onset", days + " hours ago"))
                    .medicine("simvastatin", it -> it.set("start", days + " days ago"));
        }
        assertTrue(TestRules.assess(many).level().isPresent());
    }

    @Test
    void aPatientOfAnotherRuleSetIsRefused() {
        Ruleset other = Ruleset.bundledWithout(Set.of("hiccups"));
        Patient patient = other.patient().build();
        org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> TestRules.bundled().assess(patient, TestRules.NOW));
    }

    @Test
    void aMemberOfWhatIsDeniedIsRefused() {
        InvalidPatientException refused = org.junit.jupiter.api.Assertions.assertThrows(
                InvalidPatientException.class,
                () -> patient()
                        .medicine("statin", it -> it.set("status", "absent"))
                        .medicine("simvastatin")
                        .build());
        assertTrue(refused.getMessage().contains("statin, which it belongs to, is absent"), refused.getMessage());
    }

    @Test
    void everyFindingSaysMayAndNothingTellsToStopAMedicine() {
        for (org.spasmcds.rule.Rule rule : TestRules.bundled().rules()) {
            String text = (rule.says() + " " + String.join(" ", rule.ask())).toLowerCase(java.util.Locale.ROOT);
            assertFalse(
                    text.matches(
                            ".*\\b(stop|discontinue|cease) (the|this|your|taking|that)\\b.*(medicine|tablet|drug|statin|treatment).*"),
                    rule.id() + ": " + text);
            assertFalse(text.contains("drink plenty") || text.contains("plenty of water"), rule.id() + ": " + text);
        }
    }

    @Test
    void theDigestTellsRuleSetsApart() {
        assertEquals(Ruleset.bundled().identity(), TestRules.bundled().identity());
        assertNotEquals(
                TestRules.bundled().identity().digest(),
                Ruleset.bundledWithout(Set.of("hiccups")).identity().digest());
    }

    @Test
    void aConditionThatIsSwitchedOffIsNotFound() {
        Ruleset without = Ruleset.bundledWithout(Set.of("hypokalemia-severe"));
        Assessment assessment = without.assess(
                without.patient().result("potassium", 2.3, "mmol/L").build(), TestRules.NOW);
        assertTrue(
                assessment.findings().stream().noneMatch(finding -> finding.id().equals("hypokalemia-severe")));
    }

    @Test
    void anEvaluationIsQuiet() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        PrintStream standard = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        root.setLevel(Level.DEBUG);
        boolean additive = root.isAdditive();
        List<ch.qos.logback.core.Appender<ILoggingEvent>> others = new java.util.ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        root.addAppender(events);
        System.setOut(new PrintStream(printed, true));
        System.setErr(new PrintStream(printed, true));
        try {
            Ruleset rules = Ruleset.bundled();
            rules.assess(
                    rules.patient()
                            .age(60)
                            .cramp("calf")
                            .result("potassium", 2.3, "mmol/L")
                            .build(),
                    TestRules.NOW);
        } finally {
            System.setOut(standard);
            System.setErr(error);
            root.detachAppender(events);
            others.forEach(root::addAppender);
            root.setLevel(before);
            root.setAdditive(additive);
        }
        assertEquals("", printed.toString());
        assertEquals(
                List.of(),
                events.list.stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                        .map(ILoggingEvent::getFormattedMessage)
                        .toList());
        assertTrue(
                events.list.stream()
                        .noneMatch(event -> event.getFormattedMessage().contains("2.3")),
                "patient data in a log");
    }
}
