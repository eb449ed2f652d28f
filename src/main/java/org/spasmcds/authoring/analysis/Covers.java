package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.TestDefinition;

/** Which values of each test rules speak of: by a number, by low, normal or high, or by a group that counts a result. */
final class Covers {
    /**
     * A range of values that rules speak of.
     *
     * @param text the pattern or the member of the group
     */
    record Cover(Range range, List<Rule> rules, String text, int line, int column) {}

    private static final Set<String> FLAGS = Set.of("low", "normal", "high");

    private final Workbench bench;
    private final Map<String, Map<String, Cover>> byTest = new LinkedHashMap<>();

    Covers(Workbench bench) {
        this.bench = bench;
        for (Rule rule : bench.rules()) {
            for (Alternative alternative :
                    bench.entailment().alternatives().of(rule).orElse(List.of())) {
                if (!alternative.impossible()) {
                    alternative.wanted().forEach(demand -> demand(rule, demand));
                }
            }
        }
    }

    Set<String> tests() {
        return byTest.keySet();
    }

    List<Cover> of(String test) {
        return List.copyOf(byTest.getOrDefault(test, Map.of()).values());
    }

    private void demand(Rule rule, Demand demand) {
        if (demand.stated().is("Group")) {
            demand.stated().names().forEach(group -> group(rule, demand, group, new LinkedHashSet<>()));
        } else if (demand.stated().is("Result")) {
            demand.stated()
                    .names()
                    .forEach(name -> bench.vocabulary()
                            .test(name)
                            .flatMap(test -> range(demand, test))
                            .ifPresent(range -> add(name, range, rule, demand, Conditions.text(demand.pattern()))));
        }
    }

    private void group(Rule rule, Demand demand, String group, Set<String> seen) {
        if (!seen.add(group)) {
            return;
        }
        for (Member member : bench.entailment().implication().membership().members(group)) {
            if (member instanceof Member.Limit limit) {
                Range range = Range.of(limit.operator(), limit.value());
                String text = limit.test() + " " + limit.operator() + " " + Quantities.plain(limit.value())
                        + " of the group " + group;
                add(limit.test(), range, rule, demand, text);
            } else {
                group(rule, demand, ((Member.Named) member).name(), seen);
            }
        }
    }

    /** Nothing where the pattern does not speak of the value, or by a limit that tests.csv does not have. */
    private static Optional<Range> range(Demand demand, TestDefinition test) {
        Box stated = demand.stated();
        boolean speaks = stated.numbers().containsKey("value")
                || stated.numbers().containsKey("multiple")
                || stated.flags().keySet().stream().anyMatch(FLAGS::contains);
        Range range = demand.full().number("value");
        if (stated.numbers().containsKey("multiple")) {
            Range multiple = stated.number("multiple");
            range = range.and(new Range(
                    multiple.low() * test.referenceHigh(),
                    multiple.lowIn(),
                    multiple.high() * test.referenceHigh(),
                    multiple.highIn()));
        }
        for (Map.Entry<String, Boolean> flag : stated.flags().entrySet()) {
            range = switch (flag.getKey()) {
                case "low" -> range.and(Range.of(flag.getValue() ? "<" : ">=", test.referenceLow()));
                case "high" -> range.and(Range.of(flag.getValue() ? ">" : "<=", test.referenceHigh()));
                case "normal" ->
                    flag.getValue() ? range.and(Range.closed(test.referenceLow(), test.referenceHigh())) : range;
                default -> range;
            };
        }
        boolean known = !Double.isNaN(range.low()) && !Double.isNaN(range.high());
        return speaks && known && !range.isEmpty() ? Optional.of(range) : Optional.empty();
    }

    private void add(String test, Range range, Rule rule, Demand demand, String text) {
        Cover cover = byTest.computeIfAbsent(test, any -> new LinkedHashMap<>())
                .computeIfAbsent(
                        range + text,
                        any -> new Cover(
                                range,
                                new ArrayList<>(),
                                text,
                                demand.pattern().line(),
                                demand.pattern().column()));
        if (!cover.rules().contains(rule)) {
            cover.rules().add(rule);
        }
    }
}
