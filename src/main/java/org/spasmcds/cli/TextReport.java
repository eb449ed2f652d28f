package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Gap;
import org.spasmcds.Level;
import org.spasmcds.Reason;
import org.spasmcds.Refusal;
import org.spasmcds.language.Words;

/** An assessment for a reader with thirty seconds, in the language of the assessment. */
final class TextReport {
    private static final int EXPLANATIONS = 5;
    private static final int REFUSALS = 5;
    private static final int RAISES = 3;
    private static final String INDENT = "   ";
    private static final List<String> LABELS = List.of(
            "report.because", "report.doubtful", "report.assumes", "report.notKnown", "report.ask", "report.sources");

    private final Words words;
    private final PrintWriter out;
    private final int width;
    private final boolean color;
    private final boolean full;
    private final int labelWidth;

    /** @param words in the language of the assessments that are printed */
    TextReport(Words words, PrintWriter out, int width, boolean color, boolean full) {
        this.words = words;
        this.out = out;
        this.width = width;
        this.color = color;
        this.full = full;
        labelWidth = 2
                + LABELS.stream()
                        .mapToInt(label -> words.say(label).length())
                        .max()
                        .orElse(0);
    }

    void print(String subject, Assessment assessment) {
        out.println(bold(printable(subject)) + "   " + words.say("report.asOf", assessment.evaluatedAt()));
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
                words.say(
                        "report.rules",
                        rules.version(),
                        rules.rules(),
                        rules.digest().substring(0, 12)));
    }

    private void headline(Assessment assessment) {
        if (assessment.level().isPresent()) {
            Level level = assessment.level().get();
            out.println(paint(level, level.word(words)) + "  " + level.meaning(words));
            return;
        }
        if (assessment.outcome() == Assessment.Outcome.NOTHING_FOUND) {
            wrap("", words.say("report.nothingFound"));
        } else {
            wrap("", words.say("report.couldNotLook", assessment.gaps().size()));
        }
    }

    private void findings(Assessment assessment) {
        if (assessment.findings().isEmpty()) {
            return;
        }
        heading(words.say("report.whatToDo"));
        int number = 1;
        for (Finding finding : assessment.findings()) {
            finding(number++, finding);
        }
    }

    private void finding(int number, Finding finding) {
        List<String> marks = new ArrayList<>(List.of(finding.certainty().word(words)));
        finding.causes().forEach(cause -> marks.add(words.say("cause." + cause)));
        if (finding.mostUsual()) {
            marks.add(words.say("report.mostUsual"));
        }
        String level = paint(finding.level(), finding.level().word(words));
        out.println(number + ". " + level + "  " + bold(finding.title()) + "  (" + String.join(", ", marks) + ")");
        wrap(INDENT, finding.says());
        because(finding);
        if (!finding.assumptions().isEmpty()) {
            labeled("report.assumes", String.join("; ", finding.assumptions()));
        }
        for (Gap gap :
                finding.raises().stream().limit(full ? Integer.MAX_VALUE : 1).toList()) {
            List<String> missing = gap.missing().stream()
                    .limit(full ? Integer.MAX_VALUE : RAISES)
                    .toList();
            int more = gap.missing().size() - missing.size();
            String unknown = String.join("; ", missing);
            String reached = gap.level().word(words);
            labeled(
                    "report.notKnown",
                    more > 0
                            ? words.say("report.couldMakeIt.more", unknown, more, reached)
                            : words.say("report.couldMakeIt", unknown, reached));
        }
        if (!finding.ask().isEmpty()) {
            labeled("report.ask", String.join("; ", finding.ask()));
        }
        List<String> sources =
                finding.sources().stream().map(Finding.Source::id).toList();
        labeled("report.sources", words.say("evidence." + finding.evidence(), String.join(", ", sources)));
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
            String because = String.join("; ", facts);
            String rule = reasons.get(0).rule();
            labeled(
                    "report.because",
                    reasons.size() > 1
                            ? words.say("report.because.rules", because, rule, reasons.size() - 1)
                            : words.say("report.because.rule", because, rule));
            reasons.stream()
                    .flatMap(reason -> reason.doubts().stream())
                    .distinct()
                    .forEach(doubt -> labeled("report.doubtful", doubt));
        }
    }

    private void explanations(Assessment assessment) {
        if (assessment.findings().isEmpty()) {
            return;
        }
        heading(words.say("report.explanations"));
        List<Finding> explanations = assessment.explanations();
        if (explanations.isEmpty()) {
            wrap(INDENT, words.say("report.noCause"));
        }
        int number = 1;
        for (Finding finding : explanations.stream().limit(EXPLANATIONS).toList()) {
            wrap(
                    INDENT,
                    number++ + ". " + finding.title() + ", "
                            + finding.attribution().word(words)
                            + (finding.mostUsual() ? " (" + words.say("report.mostUsual") + ")" : ""));
        }
        if (explanations.size() > EXPLANATIONS) {
            wrap(INDENT, words.say("report.andMore", explanations.size() - EXPLANATIONS));
        }
    }

    private void gaps(List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        String heading = words.say("report.gaps", gaps.size());
        heading(full ? heading : words.say("report.gaps.listed", heading));
        if (!full) {
            return;
        }
        for (Gap gap : gaps) {
            wrap(
                    INDENT,
                    words.say("report.gap", gap.title(), gap.level().word(words), String.join("; ", gap.missing())));
        }
    }

    private void refused(List<Refusal> refused) {
        if (refused.isEmpty()) {
            return;
        }
        heading(words.say("report.refused"));
        int limit = full ? refused.size() : REFUSALS;
        for (Refusal refusal : refused.stream().limit(limit).toList()) {
            wrap(INDENT, refusal.fact() + ": " + refusal.reason() + "  [" + refusal.field() + "]");
        }
        if (refused.size() > limit) {
            wrap(INDENT, words.say("report.andMore.full", refused.size() - limit));
        }
    }

    private void heading(String text) {
        out.println();
        out.println(bold(text));
    }

    private void labeled(String key, String text) {
        String label = words.say(key);
        wrapFrom(
                INDENT + label + " ".repeat(labelWidth - label.length()),
                " ".repeat(INDENT.length() + labelWidth),
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
