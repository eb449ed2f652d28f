package org.spasmcds.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleHeaderTest {
    private static final String TEXT = """
            // SEVERE HYPOKALEMIA
            //
            // Asks      Is potassium dangerously low,
            //           by its value?
            // Escalates Nothing.
            // Misses    A hemolyzed sample.
            // Mimics    A sample next to a drip. Misses nothing else.
            //
            // [BMJBP-K]    severe is below 2.5 mmol/L,
            //              or symptomatic.
            // [CLIN-CONS]  the two limits.
            //
            // It is the last resort
            // of its group.
            //
            // Decision: it absorbs the milder rules, since they are
            // about the same value.
            // Decision: no child limits.

            package rules
            // Decision: not of the header.
            """;

    @Test
    void eachPartIsOneTextHoweverItIsBroken() {
        assertEquals(
                new RuleHeader(
                        "SEVERE HYPOKALEMIA",
                        "Is potassium dangerously low, by its value?",
                        "Nothing.",
                        "A hemolyzed sample.",
                        "A sample next to a drip. Misses nothing else.",
                        Map.of(
                                "BMJBP-K",
                                "severe is below 2.5 mmol/L, or symptomatic.",
                                "CLIN-CONS",
                                "the two limits."),
                        List.of(
                                "it absorbs the milder rules, since they are about the same value.",
                                "no child limits."),
                        List.of("It is the last resort of its group.")),
                RuleHeader.of(TEXT));
    }

    @Test
    void severalSourcesMayShareALine() {
        assertEquals(
                Map.of("A-1", "the figure.", "B-2", "the figure.", "C-3", "the figure."),
                RuleHeader.of("// [A-1] [B-2, C-3]  the figure.\n").sources());
    }

    @Test
    void aFileWithoutHeaderHasEmptyParts() {
        assertEquals(
                new RuleHeader("", "", "", "", "", Map.of(), List.of(), List.of()), RuleHeader.of("package rules\n"));
    }

    @Test
    void anOrdinaryCommentIsNoTitle() {
        RuleHeader header = RuleHeader.of("// Severe hypokalemia\n");
        assertEquals("", header.title());
        assertEquals(List.of("Severe hypokalemia"), header.notes());
    }
}
