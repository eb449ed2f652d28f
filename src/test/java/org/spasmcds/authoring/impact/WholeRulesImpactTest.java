package org.spasmcds.authoring.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;
import org.spasmcds.rule.RuleFiles;

/** One number edited in the whole of the rules. */
class WholeRulesImpactTest {
    private static final String SEVERE = "07-electrolyte-disorder/hypokalemia-severe.drl";

    @TempDir
    private static Path folder;

    private static RuleVersion rules;
    private static RuleVersion edited;

    @BeforeAll
    static void edit() throws IOException {
        try (Stream<Path> files = Files.walk(TestRules.FOLDER)) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(drl|csv)"))
                    .toList()) {
                Path copy = folder.resolve(TestRules.FOLDER.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path severe = folder.resolve(SEVERE);
        Files.writeString(severe, Files.readString(severe).replace("value < 2.5 )", "value < 2.4 )"));
        rules = new RuleVersion("rules", TestRules.bundled(), RuleFiles.read(TestRules.FOLDER), "");
        edited = SmallRules.open(folder);
    }

    private static String potassium(String id, String value) {
        return "{\"id\":\"" + id + "\",\"age\":60,\"results\":[{\"test\":\"potassium\",\"value\":" + value
                + ",\"unit\":\"mmol/L\",\"at\":\"now\"}]}\n";
    }

    private static final String AROUND_THE_LIMIT = potassium("a", "2.3")
            + potassium("b", "2.4")
            + potassium("c", "2.45")
            + potassium("d", "2.5")
            + "{\"id\":\"e\",\"spasms\":[{\"sites\":[\"calf\"],\"nocturnal\":true}]}\n";

    @Test
    void aLowerLimitOfSevereHypokalemiaLeavesAGapAndIsFoundOut() {
        ImpactReport report = SmallRules.compare(rules, edited, "", AROUND_THE_LIMIT);
        assertEquals(new ImpactReport.Counts(5, 5, 2, 2, 0, 0, 0, 0, 0), report.counts());
        ImpactReport.GroupMove move = report.groups().get(0).moves().get(0);
        assertEquals(new Shift("EMERGENCY", "none"), move.shift());
        assertEquals(
                List.of("b", "c"),
                move.examples().stream().map(ChangedPatient::id).toList());
        assertEquals(
                List.of("hypokalemia-severe,1,EMERGENCY,none,,"),
                report.signatures().toAdd().stream()
                        .map(ImpactReport.ToAdd::line)
                        .toList());
    }

    @Test
    void theOtherWayRoundItRises() {
        ImpactReport report = SmallRules.compare(edited, rules, "", AROUND_THE_LIMIT);
        assertEquals(new ImpactReport.Counts(5, 5, 2, 0, 2, 0, 0, 0, 0), report.counts());
        assertEquals(2, report.patients(new Shift("none", "EMERGENCY")));
    }

    @Test
    void theReportIsThatOfAskingBothVersionsAboutEveryPatient() {
        compareWithAskingBoth(20);
    }

    @Test
    @Tag("slow")
    void theReportIsThatOfAskingBothVersionsAboutThreeThousandPatients() {
        compareWithAskingBoth(3_000);
    }

    private static void compareWithAskingBoth(int patients) {
        StringBuilder cohort = new StringBuilder(AROUND_THE_LIMIT);
        SyntheticPatients synthetic = new SyntheticPatients(rules.ruleset(), 3);
        for (int i = 0; i < patients; i++) {
            cohort.append(synthetic.next()).append('\n');
        }
        TreeSet<String> changed = new TreeSet<>();
        List<Shift> shifts = new ArrayList<>();
        PatientReader before = new PatientReader(rules.ruleset());
        PatientReader after = new PatientReader(edited.ruleset());
        cohort.toString().lines().forEach(line -> {
            Answer was = answer(rules.ruleset(), before, line);
            Answer is = answer(edited.ruleset(), after, line);
            shifts.add(Shift.of(was.level(), is.level()));
            if (!was.isThatOf(is)) {
                changed.add(Documents.read(line).path("id").asText());
            }
        });
        ImpactReport report = SmallRules.compare(rules, edited, "", cohort.toString());
        TreeSet<String> reported = new TreeSet<>();
        report.groups()
                .forEach(group ->
                        group.moves().forEach(move -> move.examples().forEach(patient -> reported.add(patient.id()))));
        assertEquals(changed, reported);
        assertTrue(changed.containsAll(List.of("b", "c")));
        for (String from : Shift.LEVELS) {
            for (String to : Shift.LEVELS) {
                Shift shift = new Shift(from, to);
                assertEquals(shifts.stream().filter(shift::equals).count(), report.patients(shift), from + " to " + to);
            }
        }
    }

    private static Answer answer(Ruleset ruleset, PatientReader reader, String line) {
        return Answer.of(ruleset.assess(reader.read(Documents.read(line)), SmallRules.NOW));
    }
}
