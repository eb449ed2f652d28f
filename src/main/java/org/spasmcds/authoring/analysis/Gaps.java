package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.spasmcds.authoring.Progress;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.TestDefinition;

/** Values of a test that fall between the rules. */
final class Gaps {
    private final Workbench bench;
    private final Covers covers;

    Gaps(Workbench bench) {
        this.bench = bench;
        covers = new Covers(bench);
    }

    List<AnalysisFinding> find(Progress progress) {
        List<AnalysisFinding> findings = new ArrayList<>();
        List<String> tests = new ArrayList<>(new TreeSet<>(covers.tests()));
        for (int i = 0; i < tests.size(); i++) {
            List<Covers.Cover> of = covers.of(tests.get(i));
            List<Rule> rules = of.stream()
                    .flatMap(cover -> cover.rules().stream())
                    .distinct()
                    .toList();
            TestDefinition test = bench.vocabulary().test(tests.get(i)).orElseThrow();
            if (rules.stream().anyMatch(bench::isAsked)) {
                findings.addAll(new GapsOfTest(bench, test, of, rules).find());
            }
            progress.reached(i + 1, tests.size());
        }
        return findings;
    }
}
