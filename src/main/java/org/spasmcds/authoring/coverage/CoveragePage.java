package org.spasmcds.authoring.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spasmcds.authoring.html.Html;

/** Coverage as one page that needs nothing but itself. */
public final class CoveragePage {
    private record Line(String anchor, String place, String text) {}

    private record RuleLine(String id, int fired, int not, int undecided) {}

    private record File(
            String anchor,
            String title,
            String file,
            int cases,
            int patterns,
            int bothWays,
            int open,
            boolean complete,
            List<RuleLine> rules,
            String text) {}

    private record Folder(String name, List<File> files) {}

    private record Model(
            String css,
            String folder,
            Coverage.Row sum,
            List<Coverage.Row> rows,
            List<Line> uncovered,
            List<String> problems,
            List<Folder> folders) {}

    private CoveragePage() {}

    /**
     * @param folder what the page calls the rules
     * @param texts the texts of the rule files by their path
     */
    public static String html(String folder, Coverage coverage, Map<String, String> texts) {
        Map<String, Integer> open = new LinkedHashMap<>();
        List<Line> uncovered = new ArrayList<>();
        for (Coverage.Uncovered each : coverage.uncovered()) {
            open.merge(each.file(), 1, Integer::sum);
            String place = each.file() + ":" + each.line() + ":" + each.column();
            uncovered.add(new Line(anchor(each.file()), place, each.text()));
        }
        Map<String, List<File>> byFolder = new LinkedHashMap<>();
        for (FileCoverage file : coverage.files()) {
            byFolder.computeIfAbsent(file.folder(), any -> new ArrayList<>())
                    .add(file(file, open.getOrDefault(file.file(), 0), texts.getOrDefault(file.file(), "")));
        }
        List<Folder> folders = new ArrayList<>();
        byFolder.forEach((name, files) -> folders.add(new Folder(name, files)));
        List<Coverage.Row> rows = new ArrayList<>(coverage.rows());
        rows.add(coverage.sum());
        Model model = new Model(
                Html.resource("coverage.css"),
                folder,
                coverage.sum(),
                rows,
                uncovered,
                coverage.problems().stream().map(Object::toString).toList(),
                folders);
        return Html.page("Coverage of " + folder, "coverage", model);
    }

    private static File file(FileCoverage file, int open, String text) {
        return new File(
                anchor(file.file()),
                file.title(),
                file.file(),
                file.cases(),
                file.patterns().size(),
                (int) file.patterns().stream()
                        .filter(each -> each.cases().bothWays())
                        .count(),
                open,
                open == 0,
                file.rules().stream()
                        .map(rule -> new RuleLine(
                                rule.id(),
                                rule.cases().held().size(),
                                rule.cases().failed().size(),
                                rule.cases().unknown().size()))
                        .toList(),
                ColoredText.html(text, file));
    }

    private static String anchor(String file) {
        return file.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
