package org.spasmcds.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.spasmcds.Fact;
import org.spasmcds.Ground;
import org.spasmcds.Why;
import org.spasmcds.language.Words;

/**
 * A value drawn against its reference range and the limits of a rule. All that is drawn is told too.
 *
 * @param value the fact with its value
 * @param rule what the rule asks of it; empty where it asks nothing of the number
 * @param reference the reference range; empty when there is none
 * @param scale says that the axis is logarithmic; empty when it is not
 * @param tells all of it as a sentence
 * @param dot where the value lies
 * @param band the reference range
 * @param lines the limits of the rule
 */
record Bar(
        String value,
        String rule,
        String reference,
        String scale,
        String tells,
        String dot,
        List<Band> band,
        List<Tick> lines,
        List<Tick> ends) {
    /** A stretch of the axis. */
    record Band(String x, String width) {}

    /**
     * A place on the axis with its number.
     *
     * @param anchor on which side of it the number stands: {@code start}, {@code middle} or {@code end}
     */
    record Tick(String x, String text, String anchor) {}

    private record Compared(Fact fact, Map<String, Ground.Limit> limits) {
        boolean isCompared() {
            return !limits.isEmpty();
        }
    }

    /**
     * The numbers of a finding. Each is drawn once on a page, where the gravest rule compares it.
     *
     * @param all the reasons of all findings
     * @param reasons those of the finding
     * @param drawn what is on the page already; what is drawn now is added
     */
    static List<Bar> of(List<Why> all, List<Why> reasons, Set<String> drawn, Words words) {
        Map<String, Compared> anywhere = compared(all);
        List<Bar> bars = new ArrayList<>();
        compared(reasons).forEach((number, here) -> {
            if (here.isCompared() == anywhere.get(number).isCompared() && drawn.add(number)) {
                bars.add(of(here.fact(), List.copyOf(here.limits().values()), words));
            }
        });
        return bars;
    }

    /** The gravest reason comes first; the limits of the first that compares are drawn. */
    private static Map<String, Compared> compared(List<Why> reasons) {
        Map<String, Compared> compared = new LinkedHashMap<>();
        for (Why why : reasons) {
            compared(why)
                    .forEach((number, here) ->
                            compared.merge(number, here, (known, more) -> known.isCompared() ? known : more));
        }
        return compared;
    }

    private static Map<String, Compared> compared(Why why) {
        Map<String, Compared> compared = new LinkedHashMap<>();
        for (Ground ground : why.grounds()) {
            ground.facts().stream()
                    .flatMap(fact -> Facts.all(fact).stream())
                    .filter(Bar::isDrawable)
                    .forEach(fact -> compared.computeIfAbsent(
                                    fact.label() + fact.times(), any -> new Compared(fact, new LinkedHashMap<>()))
                            .limits()
                            .putAll(limits(fact, ground)));
        }
        return compared;
    }

    private static boolean isDrawable(Fact fact) {
        return fact.limits().isPresent()
                && fact.value().stream().anyMatch(value -> value.number().isPresent());
    }

    private static Map<String, Ground.Limit> limits(Fact fact, Ground ground) {
        Map<String, Ground.Limit> limits = new LinkedHashMap<>();
        for (Ground.Limit limit : ground.limits()) {
            absolute(limit, fact)
                    .ifPresent(value ->
                            limits.put(limit.operator() + value, new Ground.Limit("value", limit.operator(), value)));
        }
        return limits;
    }

    /** A limit in the unit of the fact; empty where it does not limit its value. */
    private static OptionalDouble absolute(Ground.Limit limit, Fact fact) {
        return switch (limit.property()) {
            case "value" -> OptionalDouble.of(limit.value());
            case "multiple" ->
                fact.limits().orElseThrow().high().stream()
                        .map(high -> high * limit.value())
                        .findFirst();
            default -> OptionalDouble.empty();
        };
    }

    private static Bar of(Fact fact, List<Ground.Limit> limits, Words words) {
        double value = fact.value().orElseThrow().number().orElseThrow();
        Fact.Limits range = fact.limits().orElseThrow();
        Axis axis = Axis.of(DoubleStream.concat(
                        DoubleStream.concat(
                                DoubleStream.of(value), limits.stream().mapToDouble(Ground.Limit::value)),
                        DoubleStream.concat(range.low().stream(), range.high().stream()))
                .toArray());
        String rule = limits.stream()
                .map(limit -> words.say(comparison(limit.operator()), limit.value()))
                .reduce((one, other) -> words.say("list.and", one, other))
                .map(asked -> words.say("page.limit", asked))
                .orElse("");
        String reference = reference(range, words);
        String scale = axis.logarithmic() ? words.say("page.logarithmic") : "";
        return new Bar(
                fact.label(),
                rule,
                reference,
                scale,
                String.join(
                        "; ",
                        Stream.of(fact.label(), rule, reference, scale)
                                .filter(each -> !each.isEmpty())
                                .toList()),
                axis.place(value),
                band(range, axis),
                lines(limits, axis, words),
                ends(range, axis, words));
    }

    private static String comparison(String operator) {
        return switch (operator) {
            case "<" -> "compare.below";
            case "<=" -> "compare.atMost";
            case ">" -> "compare.above";
            case ">=" -> "compare.atLeast";
            default -> "compare.exactly";
        };
    }

    private static String reference(Fact.Limits range, Words words) {
        if (range.low().isEmpty() && range.high().isEmpty()) {
            return "";
        }
        String limits = range.low().isEmpty()
                ? words.say("compare.atMost", range.high().getAsDouble())
                : range.high().isEmpty()
                        ? words.say("compare.atLeast", range.low().getAsDouble())
                        : words.say(
                                "ground.range",
                                range.low().getAsDouble(),
                                range.high().getAsDouble());
        return words.say(range.own() ? "page.reference.own" : "page.reference", limits);
    }

    private static List<Band> band(Fact.Limits range, Axis axis) {
        if (range.low().isEmpty() && range.high().isEmpty()) {
            return List.of();
        }
        double from = range.low().isPresent() ? axis.at(range.low().getAsDouble()) : 0;
        double to = range.high().isPresent() ? axis.at(range.high().getAsDouble()) : Axis.WIDTH;
        return List.of(new Band(Axis.text(from), Axis.text(Math.max(2, to - from))));
    }

    /** Of two limits the lower one has its number on the left, so that they do not run into each other. */
    private static List<Tick> lines(List<Ground.Limit> limits, Axis axis, Words words) {
        double[] values = limits.stream()
                .mapToDouble(Ground.Limit::value)
                .sorted()
                .distinct()
                .toArray();
        List<Tick> lines = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            double x = axis.at(values[i]);
            String anchor = x > Axis.WIDTH - 30 || i == 0 && values.length > 1 && x > 30 ? "end" : "start";
            lines.add(new Tick(Axis.text(x), words.number(values[i]), anchor));
        }
        return lines;
    }

    private static List<Tick> ends(Fact.Limits range, Axis axis, Words words) {
        List<Tick> ends = new ArrayList<>();
        range.low().ifPresent(low -> ends.add(new Tick(axis.place(low), words.number(low), "start")));
        range.high().ifPresent(high -> ends.add(new Tick(axis.place(high), words.number(high), "end")));
        if (ends.size() == 2
                && axis.at(range.high().getAsDouble()) - axis.at(range.low().getAsDouble()) < 60) {
            double middle =
                    (axis.at(range.low().getAsDouble()) + axis.at(range.high().getAsDouble())) / 2;
            String both = words.number(range.low().getAsDouble()) + "–"
                    + words.number(range.high().getAsDouble());
            return List.of(
                    middle > Axis.WIDTH - 40
                            ? new Tick(Axis.text(Axis.WIDTH), both, "end")
                            : middle < 40 ? new Tick("0", both, "start") : new Tick(Axis.text(middle), both, "middle"));
        }
        return ends;
    }
}
