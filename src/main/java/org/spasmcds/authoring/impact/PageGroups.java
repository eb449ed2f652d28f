package org.spasmcds.authoring.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups of changed patients, as the template of the page names their parts. */
final class PageGroups {
    private final ImpactReport report;

    PageGroups(ImpactReport report) {
        this.report = report;
    }

    Map<String, Object> group(ImpactReport.Group group) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("title", group.title());
        shown.put("condition", group.condition());
        shown.put("file", group.file());
        shown.put("line", group.line());
        shown.put("version", group.version());
        shown.put("patients", PageWords.patients(group.patients()));
        shown.put(
                "different",
                report.files().stream()
                        .filter(file -> file.file().equals(group.file()))
                        .map(PageGroups::difference)
                        .toList());
        shown.put(
                "otherFiles",
                String.join(
                        ", ",
                        report.files().stream()
                                .map(ImpactReport.FileDifference::file)
                                .toList()));
        shown.put(
                "rules",
                group.rules().stream()
                        .map(rule -> Map.of(
                                "rule",
                                rule.rule(),
                                "how",
                                rule.how().words(),
                                "patients",
                                PageWords.patients(rule.patients())))
                        .toList());
        shown.put("moves", group.moves().stream().map(PageGroups::move).toList());
        return shown;
    }

    static Map<String, Object> difference(ImpactReport.FileDifference file) {
        return Map.of(
                "file",
                file.file(),
                "lines",
                file.lines().stream()
                        .map(line -> Map.of(
                                "kind",
                                switch (line.change()) {
                                    case ADDED -> "added";
                                    case REMOVED -> "removed";
                                    case SAME -> "same";
                                    case LEFT_OUT -> "out";
                                },
                                "mark",
                                line.mark(),
                                "text",
                                line.change() == Line.Change.LEFT_OUT ? "⋯" : line.text()))
                        .toList());
    }

    private static Map<String, Object> move(ImpactReport.GroupMove move) {
        Shift shift = move.shift();
        int more = move.patients() - move.examples().size();
        return Map.of(
                "kind", PageWords.kind(shift),
                "mark", PageWords.mark(shift),
                "what", shift.fell() ? "fallen" : shift.rose() ? "risen" : "level stays",
                "levels", PageWords.levels(shift),
                "patients", PageWords.patients(move.patients()),
                "more", more > 0 ? List.of(PageWords.number(more)) : List.of(),
                "examples", move.examples().stream().map(PageGroups::example).toList());
    }

    private static Map<String, Object> example(ChangedPatient patient) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", PageWords.given(patient.id()));
        shown.put("where", patient.where());
        shown.put(
                "rules",
                patient.rules().stream()
                        .map(rule -> Map.of(
                                "facts",
                                rule.facts().isEmpty() ? "no fact of its own" : String.join("; ", rule.facts()),
                                "rule",
                                rule.rule(),
                                "how",
                                rule.how().words()))
                        .toList());
        shown.put("before", findings(patient.before(), patient.after()));
        shown.put("after", findings(patient.after(), patient.before()));
        shown.put("both", patient.bothHoldALevel() ? findings(patient.both(), List.of()) : List.of());
        shown.put(
                "explanation",
                PageWords.given(String.join(
                        " → ",
                        patient.firstExplanation().stream()
                                .map(id -> id.isEmpty() ? "none" : id)
                                .toList())));
        return shown;
    }

    private static List<Map<String, Object>> findings(List<Found> findings, List<Found> others) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Found found : findings) {
            boolean gradedAlike = others.stream().anyMatch(found::isGradedLike);
            shown.add(Map.of(
                    "condition", found.condition(),
                    "certainty", found.certainty(),
                    "level", found.level(),
                    "reasons", gradedAlike ? " by " + String.join(", ", found.rules()) : ""));
        }
        return shown;
    }
}
