package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.List;
import org.spasmcds.Certainty;
import org.spasmcds.rule.CauseGroup;
import org.spasmcds.rule.Rule;

/** What a rule adds to an answer in which another rule of its condition stands anyway. Sources and words are not counted. */
final class Contribution {
    private final Workbench bench;

    Contribution(Workbench bench) {
        this.bench = bench;
    }

    /** Empty when it adds nothing. */
    List<String> of(Rule rule, Rule other) {
        List<String> adds = new ArrayList<>();
        if (rule.level().compareTo(other.level()) > 0) {
            adds.add("the level " + rule.level());
        }
        if (certainty(rule).compareTo(certainty(other)) > 0) {
            adds.add("the certainty " + certainty(rule));
        }
        if (!other.groups().containsAll(rule.groups())) {
            List<String> more = rule.groups().stream()
                    .filter(group -> !other.groups().contains(group))
                    .map(CauseGroup::label)
                    .toList();
            adds.add("the cause " + String.join(", ", more));
        }
        if (!other.ask().containsAll(rule.ask())) {
            adds.add("questions");
        }
        if (!other.absorbs().containsAll(rule.absorbs())) {
            adds.add("what it absorbs");
        }
        if (rule.ownLine() && !other.ownLine()) {
            adds.add("a line of its own");
        }
        if (!rule.unless().containsAll(other.unless())) {
            adds.add("that less excludes it");
        }
        if (rule.forChildren() && !other.forChildren()) {
            adds.add("that it counts in children");
        }
        if (rule.strength().compareTo(other.strength()) < 0) {
            adds.add("the strength " + rule.strength());
        }
        if (other.typical() && !rule.typical()) {
            adds.add("that unknown facts do not lower its certainty");
        }
        if (other.attribution().isPresent()
                && rule.attribution()
                        .map(each -> each.compareTo(other.attribution().get()) > 0)
                        .orElse(true)) {
            adds.add("a surer tie to the complaint");
        }
        return adds;
    }

    private Certainty certainty(Rule rule) {
        return rule.certainty()
                .orElseGet(() -> certainty(rule.parent().flatMap(bench::rule).orElseThrow()));
    }
}
