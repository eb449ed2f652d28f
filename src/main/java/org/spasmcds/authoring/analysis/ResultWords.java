package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Vocabulary;

/** Puts a demanded result into the words of a case. What it writes is tried out afterwards, so it need not know every case. */
final class ResultWords {
    private static final double HOUR = 3_600;
    /** An albumin at which an adjusted calcium is the total. */
    private static final Given.Line NEUTRAL_ALBUMIN = new Given.Line("albumin", "40 g/L");
    /** How long before the result another one was, in the words of a case and in seconds: within 12 hours. */
    private static final long EARLIER = 6 * 3_600;

    private record Limits(double low, double high, boolean own) {}

    private final Vocabulary vocabulary;

    ResultWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Optional<List<Given.Line>> lines(Box box, String name, Choices choices) {
        TestDefinition test = vocabulary.test(name).orElseThrow();
        Optional<String> time = time(box, test, choices);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        String basis = box.texts().getOrDefault("basis", Set.of("measured")).stream()
                .min(String::compareTo)
                .orElse("measured");
        boolean computed = !basis.equals("measured");
        if (computed && !name.equals("calcium-adjusted")) {
            return Optional.empty();
        }
        List<Given.Line> lines = new ArrayList<>();
        Optional<String> words = words(box, test, choices, lines, time.get());
        words.ifPresent(each -> lines.add(0, new Given.Line(computed ? "calcium-total" : name, each)));
        if (basis.equals("computed")) {
            lines.add(NEUTRAL_ALBUMIN);
        }
        return words.map(each -> lines);
    }

    /** When it was; empty words for now. */
    private static Optional<String> time(Box box, TestDefinition test, Choices choices) {
        Range window = Range.closed(0, test.windowHours() * HOUR);
        Range age = box.number(Box.AGE);
        if (box.has("current", false)) {
            return choices.among(Quantities.spans(age.and(window.above()))).map(span -> span + " ago");
        }
        if (box.numbers().containsKey(Box.AGE)) {
            return choices.among(Quantities.spans(box.has("current", true) ? age.and(window) : age))
                    .map(span -> span + " ago");
        }
        return choices.rarely() ? choices.among(Quantities.spans(window)).map(span -> span + " ago") : Optional.of("");
    }

    private static Optional<String> words(
            Box box, TestDefinition test, Choices choices, List<Given.Line> earlier, String time) {
        String hemolyzed = box.has("hemolyzed", true) ? ", hemolyzed" : "";
        String when = time.isEmpty() ? "" : ", " + time;
        for (Limits limits : limits(test, box, choices)) {
            List<Double> values = values(box, test, limits).stream()
                    .filter(value -> fits(box, value, limits))
                    .toList();
            Optional<Double> value = choices.among(values);
            if (value.isPresent()) {
                earlier(box, test, value.get(), time).ifPresent(earlier::add);
                String range = limits.own()
                        ? ", range " + Quantities.plain(limits.low()) + "-" + Quantities.plain(limits.high())
                        : "";
                return Optional.of(quantity(test, value.get()) + range + when + hemolyzed);
            }
        }
        // Without limits only a word says low or high.
        for (String word : List.of("low", "normal", "high")) {
            if (box.has(word, true) && !box.numbers().containsKey("value")) {
                return Optional.of(word + when + hemolyzed);
            }
        }
        return Optional.empty();
    }

    static String quantity(TestDefinition test, double value) {
        boolean unwritten = test.unit().equals("1") || test.unit().startsWith("{");
        return Quantities.plain(value) + (unwritten ? "" : " " + test.unit());
    }

    /** The limits of the vocabulary first, then a laboratory's own around, above and below what is demanded. */
    private static List<Limits> limits(TestDefinition test, Box box, Choices choices) {
        List<Limits> limits = new ArrayList<>();
        if (!box.has("withinOwnRange", true) && !choices.rarely()) {
            limits.add(new Limits(test.referenceLow(), test.referenceHigh(), false));
        }
        double step = Math.pow(10, -test.decimals());
        for (double value : values(box.number("value"), test)) {
            limits.add(own(value - 5 * step, value + 5 * step, test));
            limits.add(own(value - 9 * step, value - 4 * step, test));
            limits.add(own(value + 4 * step, value + 9 * step, test));
        }
        limits.removeIf(each -> each.own() && (each.low() < 0 || each.low() >= each.high()));
        return limits;
    }

    private static Limits own(double low, double high, TestDefinition test) {
        double scale = Math.pow(10, test.decimals());
        return new Limits(Math.round(low * scale) / scale, Math.round(high * scale) / scale, true);
    }

    private static List<Double> values(Box box, TestDefinition test, Limits limits) {
        Range range = box.number("value");
        List<Double> values = new ArrayList<>();
        if (box.numbers().containsKey("multiple")) {
            for (double multiple : Quantities.numbers(box.number("multiple"), 1)) {
                values.add(multiple * limits.high());
            }
        }
        List<Range> parts = List.of(
                Range.of("<", limits.low()),
                Range.of(">", limits.high()),
                new Range(
                        Double.isNaN(limits.low()) ? Double.NEGATIVE_INFINITY : limits.low(),
                        true,
                        Double.isNaN(limits.high()) ? Double.POSITIVE_INFINITY : limits.high(),
                        true));
        for (Range part : parts) {
            if (!Double.isNaN(part.low()) && !Double.isNaN(part.high())) {
                values.addAll(values(range.and(part), test));
            }
        }
        values.addAll(values(range, test));
        return values;
    }

    /** Near the limits that rules name, and not halfway to the end of what is plausible. */
    private static List<Double> values(Range range, TestDefinition test) {
        Range open = new Range(
                range.low() <= test.plausibleLow() ? Double.NEGATIVE_INFINITY : range.low(),
                range.lowIn(),
                range.high() >= test.plausibleHigh() ? Double.POSITIVE_INFINITY : range.high(),
                range.highIn());
        return Quantities.numbers(open, test.decimals()).stream()
                .filter(value -> range.contains(value) && test.plausible(value))
                .toList();
    }

    private static boolean fits(Box box, double value, Limits limits) {
        boolean low = value < limits.low();
        boolean high = value > limits.high();
        boolean none = Double.isNaN(limits.low()) && Double.isNaN(limits.high());
        Map<String, Boolean> flags = Map.of(
                "low",
                low,
                "high",
                high,
                "normal",
                !low && !high && !none,
                "withinOwnRange",
                limits.own() && !low && !high);
        boolean multiple =
                !box.numbers().containsKey("multiple") || box.number("multiple").contains(value / limits.high());
        return multiple
                && box.number("value").contains(value)
                && flags.entrySet().stream().noneMatch(flag -> box.has(flag.getKey(), !flag.getValue()));
    }

    /** The result before it, where a rise or a fall is demanded. */
    private static Optional<Given.Line> earlier(Box box, TestDefinition test, double value, String time) {
        for (String change : List.of("fallIn48Hours", "riseIn12Hours", "riseSincePrior")) {
            if (box.numbers().containsKey(change)) {
                double by =
                        Quantities.numbers(box.number(change), test.decimals()).get(0);
                double before = change.startsWith("fall") ? value + by : value - by;
                long age = EARLIER
                        + (time.isEmpty() ? 0 : Quantities.seconds(time.substring(0, time.length() - " ago".length())));
                return Optional.of(new Given.Line(
                        test.name(), quantity(test, before) + ", " + Quantities.span(age / 3_600, "hour") + " ago"));
            }
        }
        return Optional.empty();
    }
}
