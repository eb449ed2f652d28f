package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.List;
import org.spasmcds.authoring.Progress;
import org.spasmcds.rule.Rule;

/** Pairs of rules of one condition with different levels that can fire together. The higher level counts, as it should; it is a list to read. */
final class LevelsTogether {
    private final Workbench bench;

    LevelsTogether(Workbench bench) {
        this.bench = bench;
    }

    Reachability.Result find(Progress progress) {
        List<Rule> rules = bench.rules().stream().filter(bench::isAsked).toList();
        List<AnalysisFinding> findings = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (Rule other : rules.subList(0, i)) {
                if (isPair(rules.get(i), other)) {
                    pair(rules.get(i), other, findings, undecided);
                }
            }
            progress.reached(i + 1, rules.size());
        }
        return new Reachability.Result(findings, undecided);
    }

    private boolean isPair(Rule rule, Rule other) {
        return rule.condition().equals(other.condition())
                && rule.level() != other.level()
                && !isExtended(rule, other)
                && !isExtended(other, rule);
    }

    private boolean isExtended(Rule rule, Rule ancestor) {
        return rule.parent()
                .flatMap(bench::rule)
                .filter(parent -> parent.equals(ancestor) || isExtended(parent, ancestor))
                .isPresent();
    }

    private void pair(Rule rule, Rule other, List<AnalysisFinding> findings, List<String> undecided) {
        if (bench.entailment().contradiction(rule, other).isPresent()) {
            return;
        }
        Rule higher = rule.level().compareTo(other.level()) > 0 ? rule : other;
        Rule lower = higher == rule ? other : rule;
        AnalysisFinding finding = bench.finding(
                Defect.LEVELS_TOGETHER,
                true,
                List.of(higher, lower),
                higher.id() + " + " + lower.id(),
                higher.id() + " (" + higher.level() + ") and " + lower.id() + " (" + lower.level()
                        + ") can fire together; the higher level counts.");
        if (finding.given().isEmpty()) {
            undecided.add(rule.file() + ":" + rule.line() + ": whether " + rule.id() + " and " + other.id()
                    + " can fire together: no contradiction was found, and no patient");
        } else {
            findings.add(finding);
        }
    }
}
