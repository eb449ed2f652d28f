package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Gap;
import org.spasmcds.Level;
import org.spasmcds.Reason;
import org.spasmcds.Refusal;

/** An assessment for a reader with thirty seconds. */
final class TextReport {
    private static final int EXPLANATIONS = 5;
    private static final int REFUSALS = 5;
    private static final int RAISES = 3;
    private static final String INDENT = "   ";
    private static final int LABEL = 11;

    private final PrintWriter out;
    private final int width;
    private final boolean color;
    private final boolean full;

    TextReport(PrintWriter out, int width, boolean color, boolean full) {
        this.out = out;
        this.width = width;
        this.color = color;
        this.full = full;
    }

    void print(String subject, Assessment assessment) {
        out.println(bold(printable(subject)) + "   as of " + assessment.evaluatedAt());
        out.println();
        headline(assessment);
        findings(assessment);
        explanations(assessment);
        gaps(assessment.gaps());
        refused(assessment.refused());
        assessment.notes().forEach(note -> wrap("", note));
        out.println();
        wrap("", assessment.returnAdvice());
        wrap("", assessment.disclaimer());
        Assessment.RulesetIdentity rules = assessment.ruleset();
        wrap(
                "",
                "Rules: " + rules.version() + ", " + rules.rules() + " rules, digest "
                        + rules.digest().substring(0, 12) + ".");
    }

    private void headline(Assessment assessment) {
        if (assessment.level().isPresent()) {
            Level level = assessment.level().get();
            out.println(paint(level, level.name()) + "  " + level.meaning());
            return;
        }
        if (assessment.outcome() == Assessment.Outcome.NOTHING_FOUND) {
            wrap("", "Nothing found: every red flag was judged, and none of the conditions fits the facts.");
        } else {
            wrap(
                    "",
                    "No finding, but this is not an all-clear: "
                            + assessment.gaps().size() + " red flags could not be judged because facts are missing.");
        }
    }

    private void findings(Assessment assessment) {
        if (assessment.findings().isEmpty()) {
            return;
        }
        heading("What to do");
        int number = 1;
        for (Finding finding : assessment.findings()) {
            finding(number++, finding);
        }
    }

    private void finding(int number, Finding finding) {
        String marks = finding.certainty().name().toLowerCase(Locale.ROOT)
                + ", " + String.join(", ", finding.causes())
                + (finding.mostUsual() ? ", most usual explanation" : "");
        out.println(number + ". " + paint(finding.level(), finding.level().name()) + "  " + bold(finding.title())
                + "  (" + marks + ")");
        wrap(INDENT, finding.says());
        because(finding);
        if (!finding.assumptions().isEmpty()) {
            labeled("assumes", String.join("; ", finding.assumptions()));
        }
        for (Gap gap :
                finding.raises().stream().limit(full ? Integer.MAX_VALUE : 1).toList()) {
            List<String> missing = gap.missing().stream()
                    .limit(full ? Integer.MAX_VALUE : RAISES)
                    .toList();
            int more = gap.missing().size() - missing.size();
            labeled(
                    "not known",
                    String.join("; ", missing) + (more > 0 ? "; and " + more + " more" : "") + ": could make it "
                            + gap.level());
        }
        if (!finding.ask().isEmpty()) {
            labeled("ask", String.join("; ", finding.ask()));
        }
        List<String> sources =
                finding.sources().stream().map(Finding.Source::id).toList();
        String evidence = switch (finding.evidence()) {
            case SOURCED -> "";
            case CONSENSUS -> " (consensus only, no publication)";
            case UNVERIFIED -> " (not verified: the cited documents were not read)";
        };
        labeled("sources", String.join(", ", sources) + evidence);
    }

    /** One line for the condition and one for each that was merged into it, with all their facts and the gravest rule. */
    private void because(Finding finding) {
        Map<String, List<Reason>> byCondition = new LinkedHashMap<>();
        for (Reason reason : finding.reasons()) {
            byCondition
                    .computeIfAbsent(reason.rule().replaceFirst("\\..*", ""), any -> new ArrayList<>())
                    .add(reason);
        }
        for (List<Reason> reasons : byCondition.values()) {
            Set<String> facts = new LinkedHashSet<>();
            reasons.forEach(reason -> facts.addAll(reason.facts()));
            String more = reasons.size() > 1 ? " and " + (reasons.size() - 1) + " more" : "";
            labeled("because", String.join("; ", facts) + "  [" + reasons.get(0).rule() + more + "]");
            reasons.stream()
                    .flatMap(reason -> reason.doubts().stream())
                    .distinct()
                    .forEach(doubt -> labeled("doubtful", doubt));
        }
    }

    private void explanations(Assessment assessment) {
        if (assessment.findings().isEmpty()) {
            return;
        }
        heading("Possible explanations (each may explain the complaint)");
        List<Finding> explanations = assessment.explanations();
        if (explanations.isEmpty()) {
            wrap(INDENT, "No cause stands out.");
        }
        int number = 1;
        for (Finding finding : explanations.stream().limit(EXPLANATIONS).toList()) {
            wrap(
                    INDENT,
                    number++ + ". " + finding.title() + ", "
                            + finding.attribution().name().toLowerCase(Locale.ROOT)
                            + (finding.mostUsual() ? " (most usual explanation)" : ""));
        }
        if (explanations.size() > EXPLANATIONS) {
            wrap(INDENT, "and " + (explanations.size() - EXPLANATIONS) + " more");
        }
    }

    private void gaps(List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        heading("Could not be judged: " + gaps.size() + " red flags, because facts are missing"
                + (full ? "" : " (--full lists them)"));
        if (!full) {
            return;
        }
        for (Gap gap : gaps) {
            wrap(INDENT, gap.title() + " (up to " + gap.level() + "): " + String.join("; ", gap.missing()));
        }
    }

    private void refused(List<Refusal> refused) {
        if (refused.isEmpty()) {
            return;
        }
        heading("Given and not used");
        int limit = full ? refused.size() : REFUSALS;
        for (Refusal refusal : refused.stream().limit(limit).toList()) {
            wrap(INDENT, refusal.fact() + ": " + refusal.reason() + "  [" + refusal.field() + "]");
        }
        if (refused.size() > limit) {
            wrap(INDENT, "and " + (refused.size() - limit) + " more; --full shows them");
        }
    }

    private void heading(String text) {
        out.println();
        out.println(bold(text));
    }

    private void labeled(String label, String text) {
        wrapFrom(
                INDENT + String.format(Locale.ROOT, "%-" + (LABEL - 1) + "s ", label),
                " ".repeat(INDENT.length() + LABEL),
                text);
    }

    private void wrap(String indent, String text) {
        wrapFrom(indent, indent, text);
    }

    /** Text of a document must not steer the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private void wrapFrom(String first, String next, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : printable(text).split(" ")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line.toString().stripTrailing());
    }

    private String bold(String text) {
        return color ? "\u001B[1m" + text + "\u001B[0m" : text;
    }

    private String paint(Level level, String text) {
        if (!color) {
            return text;
        }
        String code = switch (level) {
            case EMERGENCY -> "1;37;41";
            case URGENT -> "1;31";
            case SOON -> "1;33";
            case ROUTINE -> "1;36";
            case SELF_CARE -> "1;32";
        };
        return "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
