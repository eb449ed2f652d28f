package org.spasmcds.authoring.coverage;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Coverage for a terminal: a table that can be pasted into Markdown, and what is not covered. */
public final class CoverageText {
    private CoverageText() {}

    public static void table(Coverage coverage, PrintWriter out) {
        out.println(
                "| folder | conditions | rules | cases | numbers | with a case on both sides | patterns | both ways |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        coverage.rows().forEach(row -> line(out, row));
        line(out, coverage.sum());
    }

    private static void line(PrintWriter out, Coverage.Row row) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %d | %d |",
                row.folder(),
                row.conditions(),
                row.rules(),
                row.cases(),
                row.numbers(),
                row.numbersOnBothSides(),
                row.patterns(),
                row.patternsBothWays()));
    }

    /**
     * The table and what is not covered.
     *
     * @param full list also the patterns that are never known untrue
     */
    public static void print(Coverage coverage, boolean full, PrintWriter out) {
        table(coverage, out);
        out.println();
        coverage.problems().forEach(out::println);
        List<Coverage.Uncovered> uncovered = coverage.uncovered();
        uncovered.forEach(out::println);
        out.println(
                uncovered.isEmpty()
                        ? "Every rule, pattern and number is covered both ways."
                        : uncovered.size() + " not covered both ways.");
        List<Coverage.Uncovered> never = coverage.neverKnownUntrue();
        if (full) {
            never.forEach(out::println);
        }
        if (!never.isEmpty()) {
            String are = never.size() == 1 ? "1 pattern is" : never.size() + " patterns are";
            out.println(are + " never known untrue, only unknown" + (full ? "." : " (--full lists them)."));
        }
    }
}
