package org.spasmcds.authoring.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeSet;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Vocabulary;

/** The results of made-up patients: a panel around ordinary values, with a tail, and some values next to the limits of the rules. */
final class SyntheticResults {
    /** The share of values next to a limit that a rule names. */
    private static final double NEAR_A_LIMIT = 0.04;

    /** The share of values far from the ordinary. */
    private static final double FAR_OUT = 0.05;

    private static final List<String> TIMES =
            List.of("now", "now", "2 hours ago", "1 day ago", "4 days ago", "2 months ago");

    private final Vocabulary vocabulary;
    private final AskedNames asked;
    private final JsonNode profile;
    private final Chance chance;

    SyntheticResults(JsonNode profile, Vocabulary vocabulary, Chance chance, AskedNames asked) {
        this.vocabulary = vocabulary;
        this.asked = asked;
        this.profile = profile;
        this.chance = chance;
    }

    void draw(ObjectNode patient) {
        TreeSet<String> tests = new TreeSet<>();
        if (chance.below(2) == 0) {
            some(profile.path("panel"), 0.6, tests);
        }
        if (chance.below(2) == 0) {
            some(profile.path("vitals"), 0.7, tests);
        }
        if (chance.below(12) == 0 && !asked.tests().isEmpty()) {
            tests.add(asked.tests().get(chance.below(asked.tests().size())));
        }
        if (tests.isEmpty()) {
            return;
        }
        ArrayNode results = patient.putArray("results");
        String at = TIMES.get(chance.below(TIMES.size()));
        for (String test : tests) {
            vocabulary
                    .test(test)
                    .ifPresent(definition -> results.addObject()
                            .put("test", test)
                            .put("value", value(definition))
                            .put("unit", definition.unit())
                            .put("at", profile.path("vitals").has(test) ? "now" : at));
        }
    }

    private void some(JsonNode from, double share, TreeSet<String> tests) {
        from.fieldNames().forEachRemaining(test -> {
            if (chance.of(share)) {
                tests.add(test);
            }
        });
    }

    /** Rounded to the decimals in which the test is given, within what is plausible. */
    private BigDecimal value(TestDefinition test) {
        double step = Math.pow(10, -test.decimals());
        double kind = chance.share();
        List<Double> limits = asked.limits(test.name());
        double value;
        if (!limits.isEmpty() && kind < NEAR_A_LIMIT) {
            value = limits.get(chance.below(limits.size())) + (chance.below(5) - 2) * step;
        } else {
            double deviations = chance.normal(0, 1);
            boolean farOut = kind > 1 - FAR_OUT;
            value = mean(test) + deviation(test) * (farOut ? 4 * deviations : deviations);
        }
        double low = Math.max(test.plausibleLow(), step);
        return BigDecimal.valueOf(Math.min(test.plausibleHigh(), Math.max(low, value)))
                .setScale(test.decimals(), RoundingMode.HALF_UP);
    }

    private double mean(TestDefinition test) {
        JsonNode known = known(test.name());
        return known.isArray() ? known.get(0).asDouble() : (low(test) + high(test)) / 2;
    }

    private double deviation(TestDefinition test) {
        JsonNode known = known(test.name());
        return known.isArray() ? known.get(1).asDouble() : (high(test) - low(test)) / 4;
    }

    private JsonNode known(String test) {
        return profile.path("panel").has(test)
                ? profile.path("panel").path(test)
                : profile.path("vitals").path(test);
    }

    /** Where a test has one limit only, the other is as far as the limits of the rules reach. */
    private double low(TestDefinition test) {
        return Double.isNaN(test.referenceLow())
                ? asked.limits(test.name()).stream()
                        .mapToDouble(Double::doubleValue)
                        .min()
                        .orElse(test.plausibleLow())
                : test.referenceLow();
    }

    private double high(TestDefinition test) {
        return Double.isNaN(test.referenceHigh())
                ? asked.limits(test.name()).stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(Math.min(1000, test.plausibleHigh()))
                : test.referenceHigh();
    }
}
