package org.spasmcds.authoring.impact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.spasmcds.authoring.html.Html;

/** The report as one HTML page that needs nothing but itself. */
public final class ImpactPage {
    private final ImpactReport report;
    private final Map<String, Object> model = new LinkedHashMap<>();

    private ImpactPage(ImpactReport report) {
        this.report = report;
    }

    public static String of(ImpactReport report) {
        String style = "<style>\n" + Html.resource("style.css") + Html.resource("impact.css") + "</style>";
        return Html.page("What the edit changes", style, "", "impact", new ImpactPage(report).model());
    }

    private Map<String, Object> model() {
        model.put("verdict", verdict());
        model.put("figures", figures());
        model.put("older", report.older().words());
        model.put("newer", report.newer().words());
        model.put("differences", report.differences());
        model.put("evaluatedAt", report.evaluatedAt());
        model.put("seconds", String.format(Locale.ROOT, "%.1f", report.seconds()));
        model.put("columns", Shift.LEVELS);
        model.put("rows", Shift.LEVELS.stream().map(this::row).toList());
        model.put(
                "groups",
                report.groups().stream().map(new PageGroups(report)::group).toList());
        signatures();
        List<ImpactReport.Edit> idle = report.idle();
        model.put("hasIdle", !idle.isEmpty());
        model.put("idle", idle.stream().map(ImpactPage::idle).toList());
        otherFiles();
        refused();
        return model;
    }

    private Map<String, Object> verdict() {
        ImpactReport.Counts counts = report.counts();
        ImpactReport.Signatures signatures = report.signatures();
        if (signatures.notSignedOff() > 0) {
            return Map.of(
                    "kind", "bad",
                    "headline", PageWords.FELL + "The level falls for " + PageWords.patients(counts.fallen()) + ".",
                    "text",
                            "Nobody signed for "
                                    + (counts.fallen() == signatures.notSignedOff()
                                            ? "that."
                                            : signatures.notSignedOff() + " of them."));
        }
        if (counts.fallen() > 0) {
            return Map.of(
                    "kind", "half",
                    "headline", PageWords.FELL + "The level falls for " + PageWords.patients(counts.fallen()) + ".",
                    "text", "Every fall is signed off.");
        }
        return Map.of(
                "kind", "good",
                "headline", counts.changed() == 0 ? "No answer changes." : "No level falls.",
                "text", "That holds for this cohort and says nothing of patients who are not in it.");
    }

    private List<Map<String, Object>> figures() {
        ImpactReport.Counts counts = report.counts();
        return List.of(
                figure("", "compared", counts.compared()),
                figure("", "changed", counts.changed()),
                figure(counts.fallen() > 0 ? "bad" : "", PageWords.FELL + "level fallen", counts.fallen()),
                figure(counts.risen() > 0 ? "half" : "", PageWords.ROSE + "level risen", counts.risen()),
                figure("", "same level", counts.sameLevel()),
                figure(counts.refused() > 0 ? "half" : "", "refused", counts.refused()));
    }

    private static Map<String, Object> figure(String kind, String name, int value) {
        return Map.of("kind", kind, "name", name, "value", PageWords.number(value));
    }

    private Map<String, Object> row(String from) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (String to : Shift.LEVELS) {
            Shift shift = new Shift(from, to);
            int patients = report.patients(shift);
            String kind = from.equals(to) ? "stays" : patients == 0 ? "empty" : PageWords.kind(shift);
            cells.add(Map.of(
                    "kind",
                    kind,
                    "mark",
                    patients == 0 ? "" : PageWords.mark(shift),
                    "value",
                    patients == 0 ? "·" : PageWords.number(patients)));
        }
        return Map.of("level", from, "cells", cells);
    }

    private void signatures() {
        ImpactReport.Signatures signatures = report.signatures();
        List<Map<String, Object>> signed = new ArrayList<>();
        signatures
                .used()
                .forEach(used -> signed.add(signed(used.signOff(), "for " + PageWords.patients(used.patients()))));
        signatures.notUsed().forEach(unused -> signed.add(signed(unused.signOff(), "not: " + unused.why())));
        model.put("hasSignatures", !signed.isEmpty() || !signatures.toAdd().isEmpty());
        model.put("hasSigned", !signed.isEmpty());
        model.put("signed", signed);
        model.put(
                "missing",
                signatures.toAdd().isEmpty()
                        ? List.of()
                        : List.of(Map.of(
                                "patients",
                                PageWords.patients(signatures.notSignedOff()),
                                "file",
                                signatures.file(),
                                "header",
                                SignOffs.HEADER,
                                "lines",
                                signatures.toAdd().stream()
                                        .map(ImpactReport.ToAdd::line)
                                        .toList())));
    }

    private static Map<String, Object> signed(SignOff line, String counts) {
        return Map.of(
                "line", line.line(),
                "condition", line.condition(),
                "levels", PageWords.levels(new Shift(line.from(), line.to())),
                "version", line.version(),
                "reason", line.reason(),
                "by", PageWords.given(line.signedBy()),
                "counts", counts);
    }

    private static Map<String, Object> idle(ImpactReport.Edit edit) {
        return Map.of(
                "rule", edit.rule(),
                "edit", edit.edit().name().toLowerCase(Locale.ROOT),
                "firesInOld", PageWords.number(edit.firesInOld()),
                "firesInNew", PageWords.number(edit.firesInNew()));
    }

    private void otherFiles() {
        Set<String> shown = new HashSet<>();
        report.groups().forEach(group -> shown.add(group.file()));
        List<Map<String, Object>> others = report.files().stream()
                .filter(file -> !shown.contains(file.file()))
                .map(PageGroups::difference)
                .toList();
        model.put("hasOtherFiles", !others.isEmpty());
        model.put("otherDifferences", others);
    }

    private void refused() {
        ImpactReport.Counts counts = report.counts();
        int more = counts.refused() - report.refused().size();
        model.put("hasRefused", counts.refused() > 0);
        model.put(
                "refusedCounts",
                "By OLD " + counts.refusedByOld() + ", by NEW " + counts.refusedByNew() + ", by both "
                        + counts.refusedByBoth() + ".");
        model.put("refusedMore", more > 0 ? List.of(PageWords.number(more)) : List.of());
        model.put(
                "refused",
                report.refused().stream()
                        .map(refused -> Map.of(
                                "where", refused.where(), "side", refused.side().words(), "message", refused.message()))
                        .toList());
    }
}
