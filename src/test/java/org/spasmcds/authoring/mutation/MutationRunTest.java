package org.spasmcds.authoring.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.authoring.Progress;

class MutationRunTest {
    private static final String NEAR_THE_LIMIT = """
            - case: just below
              given: { potassium: 2.49 mmol/L }
              expect: CONFIRMED URGENT
            - case: at the limit
              given: { potassium: 2.5 mmol/L }
              expect: none
            - case: with a recent fever
              given: { potassium: 2.49 mmol/L, fever: "present, recent" }
              expect: none
            - case: with an old fever
              given: { potassium: 2.49 mmol/L, fever: "present, long-standing" }
              expect: CONFIRMED URGENT
            - case: too old
              given: { potassium: "2.49 mmol/L, 40 days ago" }
              expect: none
            """;
    private static final String HEART = """
            - case: two risks
              given: { potassium: 2.49 mmol/L, digoxin: active, heart-failure: present }
              expect: CONFIRMED EMERGENCY
            - case: one risk
              given: { potassium: 2.49 mmol/L, digoxin: active }
              expect: CONFIRMED URGENT
            """;

    @TempDir
    private Path path;

    private TinyFolder folder;

    @BeforeEach
    void make() {
        folder = new TinyFolder(path);
    }

    private List<String> survivors() {
        return folder.mutate().survivors().stream().map(Survivor::subject).toList();
    }

    @Test
    void casesOnBothSidesOfEverythingNoticeEveryMutant() {
        folder.cases(NEAR_THE_LIMIT + HEART);
        assertEquals(List.of(), survivors());
        assertEquals(100, folder.mutate().total().percent());
    }

    @Test
    void aCaseFarFromTheLimitNoticesNoShiftOfIt() {
        folder.cases((NEAR_THE_LIMIT + HEART).replace("2.5 mmol/L", "3.5 mmol/L"));
        assertEquals(
                List.of("low: potassium value < 2.50 → value < 2.51", "low: potassium value < 2.50 → value <= 2.50"),
                survivors());
    }

    @Test
    void aLostEscalationIsNoticedOnlyByACaseThatNeedsIt() {
        folder.cases(NEAR_THE_LIMIT);
        assertTrue(survivors().contains("low.heart: rule left out"), survivors().toString());
        folder.cases(NEAR_THE_LIMIT + HEART);
        assertFalse(
                survivors().contains("low.heart: rule left out"), survivors().toString());
    }

    @Test
    void aCaseThatFailsAnywayNoticesNothing() {
        folder.cases((NEAR_THE_LIMIT + HEART)
                .replace(
                        "given: { potassium: 2.5 mmol/L }\n  expect: none",
                        "given: { potassium: 2.5 mmol/L }\n  expect: SOON"));
        assertTrue(
                survivors().contains("low: potassium value < 2.50 → value <= 2.50"),
                survivors().toString());
    }

    @Test
    void whatTheAuthorsAcceptIsExplainedAndStillSurvives() {
        folder.cases((NEAR_THE_LIMIT + HEART).replace("2.5 mmol/L", "3.5 mmol/L"));
        folder.write("accepted.csv", """
                check,file,subject,reason
                mutate,low.drl,low: potassium value < 2.50 → value < 2.51,laboratories report one decimal
                """);
        MutationReport report = folder.mutate();
        assertEquals(2, report.total().survived());
        assertEquals(1, report.total().explained());
        StringWriter text = new StringWriter();
        MutationText.print(report, new PrintWriter(text, true));
        assertTrue(text.toString().contains("explained: laboratories report one decimal"), text.toString());
        assertTrue(text.toString().contains("would notice: a case with potassium 2.5 mmol/L"), text.toString());
    }

    @Test
    void aSurvivorTellsOfCasesThatItShowsInAndThatDoNotMind() {
        folder.cases((NEAR_THE_LIMIT + HEART)
                .replace("2.5 mmol/L }\n  expect: none", "2.5 mmol/L }\n  expect: { at-most: URGENT }"));
        Survivor survivor = folder.mutate().survivors().get(0);
        assertEquals(1, survivor.missed());
        assertEquals("low.scenarios.yaml:4", survivor.example());
    }

    @Test
    void aLimitOfAGroupIsChangedInTheVocabulary() {
        folder.write(
                "low.drl", TinyFolder.RULES.replace("cardiac-electrical-risk\", present >= 2", "fast-pulse\", any"));
        String pulse = """
                - case: fast
                  given: { potassium: 2.49 mmol/L, heart-rate: 101 /min }
                  expect: EMERGENCY
                """;
        folder.cases(pulse);
        assertEquals(
                List.of(
                        "fast-pulse: heart-rate > 100 → heart-rate > 99",
                        "fast-pulse: heart-rate > 100 → heart-rate >= 100"),
                limits());
        folder.cases(pulse + """
                - case: not fast
                  given: { potassium: 2.49 mmol/L, heart-rate: 100 /min }
                  expect: URGENT
                """);
        assertEquals(List.of(), limits());
    }

    private List<String> limits() {
        return MutationRun.of(folder.ruleset(), path, Set.of("groups.csv"), false, Progress.SILENT).survivors().stream()
                .map(Survivor::subject)
                .filter(subject -> subject.startsWith("fast-pulse:"))
                .toList();
    }

    @Test
    void aStoredReportReadsAsItWas() throws JsonProcessingException {
        folder.cases(NEAR_THE_LIMIT);
        MutationReport report = folder.mutate();
        assertEquals(report, MutationReport.parse(new ObjectMapper().writeValueAsString(report)));
        assertEquals(report.total(), report.of("low").orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> MutationReport.parse("[]"));
    }
}
