package org.spasmcds.authoring.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For which patients an edit changes the answer, and what is made responsible for it. */
class ImpactTest {
    private static final String COHORT = SmallRules.patient("a", "2.3")
            + SmallRules.patient("b", "2.4")
            + SmallRules.patient("c", "2.5")
            + SmallRules.patient("d", "2.6")
            + SmallRules.patient("e", "4.2");

    @TempDir
    private Path folder;

    private RuleVersion older;

    @BeforeEach
    void writeRules() {
        older = SmallRules.open(SmallRules.write(folder.resolve("old")));
    }

    private RuleVersion edited(String file, String text) {
        Path newer = SmallRules.write(folder.resolve("new"));
        SmallRules.put(newer, file, text);
        return SmallRules.open(newer);
    }

    private static List<String> changed(ImpactReport report) {
        return report.groups().stream()
                .flatMap(group -> group.moves().stream())
                .flatMap(move -> move.examples().stream())
                .map(patient -> patient.id() + " " + patient.shift().from() + " "
                        + patient.shift().to())
                .toList();
    }

    @Test
    void alikeRulesChangeNothing() {
        ImpactReport report = SmallRules.compare(older, older, "", COHORT);
        assertEquals(new ImpactReport.Counts(5, 5, 0, 0, 0, 0, 0, 0, 0), report.counts());
        assertTrue(report.groups().isEmpty());
        assertTrue(report.files().isEmpty());
        assertFalse(report.hasUnsignedFalls());
    }

    @Test
    void aLowerLimitLetsTheLevelFallOfThePatientAtIt() {
        ImpactReport report = SmallRules.compare(older, edited(SmallRules.LOW_FILE, SmallRules.low("2.4")), "", COHORT);
        assertEquals(List.of("b EMERGENCY SOON"), changed(report));
        assertEquals(1, report.counts().fallen());
        assertEquals(0, report.counts().risen());
        ImpactReport.Group group = report.groups().get(0);
        assertEquals(SmallRules.LOW, group.condition());
        ChangedPatient patient = group.moves().get(0).examples().get(0);
        assertEquals("-:2", patient.where());
        assertEquals(
                List.of(new FiringDifference(
                        SmallRules.LOW, FiringDifference.How.OLD_ONLY, List.of("potassium 2.4 mmol/L (now)"))),
                patient.rules());
        assertEquals(Set.of(SmallRules.LOW), patient.fallenBy());
        assertTrue(report.hasUnsignedFalls());
        assertEquals(
                List.of("low-potassium,1,EMERGENCY,SOON,,"),
                report.signatures().toAdd().stream()
                        .map(ImpactReport.ToAdd::line)
                        .toList());
    }

    @Test
    void aHigherLimitLetsItRise() {
        ImpactReport report = SmallRules.compare(older, edited(SmallRules.LOW_FILE, SmallRules.low("2.6")), "", COHORT);
        assertEquals(List.of("c SOON EMERGENCY"), changed(report));
        assertEquals(1, report.counts().risen());
        assertFalse(report.hasUnsignedFalls());
        assertEquals(1, report.patients(new Shift("SOON", "EMERGENCY")));
        assertEquals(2, report.patients(new Shift("EMERGENCY", "EMERGENCY")));
    }

    @Test
    void whatMerelyStandsOrFallsWithTheRuleIsNotResponsible() {
        // The cramp comes back since nothing urgent is left; its own rule fires in both.
        ImpactReport report = SmallRules.compare(
                older,
                edited(SmallRules.LOW_FILE, SmallRules.low("2.4").replace("value < 2.4", "value < 2.4, value > 2.0")),
                "",
                SmallRules.patient("x", "2.0"));
        assertEquals(
                List.of(SmallRules.LOW),
                report.groups().stream().map(ImpactReport.Group::condition).toList());
        List<Found> after =
                report.groups().get(0).moves().get(0).examples().get(0).after();
        assertEquals(List.of("cramp"), after.stream().map(Found::condition).toList());
    }

    @Test
    void aLoweredLevelIsAFallThoughTheRuleFiresInBoth() {
        ImpactReport report = SmallRules.compare(
                older, edited(SmallRules.LOW_FILE, SmallRules.low("2.5").replace("EMERGENCY", "URGENT")), "", COHORT);
        assertEquals(List.of("a EMERGENCY URGENT", "b EMERGENCY URGENT"), changed(report));
        assertEquals(
                FiringDifference.How.EDITED,
                report.groups().get(0).rules().get(0).how());
    }

    @Test
    void aValueTooOldToCountIsComparedToo() {
        String old = SmallRules.patient("x", "2.4").replace("\"now\"", "\"10 days ago\"");
        ImpactReport report = SmallRules.compare(older, edited(SmallRules.LOW_FILE, SmallRules.low("2.4")), "", old);
        assertEquals(List.of("x URGENT SELF_CARE"), changed(report));
        assertEquals(
                FiringDifference.How.OLD_ONLY,
                report.groups().get(0).rules().get(0).how());
    }

    @Test
    void otherWordsChangeNoAnswer() {
        ImpactReport report = SmallRules.compare(
                older,
                edited(SmallRules.LOW_FILE, SmallRules.low("2.5").replace("A sample", "Other words")),
                "",
                COHORT);
        assertEquals(0, report.counts().changed());
        assertTrue(report.edits().isEmpty());
        assertEquals(1, report.files().size());
    }

    @Test
    void aRuleThatIsGoneLetsTheLevelFallAndIsSignedAsRemoved() throws Exception {
        Path newer = SmallRules.write(folder.resolve("new"));
        Files.delete(newer.resolve(SmallRules.LOW_FILE));
        ImpactReport report = SmallRules.compare(older, SmallRules.open(newer), "", COHORT);
        assertEquals(RuleEdit.REMOVED, report.edits().get(0).edit());
        assertEquals(2, report.counts().fallen());
        assertEquals(
                "low-potassium,removed,EMERGENCY,SOON,,",
                report.signatures().toAdd().get(0).line());
    }

    @Test
    void anEditOfTheVocabularyIsTracedToTheRuleThatFiresOtherwise() throws Exception {
        Path newer = SmallRules.write(folder.resolve("new"));
        Path tests = newer.resolve("tests.csv");
        String potassium = Files.readString(tests)
                .lines()
                .filter(line -> line.startsWith("potassium,"))
                .findFirst()
                .orElseThrow();
        // Below 2.4 a value is no longer plausible, so that no rule sees it.
        Files.writeString(
                tests, Files.readString(tests).replace(potassium, potassium.replace(",1.0,10.0,", ",2.4,10.0,")));
        ImpactReport report = SmallRules.compare(older, SmallRules.open(newer), "", COHORT);
        assertEquals(
                List.of("a EMERGENCY SELF_CARE"),
                changed(report).stream().distinct().toList());
        assertTrue(report.edits().isEmpty());
        assertEquals("tests.csv", report.files().get(0).file());
        // Either rule alone would have kept the level above what is left.
        assertEquals(
                List.of("low-potassium,1,EMERGENCY,SELF_CARE,,", "moderate-potassium,1,EMERGENCY,SELF_CARE,,"),
                report.signatures().toAdd().stream()
                        .map(ImpactReport.ToAdd::line)
                        .toList());
    }

    @Test
    void anEditThatNoPatientNoticesIsTold() {
        ImpactReport report = SmallRules.compare(
                older, edited(SmallRules.LOW_FILE, SmallRules.low("2.2")), "", SmallRules.patient("e", "4.2"));
        assertEquals(
                List.of(SmallRules.LOW),
                report.idle().stream().map(ImpactReport.Edit::rule).toList());
    }

    @Test
    void examplesAreLimitedAndTheirNumberIsNot() {
        String many = SmallRules.patient("b", "2.4").repeat(70);
        ImpactReport report =
                SmallRules.compare(older, edited(SmallRules.LOW_FILE, SmallRules.low("2.4")), "", many, 3, 2);
        ImpactReport.GroupMove move = report.groups().get(0).moves().get(0);
        assertEquals(70, move.patients());
        assertEquals(
                List.of("-:1", "-:2", "-:3"),
                move.examples().stream().map(ChangedPatient::where).toList());
    }

    @Test
    void aNameThatOneVersionLacksIsRefusedThereAndCounted() throws Exception {
        Path newer = SmallRules.write(folder.resolve("new"));
        Path names = newer.resolve("vocabulary.csv");
        Files.writeString(names, Files.readString(names) + "glowing-ears,symptom,glowing ears,\n");
        String patients = "{\"symptoms\":[\"glowing-ears\"]}\n" + SmallRules.patient("b", "2.4") + "{\"agee\":3}\n";
        ImpactReport report = SmallRules.compare(older, SmallRules.open(newer), "", patients);
        assertEquals(new ImpactReport.Counts(3, 1, 0, 0, 0, 0, 1, 0, 1), report.counts());
        assertEquals(
                List.of("-:1 OLD", "-:3 BOTH"),
                report.refused().stream()
                        .map(refused -> refused.where() + " " + refused.side())
                        .toList());
        assertTrue(report.refused().get(0).message().contains("\"glowing-ears\""));
        ImpactReport back = SmallRules.compare(SmallRules.open(newer), older, "", patients);
        assertEquals(1, back.counts().refusedByNew());
    }

    @Test
    void theReportIsTheSameOnAnyNumberOfThreads() {
        StringBuilder cohort = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            cohort.append(SmallRules.patient("p" + i, "2." + i % 10));
        }
        cohort.append("{\"agee\":3}\n");
        RuleVersion newer = edited(SmallRules.LOW_FILE, SmallRules.low("2.3"));
        ImpactReport one = SmallRules.compare(older, newer, "", cohort.toString(), 7, 1);
        assertEquals(80, one.counts().fallen());
        for (int threads = 2; threads <= 5; threads++) {
            assertEquals(timeless(one), timeless(SmallRules.compare(older, newer, "", cohort.toString(), 7, threads)));
        }
    }

    private static ImpactReport timeless(ImpactReport report) {
        return new ImpactReport(
                report.older(),
                report.newer(),
                report.evaluatedAt(),
                report.counts(),
                report.levels(),
                report.edits(),
                report.files(),
                report.groups(),
                report.refused(),
                report.signatures(),
                0);
    }
}
