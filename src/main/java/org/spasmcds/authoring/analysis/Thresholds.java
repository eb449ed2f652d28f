package org.spasmcds.authoring.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Source;

/** One limit that is stated in two ways: with and without the number itself, or as two numbers that hardly differ. */
final class Thresholds {
    /** Numbers within so many units of their last place are near. */
    private static final double NEAR = 2.5;
    /** And only when they differ by less than this part. */
    private static final double NEAR_PART = 0.05;

    private static final Pattern BRACKETS = Pattern.compile("\\[([A-Z0-9-]+)]");

    private final Workbench bench;

    Thresholds(Workbench bench) {
        this.bench = bench;
    }

    List<AnalysisFinding> find() {
        List<AnalysisFinding> findings = new ArrayList<>();
        Limits.of(bench).forEach((subject, limits) -> {
            Limits.byValue(limits)
                    .forEach((value, same) -> sides(subject, value, same).ifPresent(findings::add));
            nearMisses(subject, limits, findings);
        });
        return findings;
    }

    private boolean isAsked(List<Limits.Limit> limits) {
        return limits.stream().flatMap(limit -> limit.rules().stream()).anyMatch(bench::isAsked);
    }

    private Optional<AnalysisFinding> sides(Limits.Subject subject, double value, List<Limits.Limit> same) {
        List<Limits.Limit> above =
                same.stream().filter(Limits.Limit::belongsAbove).toList();
        List<Limits.Limit> below =
                same.stream().filter(limit -> !limit.belongsAbove()).toList();
        // No change is neither a rise nor a fall.
        boolean change =
                subject.property().startsWith("rise") || subject.property().startsWith("fall");
        if (above.isEmpty() || below.isEmpty() || (change && value == 0) || !isAsked(same)) {
            return Optional.empty();
        }
        boolean fewAbove = above.size() < below.size();
        List<Limits.Limit> few = fewAbove ? above : below;
        List<Limits.Limit> many = fewAbove ? below : above;
        List<Limits.Limit> alike = many.stream()
                .filter(limit -> limit.isLower() == few.get(0).isLower())
                .toList();
        List<Limits.Limit> others = alike.isEmpty() ? many : alike;
        Limits.Limit other = others.get(0);
        String number = plain(few.get(0));
        String message = subject.text() + " " + few.get(0).operator() + " " + number + " in " + owners(few) + ", but "
                + other.operator() + " " + number + " in " + owners(others) + " (" + other.place() + "). A value of "
                + number + " itself " + answers(few.get(0), other, value) + ".";
        String text = subject.text() + " " + few.get(0).operator() + " " + number + " in " + owners(few);
        return Optional.of(finding(subject, value, few.get(0), other, text, message));
    }

    private static String answers(Limits.Limit limit, Limits.Limit other, double value) {
        if (limit.holds(value) == other.holds(value)) {
            return limit.holds(value) ? "meets both" : "meets neither";
        }
        return limit.holds(value) ? "meets the first only" : "meets the second only";
    }

    private static String owners(List<Limits.Limit> limits) {
        Set<String> owners = new TreeSet<>();
        limits.forEach(limit -> owners.add(limit.owner()));
        List<String> first = owners.stream().limit(3).toList();
        int more = owners.size() - first.size();
        return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String plain(Limits.Limit limit) {
        return BigDecimal.valueOf(limit.value())
                .setScale(limit.decimals(), RoundingMode.HALF_UP)
                .toPlainString();
    }

    // Near misses

    private void nearMisses(Limits.Subject subject, List<Limits.Limit> limits, List<AnalysisFinding> findings) {
        Map<String, AnalysisFinding> once = new LinkedHashMap<>();
        for (Limits.Limit limit : limits) {
            for (Limits.Limit other : limits) {
                if (isNear(limit, other) && areRelated(limit, other) && isAsked(List.of(limit, other))) {
                    String text = subject.text() + " " + limit.operator() + " " + plain(limit) + " in " + limit.owner()
                            + ", " + other.operator() + " " + plain(other) + " in " + other.owner();
                    String message = text + " (" + other.place()
                            + "): two numbers that hardly differ, for what looks like one limit.";
                    double between = (limit.value() + other.value()) / 2;
                    once.putIfAbsent(text, finding(subject, between, limit, other, text, message));
                }
            }
        }
        findings.addAll(once.values());
    }

    private static boolean isNear(Limits.Limit limit, Limits.Limit other) {
        double apart = other.value() - limit.value();
        double place = Math.pow(10, -Math.max(limit.decimals(), other.decimals()));
        return apart > 0
                && apart < NEAR * place
                && apart < NEAR_PART * Math.abs(other.value())
                && limit.isLower() == other.isLower()
                && !limit.range().and(other.range()).isEmpty();
    }

    private boolean areRelated(Limits.Limit limit, Limits.Limit other) {
        boolean sameCondition = limit.rules().stream()
                .map(Rule::condition)
                .anyMatch(
                        condition -> other.rules().stream().map(Rule::condition).anyMatch(condition::equals));
        Set<String> shared = sources(limit);
        shared.retainAll(sources(other));
        return sameCondition || !shared.isEmpty();
    }

    /** The publications that the line of a number names; what marks a number as unpublished ties nothing together. */
    private Set<String> sources(Limits.Limit limit) {
        List<String> lines =
                bench.texts().getOrDefault(limit.file(), "").lines().toList();
        String line = limit.line() <= lines.size() ? lines.get(limit.line() - 1) : "";
        Set<String> sources = new TreeSet<>();
        Matcher brackets = BRACKETS.matcher(line);
        while (brackets.find()) {
            sources.add(brackets.group(1));
        }
        if (limit.isOfGroup()) {
            sources.add(line.substring(line.lastIndexOf(',') + 1));
        }
        sources.removeIf(source -> bench.vocabulary()
                .source(source)
                .map(Source::evidence)
                .filter(evidence -> !evidence.equals("none"))
                .isEmpty());
        return sources;
    }

    private AnalysisFinding finding(
            Limits.Subject subject, double value, Limits.Limit limit, Limits.Limit other, String text, String message) {
        return bench.finding(
                Defect.THRESHOLD_DIFFERS,
                false,
                List.of(limit.owner(), other.owner()),
                new Workbench.Place(limit.file(), limit.line(), limit.column()),
                text,
                message,
                at(subject, value));
    }

    /** A patient with just this value. */
    private Optional<Given> at(Limits.Subject subject, double value) {
        BoxDraft draft = new BoxDraft(subject.type(), subject.name().isEmpty() ? Set.of() : Set.of(subject.name()))
                .number(subject.property(), Range.closed(value, value));
        if (!subject.name().isEmpty()) {
            draft.flag("current", true);
        }
        Box box = bench.entailment().laws().close(draft.box());
        Demand demand = new Demand(new Condition.Pattern(subject.type(), List.of(), 0, 0), box, box);
        return Sketch.of(
                bench.vocabulary(),
                bench.entailment(),
                new Alternative(List.of(demand), List.of(demand), List.of(), "", ""),
                Choices.attempt(0));
    }
}
