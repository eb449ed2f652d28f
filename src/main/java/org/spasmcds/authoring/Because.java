package org.spasmcds.authoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Assessment;
import org.spasmcds.Certainty;
import org.spasmcds.Examination;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Reason;
import org.spasmcds.Ruleset;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;

/** Says why an assessment departs from what a case expects: which fact met or failed which condition, and what was left out later. */
final class Because {
    private final Ruleset ruleset;
    private final Examination examination;
    private final Assessment assessment;
    private final Scenario scenario;
    private final FactSheet sheet;
    private final Interpreter interpreter;
    private final WhyNot whyNot;
    private final Why why;
    private final Setback setback;

    Because(Ruleset ruleset, Examination examination, Assessment assessment, Scenario scenario) {
        this.ruleset = ruleset;
        this.examination = examination;
        this.assessment = assessment;
        this.scenario = scenario;
        sheet = examination.facts();
        // The examination may be shared with other rules that were tried on it.
        interpreter = examination.interpreter().fresh();
        Phrase phrase = new Phrase(ruleset.vocabulary());
        whyNot = new WhyNot(sheet, interpreter, phrase);
        why = new Why(sheet, interpreter, phrase);
        setback = new Setback(ruleset, assessment);
    }

    /** The reasons for one departure, the nearest first. */
    List<String> lines(Departure departure) {
        return switch (departure.kind()) {
            case MISSING -> missing(departure);
            case UNWANTED -> unwanted(departure);
            case CERTAINTY ->
                certainty(departure.subject(), departure.certainty().orElseThrow());
            case NOT_FIRST -> notFirst(departure.subject());
            case NOT_MERGED -> notMerged(departure.subject());
            case UNREADABLE -> List.of();
        };
    }

    // What was expected and is not there

    private List<String> missing(Departure departure) {
        if (departure.subject().isEmpty()) {
            return standing();
        }
        List<Rule> rules = rules(departure.subject());
        if (rules.isEmpty()) {
            return List.of("there is no rule or condition " + departure.subject());
        }
        List<Rule> atLevel = rules.stream()
                .filter(rule -> departure.level().isEmpty() || departure.level().get() == rule.level())
                .toList();
        if (atLevel.isEmpty()) {
            return noneAtLevel(departure.subject(), departure.level().orElseThrow(), rules);
        }
        return absent(atLevel);
    }

    /** A doubtful value lowers the level of a rule, so those above count too. */
    private List<String> noneAtLevel(String subject, Level level, List<Rule> rules) {
        Set<Level> levels = new LinkedHashSet<>();
        rules.forEach(rule -> levels.add(rule.level()));
        List<String> lines = new ArrayList<>();
        lines.add("no rule of " + subject + " gives " + level + " by itself; they give "
                + String.join(", ", levels.stream().map(Enum::name).toList()));
        lines.addAll(absent(
                rules.stream().filter(rule -> rule.level().compareTo(level) > 0).toList()));
        return lines;
    }

    private List<String> standing() {
        return assessment.findings().isEmpty()
                ? List.of("nothing was found")
                : assessment.findings().stream()
                        .map(finding -> "found: " + finding.id() + " " + finding.certainty() + " " + finding.level())
                        .toList();
    }

    private List<Rule> rules(String id) {
        return ruleset.rules().stream()
                .filter(rule -> rule.id().equals(id) || rule.condition().equals(id))
                .toList();
    }

    /** Why none of these rules counts, those that came nearest to it first. */
    private List<String> absent(List<Rule> rules) {
        record Account(Rule rule, List<String> lines) {}
        return rules.stream()
                .filter(rule -> setback.reason(rule)
                        .filter(r -> r.level() == rule.level())
                        .isEmpty())
                .map(rule -> new Account(rule, account(rule)))
                .sorted(Comparator.comparingInt(account -> account.lines().size()))
                .flatMap(account -> account.lines().stream())
                .toList();
    }

    private List<String> account(Rule rule) {
        if (interpreter.fires(rule)) {
            return List.of(rule.id() + " fired, but " + setback.of(rule));
        }
        if (setback.reason(rule).isPresent()) {
            return List.of(rule.id() + " " + setback.of(rule));
        }
        List<String> lines = new ArrayList<>();
        for (String line : whyNot.lines(rule)) {
            lines.add(lines.isEmpty() ? rule.id() + " did not fire: " + line : "  and " + line);
        }
        return lines;
    }

    // What is there and should not be

    private List<String> unwanted(Departure departure) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : assessment.findings()) {
            for (Reason reason : finding.reasons()) {
                boolean about =
                        departure.subject().isEmpty() || Expectation.belongs(reason.rule(), departure.subject());
                boolean above = departure
                        .level()
                        .map(level -> reason.level().compareTo(level) > 0)
                        .orElse(true);
                if (about && above) {
                    lines.addAll(fired(reason));
                }
            }
        }
        return lines;
    }

    private List<String> fired(Reason reason) {
        Optional<Rule> rule = rules(reason.rule()).stream()
                .filter(each -> each.id().equals(reason.rule()))
                .findFirst();
        if (rule.isEmpty() || !interpreter.fires(rule.get())) {
            // Values too old to count were taken for current.
            return List.of(reason.rule() + " counts as " + reason.level() + ": " + String.join("; ", reason.doubts()));
        }
        return why.lines(rule.get(), reason.level());
    }

    // Certainty and place

    private List<String> certainty(String condition, Certainty wanted) {
        Optional<Finding> found = find(condition);
        if (found.isEmpty()) {
            return merged(condition)
                    .map(other -> List.of(condition + " was merged into " + other.id() + " (@absorbs)"))
                    .orElseGet(() -> absent(rules(condition)));
        }
        List<String> lines = new ArrayList<>();
        for (Reason reason : found.get().reasons()) {
            rules(reason.rule()).stream()
                    .filter(rule -> rule.id().equals(reason.rule()))
                    .findFirst()
                    .ifPresent(rule -> lines.addAll(why.certainty(rule, reason, ruleset)));
        }
        return lines.isEmpty() ? absent(rules(condition)) : lines;
    }

    private Optional<Finding> find(String condition) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(condition))
                .findFirst();
    }

    /** The finding into which the rules of a condition were merged. */
    private Optional<Finding> merged(String condition) {
        return assessment.findings().stream()
                .filter(finding -> !finding.id().equals(condition))
                .filter(finding ->
                        finding.reasons().stream().anyMatch(reason -> Expectation.belongs(reason.rule(), condition)))
                .findFirst();
    }

    private List<String> notFirst(String wanted) {
        if (wanted.equals("none") || find(wanted).isPresent()) {
            List<String> lines = new ArrayList<>();
            for (Finding finding : assessment.explanations()) {
                lines.add((lines.size() + 1) + ". " + finding.id() + " " + finding.level() + ", "
                        + finding.attribution() + " for the complaint");
            }
            return lines;
        }
        return merged(wanted)
                .map(other -> List.of(wanted + " was merged into " + other.id() + " (@absorbs)"))
                .orElseGet(() -> absent(rules(wanted)));
    }

    private List<String> notMerged(String other) {
        String condition = scenario.condition();
        boolean there = find(condition).isPresent() || merged(condition).isPresent();
        if (!there) {
            return absent(rules(condition));
        }
        if (find(other).isEmpty() && merged(other).isEmpty()) {
            return absent(rules(other));
        }
        boolean absorbs = rules(other).stream()
                .flatMap(rule -> rule.absorbs().stream())
                .anyMatch(absorption -> absorption.condition().equals(condition));
        return List.of(
                absorbs
                        ? "both were found, but the @absorbs of " + other
                                + " does not hold here (its level, or an @ownLine)"
                        : "both were found, but no rule of " + other + " has @absorbs for " + condition);
    }

    // Words that all of them use

    static String quoted(String text) {
        return "\"" + text + "\"";
    }

    static String place(Rule rule, Condition.Pattern pattern) {
        return place(rule.file(), pattern.line(), pattern.column());
    }

    /** The place of the first of these comparisons, or of the pattern where there is none. */
    static String place(Rule rule, Condition.Pattern pattern, List<Condition.Test> tests) {
        return tests.isEmpty()
                ? place(rule, pattern)
                : place(rule.file(), tests.get(0).line(), tests.get(0).column());
    }

    private static String place(String file, int line, int column) {
        return "(" + file + ":" + line + ":" + column + ")";
    }
}
