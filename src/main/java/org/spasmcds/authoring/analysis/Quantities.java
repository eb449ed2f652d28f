package org.spasmcds.authoring.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers and times inside a range, as a person would write them. */
final class Quantities {
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("day", 86_400L);
        UNITS.put("hour", 3_600L);
        UNITS.put("minute", 60L);
        UNITS.put("second", 1L);
    }

    private static final int FINEST = 6;

    private Quantities() {}

    /** Numbers in the range with as few decimals as it allows: the middle, the ends, and one step inside each. */
    static List<Double> numbers(Range range, int decimals) {
        for (int places = decimals; places <= FINEST; places++) {
            List<Double> numbers = numbersOf(range, places);
            if (!numbers.isEmpty()) {
                return numbers;
            }
        }
        return List.of();
    }

    private static List<Double> numbersOf(Range range, int places) {
        double step = Math.pow(10, -places);
        boolean below = range.low() == Double.NEGATIVE_INFINITY;
        boolean above = range.high() == Double.POSITIVE_INFINITY;
        Set<Double> numbers = new LinkedHashSet<>();
        if (!below && !above) {
            numbers.add((range.low() + range.high()) / 2);
        }
        if (!below) {
            numbers.addAll(List.of(range.low() + step, range.low(), range.low() + 2 * step));
        }
        if (!above) {
            numbers.addAll(List.of(range.high() - step, range.high(), range.high() - 2 * step));
        }
        if (below && above) {
            numbers.add(1.0);
        }
        return numbers.stream()
                .map(number -> BigDecimal.valueOf(number)
                        .setScale(places, RoundingMode.HALF_UP)
                        .doubleValue())
                .filter(range::contains)
                .distinct()
                .toList();
    }

    /** Spans such as {@code 3 days} whose seconds lie in the range, from the coarsest unit that fits. */
    static List<String> spans(Range seconds) {
        Range past = seconds.and(Range.of(">=", 0));
        for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
            List<String> spans = new ArrayList<>();
            for (double count : numbersOf(scaled(past, unit.getValue()), 0)) {
                long whole = (long) count;
                if (past.contains(whole * unit.getValue())) {
                    spans.add(span(whole, unit.getKey()));
                }
            }
            if (!spans.isEmpty()) {
                return spans;
            }
        }
        return List.of();
    }

    private static Range scaled(Range range, double unit) {
        return new Range(range.low() / unit, range.lowIn(), range.high() / unit, range.highIn());
    }

    static String span(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    /** The seconds in a span of {@link #spans}. */
    static long seconds(String span) {
        int space = span.indexOf(' ');
        String unit = span.substring(space + 1);
        return Long.parseLong(span.substring(0, space))
                * UNITS.get(unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit);
    }

    /** A number without an exponent and without trailing zeros. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
