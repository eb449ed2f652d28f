package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spasmcds.authoring.Progress;
import org.spasmcds.rule.Rule;

/** Pairs of rules of which one never fires without the other. */
final class Overlaps {
    private final Workbench bench;
    private final Contribution contribution;

    Overlaps(Workbench bench) {
        this.bench = bench;
        contribution = new Contribution(bench);
    }

    List<AnalysisFinding> find(Progress progress) {
        List<AnalysisFinding> findings = new ArrayList<>();
        List<Rule> rules = bench.rules();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (bench.isAsked(rules.get(i)) || bench.isAsked(rules.get(j))) {
                    pair(rules.get(j), rules.get(i)).ifPresent(findings::add);
                }
            }
            progress.reached(i + 1, rules.size());
        }
        return findings;
    }

    private Optional<AnalysisFinding> pair(Rule rule, Rule later) {
        boolean forth = bench.entailment().implies(later, rule);
        boolean back = (forth || rule.condition().equals(later.condition()))
                && bench.entailment().implies(rule, later);
        if (forth && back) {
            return Optional.of(equivalent(later, rule));
        }
        if (!rule.condition().equals(later.condition())) {
            return Optional.empty();
        }
        return forth ? within(later, rule) : back ? within(rule, later) : Optional.empty();
    }

    private AnalysisFinding equivalent(Rule rule, Rule other) {
        String names = rule.id() + " = " + other.id();
        return rule.level() == other.level()
                ? bench.finding(
                        Defect.DUPLICATE,
                        false,
                        List.of(rule, other),
                        names,
                        titled(rule) + " fires for the same patients as " + titled(other) + " (" + place(other)
                                + "). One of the two can go.")
                : bench.finding(
                        Defect.CONFLICT,
                        false,
                        List.of(rule, other),
                        names,
                        titled(rule) + " fires for the same patients as " + titled(other) + " (" + place(other)
                                + "), and the two differ in level.");
    }

    private Optional<AnalysisFinding> within(Rule rule, Rule wider) {
        int level = rule.level().compareTo(wider.level());
        List<String> adds = contribution.of(rule, wider);
        String names = rule.id() + " < " + wider.id();
        String always = titled(rule) + " never fires without " + titled(wider) + " (" + place(wider) + ")";
        if (level < 0) {
            String rest = adds.isEmpty() ? "It adds nothing." : "It only adds " + String.join(", ", adds) + ".";
            return Optional.of(bench.finding(
                    Defect.SHADOWED,
                    !adds.isEmpty(),
                    List.of(rule, wider),
                    names,
                    always + ", so it never decides the level. " + rest));
        }
        return level > 0 || !adds.isEmpty()
                ? Optional.empty()
                : Optional.of(bench.finding(
                        Defect.SUBSUMED,
                        false,
                        List.of(rule, wider),
                        names,
                        always + " and adds nothing but its words and sources."));
    }

    private static String titled(Rule rule) {
        return rule.id() + " (" + rule.level() + ")";
    }

    private static String place(Rule rule) {
        return rule.file() + ":" + rule.line();
    }
}
