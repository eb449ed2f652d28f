package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.spasmcds.authoring.Progress;
import org.spasmcds.rule.Rule;

/** Rules that no patient can make fire. */
final class Reachability {
    /**
     * @param undecided rules for which there is neither a proof nor a patient
     */
    record Result(List<AnalysisFinding> findings, List<String> undecided) {}

    private final Workbench bench;

    Reachability(Workbench bench) {
        this.bench = bench;
    }

    Result find(Progress progress) {
        List<AnalysisFinding> findings = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        List<Rule> rules = bench.rules().stream()
                .filter(bench::isAsked)
                .sorted(Comparator.comparing(rule -> !rule.isRedFlag()))
                .toList();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            Optional<String> contradiction = bench.entailment().contradiction(rule);
            if (contradiction.isPresent()) {
                findings.add(bench.finding(
                        Defect.UNREACHABLE,
                        false,
                        List.of(rule),
                        rule.id(),
                        rule.id() + (rule.isRedFlag() ? ", a red flag," : "") + " cannot fire: " + contradiction.get()
                                + "."));
            } else if (bench.entailment().strain(rule).isPresent()) {
                findings.add(bench.finding(
                        Defect.UNREACHABLE,
                        false,
                        List.of(rule),
                        rule.id(),
                        rule.id() + " fires only on two results of one test that disagree: "
                                + bench.entailment().strain(rule).get() + "."));
            } else if (!bench.witnesses().isReachable(rule)) {
                undecided.add(rule.file() + ":" + rule.line() + ": whether " + rule.id() + " can fire: "
                        + (bench.entailment().alternatives().of(rule).isEmpty()
                                ? "more than " + Alternatives.MOST + " alternatives"
                                : "no contradiction was found, and no patient"));
            }
            progress.reached(i + 1, rules.size());
        }
        return new Result(findings, undecided);
    }
}
