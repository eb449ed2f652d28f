package org.spasmcds.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * Of the values that were measured over the years, those that an assessment can use: the latest, the one before it, and all of the last
 * 400 days. Tells of each whether the assessment will use it, by the rules of the intake.
 */
final class ResultHistory {
    /** Further back no formula looks, but for the value before the latest one. */
    private static final double DAYS = 400;

    private final Vocabulary vocabulary;
    private final Times times;
    private final Collected collected;

    ResultHistory(Scope scope) {
        vocabulary = scope.codes().vocabulary();
        times = scope.times();
        collected = scope.collected();
    }

    /** What is worth handing on of these facts; facts other than results all are. */
    List<Found> of(List<Found> facts) {
        Map<String, List<Found>> byTest = new LinkedHashMap<>();
        List<Found> kept = new ArrayList<>();
        for (Found fact : facts) {
            if (fact.section() == Section.RESULTS) {
                byTest.computeIfAbsent(fact.name(), any -> new ArrayList<>()).add(fact);
            } else {
                kept.add(fact);
            }
        }
        byTest.values().forEach(series -> kept.addAll(series(series)));
        return kept;
    }

    private List<Found> series(List<Found> series) {
        series.sort(Comparator.comparingDouble(this::days));
        List<Found> kept = new ArrayList<>();
        double latest = Double.NaN;
        double before = Double.NaN;
        for (Found fact : series) {
            TestDefinition test = vocabulary.test(fact.name()).orElseThrow();
            double days = days(fact);
            Optional<UnusedReason> refused = refused(fact, test);
            boolean counts = refused.isEmpty() && !Double.isNaN(days);
            if (counts && Double.isNaN(latest)) {
                latest = days;
            } else if (counts && Double.isNaN(before) && days > latest) {
                before = days;
            }
            boolean leads = counts && days == latest;
            Optional<UnusedReason> reason =
                    refused.or(() -> Double.isNaN(days) ? Optional.of(UnusedReason.NO_TIME) : Optional.empty());
            if (reason.isEmpty() && days * 24 > test.windowHours()) {
                reason = Optional.of(leads ? UnusedReason.OUT_OF_WINDOW : UnusedReason.EARLIER_VALUE);
            } else if (reason.isEmpty() && !leads) {
                reason = Optional.of(UnusedReason.EARLIER_VALUE);
            }
            reason.ifPresent(each -> collected.listed(fact, each, detail(fact, each, test)));
            if (leads || days == before || !(days > DAYS)) {
                kept.add(fact);
            }
        }
        return kept;
    }

    private double days(Found fact) {
        return fact.values().get("at") instanceof When at ? times.daysAgo(at) : Double.NaN;
    }

    /** Why the intake will refuse the value itself. */
    private static Optional<UnusedReason> refused(Found fact, TestDefinition test) {
        String unit = String.valueOf(fact.values().getOrDefault("unit", ""));
        if (!(fact.values().get("value") instanceof Double value)) {
            return Optional.empty();
        }
        if (unit.isEmpty() && !test.unit().equals("1")) {
            return Optional.of(UnusedReason.NO_UNIT);
        }
        if (!unit.isEmpty() && !test.accepts(unit)) {
            return Optional.of(UnusedReason.UNKNOWN_UNIT);
        }
        double converted = test.convert(value, unit.isEmpty() ? test.unit() : unit);
        return test.plausible(converted) ? Optional.empty() : Optional.of(UnusedReason.IMPLAUSIBLE);
    }

    private static String detail(Found fact, UnusedReason reason, TestDefinition test) {
        return switch (reason) {
            case UNKNOWN_UNIT -> fact.name() + " in " + fact.values().get("unit");
            case IMPLAUSIBLE ->
                fact.name() + " " + fact.values().get("value") + " "
                        + fact.values().get("unit");
            case OUT_OF_WINDOW -> fact.name() + ", counts for " + Math.round(test.windowHours()) + " hours";
            default -> fact.name();
        };
    }
}
