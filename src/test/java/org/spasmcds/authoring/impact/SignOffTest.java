package org.spasmcds.authoring.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.Problem;

/** Which falls of level count as signed off. */
class SignOffTest {
    private static final String HEADER = SignOffs.HEADER + "\n";
    private static final String COHORT = SmallRules.patient("b", "2.4");

    @TempDir
    private Path folder;

    private RuleVersion older;
    private RuleVersion newer;

    @BeforeEach
    void writeRules() {
        older = SmallRules.open(SmallRules.write(folder.resolve("old")));
        Path edited = SmallRules.write(folder.resolve("new"));
        SmallRules.put(
                edited, SmallRules.LOW_FILE, SmallRules.low("2.4").replace("@says", "@version(\"2\")\n    @says"));
        newer = SmallRules.open(edited);
    }

    private ImpactReport signed(String line) {
        return SmallRules.compare(older, newer, HEADER + line + "\n", COHORT);
    }

    private static void unsigned(ImpactReport report, String why) {
        assertTrue(report.hasUnsignedFalls());
        assertEquals(why, report.signatures().notUsed().get(0).why());
        assertEquals(
                "low-potassium,2,EMERGENCY,SOON,,",
                report.signatures().toAdd().get(0).line());
    }

    @Test
    void aFallWithReasonAndNameIsSignedOff() {
        ImpactReport report = signed("low-potassium,2,EMERGENCY,SOON,\"new guideline, section 3\",M. Curie");
        assertFalse(report.hasUnsignedFalls());
        assertEquals(1, report.signatures().signedOff());
        assertEquals(
                "new guideline, section 3",
                report.signatures().used().get(0).signOff().reason());
        assertTrue(report.signatures().toAdd().isEmpty());
    }

    @Test
    void anotherVersionDoesNotCount() {
        unsigned(
                signed("low-potassium,1,EMERGENCY,SOON,new guideline,M. Curie"),
                "it is for version 1, and NEW has version 2");
    }

    @Test
    void withoutReasonOrNameItDoesNotCount() {
        unsigned(signed("low-potassium,2,EMERGENCY,SOON,,M. Curie"), "it gives no reason");
        unsigned(signed("low-potassium,2,EMERGENCY,SOON,new guideline,"), "nobody signed it");
    }

    @Test
    void anotherFallOrConditionIsNotNeeded() {
        String why = "no patient of this cohort falls like that any more";
        unsigned(signed("low-potassium,2,EMERGENCY,ROUTINE,new guideline,M. Curie"), why);
        unsigned(signed("cramp,2,EMERGENCY,SOON,new guideline,M. Curie"), why);
    }

    @Test
    void whatIsWrittenWronglyIsRefusedWithItsLine() {
        assertEquals(
                List.of(
                        "f.csv:2:1: from \"EMERGNCY\", to \"SOON\"; allowed: none, SELF_CARE, ROUTINE, SOON, URGENT, EMERGENCY",
                        "f.csv:3:1: from SOON to URGENT is no fall; only falls are signed off",
                        "f.csv:4:1: 3 cells where the header names 6"),
                problems(HEADER + "a,1,EMERGNCY,SOON,x,y\na,1,SOON,URGENT,x,y\na,1,SOON\n"));
        assertEquals(
                List.of("f.csv:1:1: the first line must be " + SignOffs.HEADER),
                problems("condition,from,to\na,SOON,none\n"));
        assertEquals(List.of(), problems(""));
        assertEquals(List.of(), problems("\uFEFF" + HEADER));
    }

    private static List<String> problems(String text) {
        List<Problem> problems = new ArrayList<>();
        SignOffs.read("f.csv", text, problems);
        return problems.stream().map(Problem::toString).toList();
    }
}
