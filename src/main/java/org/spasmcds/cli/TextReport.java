package org.spasmcds.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Assessment;
import org.spasmcds.Basis;
import org.spasmcds.Finding;
import org.spasmcds.Gap;
import org.spasmcds.Level;
import org.spasmcds.Reason;
import org.spasmcds.Refusal;
import org.spasmcds.Why;
import org.spasmcds.language.Words;

/** An assessment for a reader with thirty seconds, in the language of the assessment. */
final class TextReport {
    private static final int EXPLANATIONS = 5;
    private static final int REFUSALS = 5;
    private static final int RAISES = 3;

    private final Words words;
    private final TextPage page;
    private final boolean full;

    TextReport(TextPage page, boolean full) {
        this.page = page;
        this.full = full;
        words = page.words();
    }

    /** An assessment alone. */
    void print(String subject, Assessment assessment) {
        print(subject, assessment, Optional.empty());
    }

    /** An assessment with its basis. */
    void print(String subject, Basis basis) {
        print(subject, basis.assessment(), Optional.of(basis));
    }

    private void print(String subject, Assessment assessment, Optional<Basis> basis) {
        Optional<TextBasis> open = basis.map(each -> new TextBasis(page, each));
        page.line(page.bold(TextPage.printable(subject)) + "   " + words.say("report.asOf", assessment.evaluatedAt()));
        page.line("");
        headline(assessment);
        open.ifPresent(TextBasis::range);
        findings(assessment, basis.map(Basis::why).orElse(List.of()));
        explanations(assessment);
        open.ifPresent(TextBasis::print);
        if (open.isEmpty() || full) {
            gaps(assessment.gaps());
        }
        refused(assessment.refused());
        if (!assessment.notes().isEmpty()) {
            page.line("");
        }
        assessment.notes().forEach(note -> page.wrap("", note));
        page.line("");
        page.wrap("", assessment.returnAdvice());
        page.wrap("", assessment.disclaimer());
        Assessment.RulesetIdentity rules = assessment.ruleset();
        page.wrap(
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
            page.line(page.paint(level, level.word(words)) + "  " + level.meaning(words));
            return;
        }
        if (assessment.outcome() == Assessment.Outcome.NOTHING_FOUND) {
            page.wrap("", words.say("report.nothingFound"));
        } else {
            page.wrap("", words.say("report.couldNotLook", assessment.gaps().size()));
        }
    }

    private void findings(Assessment assessment, List<Why> why) {
        if (assessment.findings().isEmpty()) {
            return;
        }
        page.heading(words.say("report.whatToDo"));
        int number = 1;
        for (Finding finding : assessment.findings()) {
            finding(number++, finding, why);
        }
    }

    private void finding(int number, Finding finding, List<Why> why) {
        List<String> marks = new ArrayList<>(List.of(finding.certainty().word(words)));
        finding.causes().forEach(cause -> marks.add(words.say("cause." + cause)));
        if (finding.mostUsual()) {
            marks.add(words.say("report.mostUsual"));
        }
        String level = page.paint(finding.level(), finding.level().word(words));
        page.line(number + ". " + level + "  " + page.bold(finding.title()) + "  (" + String.join(", ", marks) + ")");
        page.wrap(TextPage.INDENT, finding.says());
        because(finding, why);
        if (!finding.assumptions().isEmpty()) {
            page.labeled("report.assumes", String.join("; ", finding.assumptions()));
        }
        for (Gap gap :
                finding.raises().stream().limit(full ? Integer.MAX_VALUE : 1).toList()) {
            List<String> missing = gap.missing().stream()
                    .limit(full ? Integer.MAX_VALUE : RAISES)
                    .toList();
            int more = gap.missing().size() - missing.size();
            String unknown = String.join("; ", missing);
            String reached = gap.level().word(words);
            page.labeled(
                    "report.notKnown",
                    more > 0
                            ? words.say("report.couldMakeIt.more", unknown, more, reached)
                            : words.say("report.couldMakeIt", unknown, reached));
        }
        if (!finding.ask().isEmpty()) {
            page.labeled("report.ask", String.join("; ", finding.ask()));
        }
        List<String> sources =
                finding.sources().stream().map(Finding.Source::id).toList();
        page.labeled("report.sources", words.say("evidence." + finding.evidence(), String.join(", ", sources)));
    }

    /** One line for the condition and one for each that was merged into it, with all their facts and the gravest rule. */
    private void because(Finding finding, List<Why> why) {
        Map<String, List<Reason>> byCondition = new LinkedHashMap<>();
        for (Reason reason : finding.reasons()) {
            byCondition
                    .computeIfAbsent(reason.rule().replaceFirst("\\..*", ""), any -> new ArrayList<>())
                    .add(reason);
        }
        for (List<Reason> reasons : byCondition.values()) {
            String rule = reasons.get(0).rule();
            String because = String.join("; ", because(finding, reasons, why));
            page.labeled(
                    "report.because",
                    reasons.size() > 1
                            ? words.say("report.because.rules", because, rule, reasons.size() - 1)
                            : words.say("report.because.rule", because, rule));
            reasons.stream()
                    .flatMap(reason -> reason.doubts().stream())
                    .distinct()
                    .forEach(doubt -> page.labeled("report.doubtful", doubt));
        }
    }

    /** The conditions that carried the gravest rule, with their facts; without the basis the facts alone. */
    private static Set<String> because(Finding finding, List<Reason> reasons, List<Why> why) {
        Set<String> because = new LinkedHashSet<>();
        why.stream()
                .filter(each -> each.finding().equals(finding.id()))
                .filter(each -> each.rule().equals(reasons.get(0).rule()))
                .forEach(each -> because.addAll(each.because()));
        if (because.isEmpty()) {
            reasons.forEach(reason -> because.addAll(reason.facts()));
        }
        return because;
    }

    private void explanations(Assessment assessment) {
        if (assessment.findings().isEmpty()) {
            return;
        }
        page.heading(words.say("report.explanations"));
        List<Finding> explanations = assessment.explanations();
        if (explanations.isEmpty()) {
            page.wrap(TextPage.INDENT, words.say("report.noCause"));
        }
        int number = 1;
        for (Finding finding : explanations.stream().limit(EXPLANATIONS).toList()) {
            page.wrap(
                    TextPage.INDENT,
                    number++ + ". " + finding.title() + ", "
                            + finding.attribution().word(words)
                            + (finding.mostUsual() ? " (" + words.say("report.mostUsual") + ")" : ""));
        }
        if (explanations.size() > EXPLANATIONS) {
            page.wrap(TextPage.INDENT, words.say("report.andMore", explanations.size() - EXPLANATIONS));
        }
    }

    private void gaps(List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        String heading = words.say("report.gaps", gaps.size());
        page.heading(full ? heading : words.say("report.gaps.listed", heading));
        if (!full) {
            return;
        }
        for (Gap gap : gaps) {
            page.wrap(
                    TextPage.INDENT,
                    words.say("report.gap", gap.title(), gap.level().word(words), String.join("; ", gap.missing())));
        }
    }

    private void refused(List<Refusal> refused) {
        if (refused.isEmpty()) {
            return;
        }
        page.heading(words.say("report.refused"));
        int limit = full ? refused.size() : REFUSALS;
        for (Refusal refusal : refused.stream().limit(limit).toList()) {
            page.wrap(TextPage.INDENT, refusal.fact() + ": " + refusal.reason() + "  [" + refusal.field() + "]");
        }
        if (refused.size() > limit) {
            page.wrap(TextPage.INDENT, words.say("report.andMore.full", refused.size() - limit));
        }
    }
}
