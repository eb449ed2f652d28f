package org.spasmcds.cli;

import java.io.PrintWriter;
import org.spasmcds.authoring.analysis.Analysis;
import org.spasmcds.authoring.analysis.AnalysisFinding;

/** Prints an analysis for a terminal of 80 columns. A patient stays on one line, to be copied into a case. */
final class AnalysisText {
    private static final int WIDTH = 80;
    private static final String INDENT = "    ";

    private final PrintWriter out;

    AnalysisText(PrintWriter out) {
        this.out = out;
    }

    void print(Analysis analysis) {
        analysis.notes().forEach(note -> finding(note, "note: "));
        analysis.findings().forEach(finding -> finding(finding, ""));
        if (!analysis.undecided().isEmpty()) {
            out.println("Could not be decided:");
            analysis.undecided().forEach(question -> wrapped(question, "  ", INDENT));
            out.println();
        }
        analysis.outdated().forEach(out::println);
        summary(analysis);
    }

    private void finding(AnalysisFinding finding, String prefix) {
        out.println(finding.file() + ":" + finding.line() + ":" + finding.column() + ": " + prefix + finding.check());
        wrapped(finding.message(), INDENT, INDENT);
        if (!finding.given().isEmpty()) {
            out.println(INDENT + "given: " + finding.given());
        }
        out.println();
    }

    private void wrapped(String text, String first, String rest) {
        StringBuilder line = new StringBuilder(first);
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > WIDTH && !line.toString().isBlank()) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(rest);
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }

    private void summary(Analysis analysis) {
        out.println(count(analysis.rules(), "rule") + " looked at: "
                + (analysis.findings().isEmpty()
                        ? "no findings"
                        : count(analysis.findings().size(), "finding")) + ", "
                + analysis.accepted().size() + " accepted, "
                + (analysis.notes().isEmpty() ? "" : count(analysis.notes().size(), "note") + ", ")
                + (analysis.undecided().isEmpty()
                        ? "nothing undecided"
                        : analysis.undecided().size() + " undecided"));
        analysis.counts().forEach((defect, number) -> {
            if (number > 0) {
                out.println("  " + number + " " + defect.label() + " (" + defect.meaning() + ")");
            }
        });
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
