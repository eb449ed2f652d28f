package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spasmcds.Level;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.TestDefinition;

/**
 * The gaps of one test: values that no rule speaks of between values that some do, and values for which the level is lower than for
 * others nearer to the reference range, in a patient with just that value or with that value and a muscle cramp.
 */
final class GapsOfTest {
    private static final Given NOTHING_ELSE = Given.of(List.of());
    private static final Given CRAMP = Given.of(List.of(new Given.Line("cramp", "present")));

    private final Workbench bench;
    private final TestDefinition test;
    private final List<Covers.Cover> covers;
    private final List<Rule> rules;
    private final Range reference;
    private final Map<String, AnalysisFinding> findings = new LinkedHashMap<>();

    /**
     * @param covers what rules say of its values
     * @param rules the rules that do
     */
    GapsOfTest(Workbench bench, TestDefinition test, List<Covers.Cover> covers, List<Rule> rules) {
        this.bench = bench;
        this.test = test;
        this.covers = covers;
        this.rules = rules;
        Range low = Double.isNaN(test.referenceLow()) ? Range.ALL : Range.of(">=", test.referenceLow());
        reference = Double.isNaN(test.referenceHigh()) ? low : low.and(Range.of("<=", test.referenceHigh()));
    }

    List<AnalysisFinding> find() {
        List<Range> cells = cells();
        unspoken(cells);
        if (!reference.equals(Range.ALL)) {
            List<Range> downward = new ArrayList<>(within(cells, reference.below()));
            Collections.reverse(downward);
            for (Given others : List.of(NOTHING_ELSE, CRAMP)) {
                falls(downward, others);
                falls(within(cells, reference.above()), others);
            }
        }
        return List.copyOf(findings.values());
    }

    /** The line of plausible values, cut at every limit; each limit itself is a cell. */
    private List<Range> cells() {
        TreeSet<Double> cuts = new TreeSet<>(Set.of(test.plausibleLow(), test.plausibleHigh()));
        for (Covers.Cover cover : covers) {
            cuts.addAll(List.of(cover.range().low(), cover.range().high()));
        }
        cuts.addAll(List.of(test.referenceLow(), test.referenceHigh()));
        cuts.removeIf(cut -> !test.plausible(cut));
        List<Range> cells = new ArrayList<>();
        double before = Double.NaN;
        for (double cut : cuts) {
            if (!Double.isNaN(before)) {
                cells.add(new Range(before, false, cut, false));
            }
            cells.add(Range.closed(cut, cut));
            before = cut;
        }
        return cells;
    }

    private static List<Range> within(List<Range> cells, Range range) {
        return cells.stream().filter(cell -> cell.within(range)).toList();
    }

    private static Range joined(Range one, Range other) {
        Range first = one.low() <= other.low() && one.high() <= other.high() ? one : other;
        Range last = first == one ? other : one;
        return new Range(first.low(), first.lowIn(), last.high(), last.highIn());
    }

    // What no rule speaks of

    private void unspoken(List<Range> cells) {
        Optional<Range> run = Optional.empty();
        boolean begun = false;
        for (Range cell : cells) {
            if (covers.stream().anyMatch(cover -> cell.within(cover.range()))) {
                if (begun) {
                    run.ifPresent(this::unspoken);
                }
                begun = true;
                run = Optional.empty();
            } else {
                run = Optional.of(run.map(before -> joined(before, cell)).orElse(cell));
            }
        }
    }

    private void unspoken(Range gap) {
        if (reference.equals(Range.ALL)) {
            unspoken(gap, true, "no rule speaks of it, and tests.csv does not say whether it is normal");
        } else if (gap.and(reference).isEmpty()) {
            unspoken(gap, false, "no rule speaks of it");
        } else {
            String why = "no rule speaks of it, though it lies outside the reference range";
            unspoken(gap.and(reference.below()), true, why);
            unspoken(gap.and(reference.above()), true, why);
        }
    }

    private void unspoken(Range gap, boolean note, String why) {
        Optional<Covers.Cover> below = nearest(gap.below());
        Optional<Covers.Cover> above = nearest(gap.above());
        if (!gap.isEmpty() && below.isPresent() && above.isPresent()) {
            String message = why + ". Below it stands " + below.get().text() + ", above it "
                    + above.get().text() + ".";
            add(gap, NOTHING_ELSE, note, below.get(), above.get().rules().get(0), message);
        }
    }

    /** The cover that comes nearest to a gap from this side of it. */
    private Optional<Covers.Cover> nearest(Range side) {
        boolean below = side.low() == Double.NEGATIVE_INFINITY;
        return covers.stream()
                .filter(cover -> !cover.range().and(side).isEmpty())
                .min((one, other) -> below
                        ? Double.compare(
                                other.range().and(side).high(),
                                one.range().and(side).high())
                        : Double.compare(
                                one.range().and(side).low(),
                                other.range().and(side).low()));
    }

    // Where the level falls

    /** Values for which the level is lower than nearer to the reference range. */
    private record Fall(Range range, Optional<Level> level, Rule nearer) {}

    private void falls(List<Range> outward, Given others) {
        Optional<Rule> highest = Optional.empty();
        Optional<Fall> fall = Optional.empty();
        for (Range cell : outward) {
            Optional<Given> given = given(cell, others);
            if (given.isEmpty()) {
                continue;
            }
            Optional<Rule> here =
                    bench.witnesses().fired(given.get(), rules).stream().findFirst();
            Optional<Level> level = here.map(Rule::level);
            Optional<Rule> nearer = highest;
            if (nearer.isPresent()
                    && level.filter(each -> each.compareTo(nearer.get().level()) >= 0)
                            .isEmpty()) {
                Optional<Fall> same = fall.filter(before -> before.level().equals(level));
                fall.filter(before -> same.isEmpty()).ifPresent(before -> fall(before, Optional.empty(), others));
                fall = Optional.of(new Fall(
                        same.map(before -> joined(before.range(), cell)).orElse(cell), level, nearer.get()));
            } else {
                fall.ifPresent(before -> fall(before, here, others));
                fall = Optional.empty();
                highest = here;
            }
        }
        fall.ifPresent(last -> fall(last, Optional.empty(), others));
    }

    private void fall(Fall fall, Optional<Rule> farther, Given others) {
        Rule nearer = fall.nearer();
        String message = (others == CRAMP ? "with a muscle cramp " : "by itself ")
                + fall.level().map(level -> "it leads to " + level).orElse("it leads to nothing")
                + ", while a value nearer to the reference range leads to " + nearer.level() + " (" + nearer.id() + ")"
                + farther.map(rule -> " and one farther from it to " + rule.level() + " (" + rule.id() + ")")
                        .orElse("")
                + ".";
        covers.stream()
                .filter(cover -> cover.rules().contains(nearer))
                .findFirst()
                .ifPresent(cover -> add(fall.range(), others, false, cover, farther.orElse(nearer), message));
    }

    // Findings

    private void add(Range gap, Given others, boolean note, Covers.Cover cover, Rule other, String message) {
        String values = test.name() + " " + text(gap);
        Optional<Given> given = given(gap, others)
                .filter(each -> bench.witnesses()
                        .confirmed(each, rules, bench.witnesses().fired(each, rules)));
        Rule first = cover.rules().get(0);
        Workbench.Place place = new Workbench.Place(first.file(), cover.line(), cover.column());
        if (given.isPresent()) {
            findings.putIfAbsent(
                    values,
                    bench.finding(
                            Defect.GAP,
                            note,
                            List.of(first.id(), other.id()),
                            place,
                            values,
                            values + ": " + message,
                            given));
        }
    }

    private Optional<Given> given(Range range, Given others) {
        boolean counted = test.unit().startsWith("{") && test.decimals() == 0;
        return Quantities.numbers(range, test.decimals()).stream()
                .filter(value -> test.plausible(value) && (!counted || value == Math.rint(value)))
                .findFirst()
                .map(value -> Given.of(List.of(new Given.Line(test.name(), ResultWords.quantity(test, value))))
                        .and(others));
    }

    private static String text(Range range) {
        if (range.low() == range.high()) {
            return "of " + Quantities.plain(range.low());
        }
        return (range.lowIn() ? "from " : "above ")
                + Quantities.plain(range.low())
                + (range.highIn() ? " to " : " to below ")
                + Quantities.plain(range.high());
    }
}
