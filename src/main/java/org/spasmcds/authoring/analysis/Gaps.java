package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spasmcds.authoring.Progress;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.TestDefinition;

/** Values of a test that lie between those of two rules and that no rule speaks of. */
final class Gaps {
    private final Workbench bench;
    private final boolean all;
    private final Covers covers;

    /**
     * @param all whether values count that are spoken of only together with other facts, or that lie next to the reference range
     */
    Gaps(Workbench bench, boolean all) {
        this.bench = bench;
        this.all = all;
        covers = new Covers(bench);
    }

    List<AnalysisFinding> find(Progress progress) {
        List<AnalysisFinding> findings = new ArrayList<>();
        List<String> tests = new ArrayList<>(new TreeSet<>(covers.tests()));
        for (int i = 0; i < tests.size(); i++) {
            String test = tests.get(i);
            boolean asked = covers.of(test).stream()
                    .anyMatch(cover -> cover.rules().stream().anyMatch(bench::isAsked));
            if (asked) {
                gaps(bench.vocabulary().test(test).orElseThrow(), findings);
            }
            progress.reached(i + 1, tests.size());
        }
        return findings;
    }

    private void gaps(TestDefinition test, List<AnalysisFinding> findings) {
        List<Covers.Cover> of = covers.of(test.name());
        List<Range> cells = cells(test, of);
        Range reference = reference(test);
        for (Range gap : uncovered(cells, cell -> of.stream().anyMatch(cover -> cell.within(cover.range())))) {
            if (gap.and(reference).isEmpty()) {
                finding(test, gap, of, false, "no rule speaks of it", findings);
            } else if (all) {
                boolean unknown = reference.equals(Range.ALL);
                for (Range part : unknown ? List.of(gap) : List.of(gap.and(reference.below()), gap.and(reference.above()))) {
                    finding(
                            test,
                            part,
                            of,
                            true,
                            unknown
                                    ? "no rule speaks of it; tests.csv has no reference range that says whether it is normal"
                                    : "no rule speaks of it, though it lies outside the reference range",
                            findings);
                }
            }
        }
        if (all) {
            onlyWithOthers(test, cells, of, reference, findings);
        }
    }

    /** Values that alone lead to nothing between values that alone lead to something. */
    private void onlyWithOthers(
            TestDefinition test,
            List<Range> cells,
            List<Covers.Cover> of,
            Range reference,
            List<AnalysisFinding> findings) {
        for (Range side : List.of(reference.below(), reference.above())) {
            List<Range> here = cells.stream()
                    .filter(cell -> !reference.equals(Range.ALL) && cell.within(side))
                    .toList();
            for (Range gap : uncovered(here, cell -> speaksAlone(test, cell))) {
                if (of.stream().anyMatch(cover -> !cover.range().and(gap).isEmpty())) {
                    finding(test, gap, of, true, "it leads to a finding only together with other facts", findings);
                }
            }
        }
    }

    private boolean speaksAlone(TestDefinition test, Range cell) {
        return given(test, cell).filter(given -> !isSilent(given)).isPresent();
    }

    private boolean isSilent(Given given) {
        return bench.witnesses()
                .patient(given)
                .map(patient -> new Interpreter(bench.ruleset()
                        .facts(patient, ScenarioRunner.EVALUATION)
                        .facts()))
                .filter(interpreter -> bench.rules().stream().noneMatch(interpreter::fires))
                .isPresent();
    }

    private void finding(
            TestDefinition test,
            Range gap,
            List<Covers.Cover> of,
            boolean note,
            String why,
            List<AnalysisFinding> findings) {
        Optional<Given> given = given(test, gap).filter(this::isSilent).filter(this::isConfirmed);
        Optional<Covers.Cover> below = covers.nearest(of, gap, true);
        Optional<Covers.Cover> above = covers.nearest(of, gap, false);
        if (gap.isEmpty() || given.isEmpty() || below.isEmpty() || above.isEmpty()) {
            return;
        }
        Rule first = below.get().rules().get(0);
        String values = test.name() + " " + text(gap);
        findings.add(new AnalysisFinding(
                Defect.GAP.label(),
                note,
                List.of(first.id(), above.get().rules().get(0).id()),
                first.file(),
                below.get().line(),
                below.get().column(),
                values,
                values + ": " + why + ". Below it stands " + below.get().text() + ", above it "
                        + above.get().text() + ".",
                given.get().text()));
    }

    private boolean isConfirmed(Given given) {
        return bench.witnesses()
                .patient(given)
                .filter(patient -> bench.ruleset()
                        .assess(patient, ScenarioRunner.EVALUATION)
                        .findings()
                        .isEmpty())
                .isPresent();
    }

    private static Optional<Given> given(TestDefinition test, Range gap) {
        boolean counted = test.unit().startsWith("{") && test.decimals() == 0;
        return Quantities.numbers(gap, test.decimals()).stream()
                .filter(value -> test.plausible(value) && (!counted || value == Math.rint(value)))
                .findFirst()
                .map(value ->
                        Given.of(List.of(new Given.Line(test.name(), ResultWords.quantity(test, value)))));
    }

    private static Range reference(TestDefinition test) {
        Range low = Double.isNaN(test.referenceLow()) ? Range.ALL : Range.of(">=", test.referenceLow());
        return Double.isNaN(test.referenceHigh()) ? low : low.and(Range.of("<=", test.referenceHigh()));
    }

    /** The line of plausible values, cut at every limit; each limit itself is a cell. */
    private static List<Range> cells(TestDefinition test, List<Covers.Cover> of) {
        TreeSet<Double> cuts = new TreeSet<>(Set.of(test.plausibleLow(), test.plausibleHigh()));
        for (Covers.Cover cover : of) {
            cuts.addAll(List.of(cover.range().low(), cover.range().high()));
        }
        cuts.addAll(List.of(test.referenceLow(), test.referenceHigh()));
        cuts.removeIf(cut -> !test.plausible(cut));
        List<Range> cells = new ArrayList<>();
        Double before = null;
        for (double cut : cuts) {
            if (before != null) {
                cells.add(new Range(before, false, cut, false));
            }
            cells.add(Range.closed(cut, cut));
            before = cut;
        }
        return cells;
    }

    /** Runs of cells that are not covered and have a covered one on both sides. */
    private static List<Range> uncovered(List<Range> cells, java.util.function.Predicate<Range> covered) {
        List<Range> gaps = new ArrayList<>();
        Range start = null;
        Range last = null;
        boolean seen = false;
        for (Range cell : cells) {
            if (covered.test(cell)) {
                if (start != null && seen) {
                    gaps.add(new Range(start.low(), start.lowIn(), last.high(), last.highIn()));
                }
                seen = true;
                start = null;
            } else {
                start = start == null ? cell : start;
                last = cell;
            }
        }
        return gaps;
    }

    private static String text(Range range) {
        if (range.low() == range.high()) {
            return "of " + Quantities.plain(range.low());
        }
        return (range.lowIn() ? "from " : "above ") + Quantities.plain(range.low())
                + (range.highIn() ? " to " : " to below ") + Quantities.plain(range.high());
    }
}
