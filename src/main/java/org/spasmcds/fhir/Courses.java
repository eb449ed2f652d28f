package org.spasmcds.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.intake.When;

/**
 * Lays the courses of one ingredient together: prescriptions that follow one another are one course that began with the first, not a
 * medicine that was started anew each time.
 */
final class Courses {
    /** Between two prescriptions of one course at most so many days pass without any. */
    private static final double GAP_DAYS = 14;

    private final Scope scope;

    Courses(Scope scope) {
        this.scope = scope;
    }

    void add(List<Found> courses) {
        Map<String, List<Found>> byName = new LinkedHashMap<>();
        courses.forEach(course ->
                byName.computeIfAbsent(course.name(), any -> new ArrayList<>()).add(course));
        byName.values().forEach(this::merge);
    }

    private void merge(List<Found> all) {
        List<Found> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(this::startDays).reversed());
        List<Found> taken = with(sorted, "active", "stopped");
        Optional<Found> denied = with(sorted, "absent").stream().min(Comparator.comparingDouble(this::saidDays));
        if (denied.isPresent() && (taken.isEmpty() || saidDays(denied.get()) < newest(taken))) {
            scope.collected().add(denied.get());
            taken.forEach(course ->
                    scope.collected().unused(course, UnusedReason.CONTRADICTED, "not taken, says a later one"));
            repeated(with(sorted, "absent", "unknown"), denied.get());
            return;
        }
        with(sorted, "absent")
                .forEach(course ->
                        scope.collected().unused(course, UnusedReason.CONTRADICTED, "taken, says a later one"));
        List<Found> active = with(taken, "active");
        if (!active.isEmpty()) {
            running(taken, active.get(active.size() - 1));
        } else if (!taken.isEmpty()) {
            stopped(taken);
        }
        List<Found> unknown = with(sorted, "unknown");
        if (taken.isEmpty() && !unknown.isEmpty()) {
            scope.collected().add(unknown.get(0));
        }
        unknown.stream()
                .skip(taken.isEmpty() ? 1 : 0)
                .forEach(course -> scope.collected().unused(course, UnusedReason.REPEATED, ""));
    }

    private void repeated(List<Found> courses, Found but) {
        courses.stream()
                .filter(course -> course != but)
                .forEach(course -> scope.collected().unused(course, UnusedReason.REPEATED, ""));
    }

    private static List<Found> with(List<Found> courses, String... statuses) {
        return courses.stream()
                .filter(course -> List.of(statuses).contains(course.status()))
                .toList();
    }

    /** It is taken now: as long as prescriptions follow one another, with the latest dose and its last rise. */
    private void running(List<Found> taken, Found latest) {
        List<Found> chain = chain(taken, latest);
        Found course = latest;
        if (!latest.values().containsKey("start")) {
            scope.collected().add(latest);
        } else {
            course = course.with("start", chain.get(0).values().get("start"));
            Optional<Found> raised = lastRise(chain);
            if (raised.isPresent() && !latest.values().containsKey("changed")) {
                course = course.with("changed", raised.get().values().get("start"));
            }
            if (chain.size() > 1) {
                course = course.noted("one course of " + chain.size() + " prescriptions");
            }
            scope.collected().add(course);
        }
        for (Found each : taken) {
            if (each != latest) {
                scope.collected().used(each, chain.contains(each) ? "part of a course" : "an earlier course");
            }
        }
    }

    /** Stopped: the last end that is known, and a later course of which no end is known. */
    private void stopped(List<Found> taken) {
        Found last = taken.get(taken.size() - 1);
        Optional<Found> ended = taken.stream()
                .filter(course -> course.values().containsKey("stopped"))
                .min(Comparator.comparingDouble(course -> days(course, "stopped")));
        List<Found> kept = new ArrayList<>();
        ended.ifPresent(kept::add);
        if (!kept.contains(last) && !last.values().containsKey("stopped")) {
            kept.add(last);
        }
        for (Found each : taken) {
            if (kept.contains(each)) {
                Object start = chain(taken, each).get(0).values().get("start");
                scope.collected().add(start == null ? each : each.with("start", start));
            } else {
                scope.collected().used(each, "an earlier course");
            }
        }
    }

    /** The prescriptions that lead to this one without a gap, the first one first. */
    private List<Found> chain(List<Found> taken, Found latest) {
        List<Found> chain = new ArrayList<>(List.of(latest));
        double start = startDays(latest);
        for (int i = taken.indexOf(latest) - 1; i >= 0; i--) {
            Found earlier = taken.get(i);
            boolean joined = !earlier.values().containsKey("stopped") || days(earlier, "stopped") - start <= GAP_DAYS;
            if (earlier.values().containsKey("start") && joined) {
                chain.add(0, earlier);
                start = Math.max(start, startDays(earlier));
            }
        }
        return chain;
    }

    private static Optional<Found> lastRise(List<Found> chain) {
        Optional<Found> raised = Optional.empty();
        for (int i = 1; i < chain.size(); i++) {
            if (chain.get(i - 1).values().get("mgPerDay") instanceof Double before
                    && chain.get(i).values().get("mgPerDay") instanceof Double after
                    && after > before) {
                raised = Optional.of(chain.get(i));
            }
        }
        return raised;
    }

    /** How long ago it was started; an unknown start sorts before all others. */
    private double startDays(Found course) {
        double days = days(course, "start");
        return Double.isNaN(days) ? Double.MAX_VALUE : days;
    }

    private double days(Found course, String field) {
        return course.values().get(field) instanceof When when ? scope.times().daysAgo(when) : Double.NaN;
    }

    private double saidDays(Found course) {
        return course.said().map(scope.times()::daysAgo).orElse(Double.MAX_VALUE);
    }

    private double newest(List<Found> courses) {
        return courses.stream().mapToDouble(this::saidDays).min().orElse(Double.MAX_VALUE);
    }
}
