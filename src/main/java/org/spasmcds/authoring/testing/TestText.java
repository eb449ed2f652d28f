package org.spasmcds.authoring.testing;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.Verdict;

/** Verdicts for a terminal. */
public final class TestText {
    /** So many rows a case are read; more are asked for. */
    private static final int ROWS = 7;

    private static final int WIDTH = 80;

    private TestText() {}

    /**
     * @param full print every reason, however many there are
     */
    public static void print(TestReport report, boolean full, PrintWriter out) {
        report.problems().forEach(out::println);
        report.cases().stream()
                .map(TestReport.Ran::verdict)
                .filter(verdict -> !verdict.passed())
                .forEach(verdict -> failure(verdict, full, out));
        String unread =
                report.problems().isEmpty() ? "" : ", " + report.problems().size() + " could not be read";
        out.println(String.format(
                Locale.ROOT,
                "%d passed, %d failed%s, %.1f s",
                report.passed(),
                report.failed(),
                unread,
                report.seconds()));
    }

    /** Where a case stands, what it expected, what came, and why. */
    static void failure(Verdict verdict, boolean full, PrintWriter out) {
        Scenario scenario = verdict.scenario();
        out.println(scenario.file() + ":" + scenario.line() + ": " + scenario.name());
        List<String> lines = new ArrayList<>(verdict.failures());
        lines.addAll(verdict.because());
        int rows = 0;
        for (int i = 0; i < lines.size(); i++) {
            List<String> wrapped = wrapped(lines.get(i));
            rows += wrapped.size();
            if (!full && i > 0 && rows > ROWS && i + 1 < lines.size()) {
                out.println("    … " + (lines.size() - i) + " more reasons (--full)");
                return;
            }
            wrapped.forEach(out::println);
        }
    }

    /** Breaks a line at blanks, so that a place stays in one piece for terminals that open it. */
    private static List<String> wrapped(String line) {
        List<String> rows = new ArrayList<>();
        int own = line.length() - line.stripLeading().length();
        String indent = " ".repeat(4 + own);
        StringBuilder row = new StringBuilder(indent);
        for (String word : line.strip().split(" ")) {
            boolean begins = row.toString().isBlank();
            if (!begins && row.length() + 1 + word.length() > WIDTH) {
                rows.add(row.toString());
                row = new StringBuilder(indent + "  ");
                begins = true;
            }
            row.append(begins ? "" : " ").append(word);
        }
        rows.add(row.toString());
        return rows;
    }
}
