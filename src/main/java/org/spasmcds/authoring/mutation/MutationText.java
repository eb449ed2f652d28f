package org.spasmcds.authoring.mutation;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A mutation report for a terminal. */
public final class MutationText {
    private static final int WIDTH = 80;
    private static final String INDENT = "    ";

    private MutationText() {}

    public static void print(MutationReport report, PrintWriter out) {
        report.survivors().stream().filter(survivor -> !survivor.isExplained()).forEach(each -> survivor(each, out));
        List<Survivor> explained =
                report.survivors().stream().filter(Survivor::isExplained).toList();
        if (!explained.isEmpty()) {
            out.println("Explained in accepted.csv:");
            out.println();
            explained.forEach(each -> survivor(each, out));
        }
        report.outdated().forEach(out::println);
        if (report.folders().size() > 1) {
            table("folder", report.folders(), out);
        }
        table("change", report.kinds(), out);
        line("total", report.total(), out);
        if (report.names().mutants() > 0) {
            line("name lost (not counted)", report.names(), out);
        }
    }

    private static void survivor(Survivor survivor, PrintWriter out) {
        out.println(survivor.file() + ":" + survivor.line() + ":" + survivor.column() + ": " + survivor.rule());
        wrapped(survivor.what(), out);
        if (survivor.isExplained()) {
            wrapped("explained: " + survivor.reason(), out);
        } else {
            wrapped("would notice: " + survivor.hint(), out);
        }
        if (survivor.missed() > 0) {
            wrapped(
                    (survivor.missed() == 1 ? "1 case gets" : survivor.missed() + " cases get")
                            + " another answer and expect nothing of it: " + survivor.example(),
                    out);
        }
        out.println();
    }

    private static void wrapped(String text, PrintWriter out) {
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH && line.length() > INDENT.length()) {
                out.println(line);
                line = new StringBuilder(INDENT + INDENT);
            }
            line.append(line.toString().isBlank() ? "" : " ").append(word);
        }
        out.println(line);
    }

    private static void table(String title, Map<String, Score> scores, PrintWriter out) {
        out.println(String.format(
                Locale.ROOT,
                "%-36s %8s %8s %8s %9s %6s",
                title,
                "mutants",
                "noticed",
                "survived",
                "explained",
                "score"));
        scores.forEach((name, score) -> line(name, score, out));
        out.println();
    }

    private static void line(String name, Score score, PrintWriter out) {
        out.println(String.format(
                Locale.ROOT,
                "%-36s %8d %8d %8d %9d %5.1f%%",
                name,
                score.mutants(),
                score.noticed(),
                score.survived(),
                score.explained(),
                score.percent()));
    }
}
