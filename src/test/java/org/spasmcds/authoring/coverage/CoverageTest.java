package org.spasmcds.authoring.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.Ruleset;

/** A folder of one rule on top of the bundled ones, whose cases are known. */
class CoverageTest {
    private static final String RULE = """
            package rules

            import org.spasmcds.fact.*

            rule "cold-cramp"
                @cause("overexertion")
                @level("ROUTINE")
                @certainty("POSSIBLE")
                @says("Cold muscles cramp.")
                @source("CLIN-CONS")
            when
                Result( test == "potassium", current,   // the one that counts: (
                        value < 3.5 )
                not Symptom( name == "fever", present )
                ( Symptom( name == "vomiting", present ) or Symptom( name == "diarrhea", present ) )
            then
            end

            rule "cold-cramp.very" extends "cold-cramp"
                @level("SOON")
            when
                Result( test == "magnesium", current, value < 0.5 )
            then
            end
            """;
    private static final String CASES = """
            - case: low potassium & vomiting
              given: { potassium: 3.0 mmol/L, vomiting: present }
              expect: ROUTINE
            - case: with <fever>
              given: { potassium: 3.0 mmol/L, vomiting: present, fever: present }
              expect: none
            - case: no potassium known
              given: { vomiting: absent, diarrhea: absent, fever: absent, magnesium: 0.4 mmol/L }
              expect: none
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("cold-cramp.drl"), RULE);
        Files.writeString(folder.resolve("cold-cramp.scenarios.yaml"), CASES);
    }

    private Coverage coverage() {
        return Coverage.of(Ruleset.bundledWith(folder, Set.of()), folder);
    }

    private static Seen seen(Coverage coverage, int pattern) {
        return coverage.files().get(0).patterns().get(pattern).cases();
    }

    @Test
    void everyPatternKnowsTheCasesThatHoldItFailItAndLeaveItOpen() {
        Coverage coverage = coverage();
        assertEquals(1, coverage.files().size());
        FileCoverage file = coverage.files().get(0);
        assertEquals(3, file.cases());
        assertEquals(
                new Seen(List.of("low potassium & vomiting", "with <fever>"), List.of(), List.of("no potassium known")),
                seen(coverage, 0));
        assertEquals(
                new Seen(List.of("with <fever>"), List.of("no potassium known"), List.of("low potassium & vomiting")),
                seen(coverage, 1));
        assertEquals(List.of(), seen(coverage, 3).held());
        assertEquals(
                List.of("12:5", "14:9", "15:7", "15:49", "22:5"),
                file.patterns().stream()
                        .map(pattern -> pattern.line() + ":" + pattern.column())
                        .toList());
        assertEquals(
                List.of("low potassium & vomiting"), file.rules().get(0).cases().held());
        assertEquals(new Counts(2, 0, 1), file.patterns().get(0).everywhere());
        // What a rule takes over from the one that it extends is counted there.
        assertEquals(1, file.rules().get(1).patterns().size());
    }

    @Test
    void whatIsNotCoveredIsToldWithItsPlace() {
        assertEquals(
                List.of(
                        "cold-cramp.drl:13:13: value < 3.5 has no case where it fails",
                        "cold-cramp.drl:15:49: \"diarrhea\" holds in no case",
                        "cold-cramp.drl:19:1: cold-cramp.very fires in no case",
                        "cold-cramp.drl:22:43: value < 0.5 has no case where it fails"),
                coverage().uncovered().stream().map(Object::toString).sorted().toList());
        assertEquals(
                List.of("cold-cramp.drl:12:5: \"potassium below 3.5 mmol/L\" is known untrue in no case, only unknown"),
                coverage().neverKnownUntrue().stream()
                        .map(Object::toString)
                        .limit(1)
                        .toList());
    }

    @Test
    void aCaseThatCannotBeReadIsToldAndCountsForNothing() throws IOException {
        Files.writeString(
                folder.resolve("cold-cramp.scenarios.yaml"),
                CASES + "- case: misspelt\n  given: { potasium: 3 mmol/L }\n  expect: none\n- case: half\n");
        assertEquals(
                List.of(
                        "cold-cramp.scenarios.yaml:13:1: case \"half\" needs case, given and expect",
                        "cold-cramp.scenarios.yaml:10:1: given potasium: is not a name of the vocabulary; did you mean potassium?"),
                coverage().problems().stream().map(Object::toString).toList());
    }

    @Test
    void theColoredTextIsTheTextWithSignsThatNeedNoColor() {
        FileCoverage file = coverage().files().get(0);
        String html = ColoredText.html(RULE, file);
        assertTrue(html.contains("class=\"pattern both\""), html);
        assertTrue(
                html.contains("class=\"pattern only-not\" tabindex=\"0\"><sup class=\"sign\" aria-hidden=\"true\">F"),
                html);
        assertTrue(html.contains("<span>low potassium &amp; vomiting</span>"), html);
        assertTrue(html.contains("<span>with &lt;fever&gt;</span>"), html);
        assertTrue(html.contains("class=\"number one-sided\""), html);
        assertFalse(html.contains("<fever>"), html);
    }

    @Test
    void withoutCasesEverythingIsMarkedAsNeverAsked() throws IOException {
        Files.delete(folder.resolve("cold-cramp.scenarios.yaml"));
        Coverage coverage = coverage();
        assertTrue(coverage.files().get(0).patterns().stream()
                .allMatch(pattern -> pattern.cases().never()));
        assertTrue(ColoredText.html(RULE, coverage.files().get(0)).contains("class=\"pattern never\""));
        assertEquals(9, coverage.uncovered().size());
    }
}
