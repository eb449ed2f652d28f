package org.spasmcds.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.spasmcds.Assessment;
import org.spasmcds.Certainty;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Reason;

/** Compares what a case expects with an assessment. */
final class Expectation {
    private static final String KEYS = "is, fires, not, overall, at-most, first, merged-into, also";

    private final Scenario scenario;
    private final Assessment assessment;
    private final List<Departure> departures = new ArrayList<>();

    private Expectation(Scenario scenario, Assessment assessment) {
        this.scenario = scenario;
        this.assessment = assessment;
    }

    /** Every point in which the assessment is not what the case expects. */
    static List<Departure> departures(Scenario scenario, Assessment assessment) {
        Expectation expectation = new Expectation(scenario, assessment);
        JsonNode expect = scenario.expect();
        if (expect.isTextual()) {
            expectation.condition(scenario.condition(), expect.asText());
        } else if (expect.isObject() && !expect.isEmpty()) {
            expect.fields().forEachRemaining(field -> expectation.field(field.getKey(), field.getValue()));
        } else {
            expectation.unreadable(
                    "expect " + expect + "; allowed: none, a level, a certainty and a level, or " + KEYS);
        }
        return List.copyOf(expectation.departures);
    }

    private void unreadable(String message) {
        departures.add(Departure.of(Departure.Kind.UNREADABLE, "", message));
    }

    private void field(String key, JsonNode value) {
        switch (key) {
            case "is" -> condition(scenario.condition(), value.asText());
            case "fires" -> texts(value).forEach(this::fires);
            case "not" -> texts(value).forEach(this::not);
            case "overall" -> overall(value.asText());
            case "at-most" -> atMost(value.asText());
            case "first" -> first(value.asText());
            case "merged-into" -> mergedInto(value.asText());
            case "also" ->
                value.fields()
                        .forEachRemaining(
                                also -> condition(also.getKey(), also.getValue().asText()));
            default -> unreadable("expect key " + key + "; allowed: " + KEYS);
        }
    }

    private void fires(String rule) {
        if (!fired(rule::equals)) {
            departures.add(Departure.missing(rule, Optional.empty(), "expected rule " + rule + " to fire"));
        }
    }

    private void not(String id) {
        if (fired(rule -> belongs(rule, id))) {
            departures.add(Departure.unwanted(id, Optional.empty(), "expected no " + id));
        }
    }

    private void overall(String expected) {
        Optional<Level> wanted = level(expected);
        if (wanted.isEmpty() && !expected.equals("none")) {
            unreadable("overall " + expected + "; allowed: none, " + levels());
        } else if (!wanted.equals(assessment.level())) {
            String message = "expected overall level " + expected + ", got " + name(assessment.level());
            boolean tooHigh = wanted.isEmpty()
                    || assessment
                            .level()
                            .filter(got -> got.compareTo(wanted.get()) > 0)
                            .isPresent();
            departures.add(tooHigh ? Departure.unwanted("", wanted, message) : Departure.missing("", wanted, message));
        }
    }

    private void atMost(String expected) {
        Optional<Level> bound = level(expected);
        if (bound.isEmpty()) {
            unreadable("at-most " + expected + "; allowed: " + levels());
        } else if (assessment
                .level()
                .filter(got -> got.compareTo(bound.get()) > 0)
                .isPresent()) {
            departures.add(Departure.unwanted(
                    "", bound, "expected at most " + expected + ", got " + name(assessment.level())));
        }
    }

    private void first(String expected) {
        String first = assessment.explanations().isEmpty()
                ? "none"
                : assessment.explanations().get(0).id();
        if (!first.equals(expected)) {
            departures.add(Departure.of(
                    Departure.Kind.NOT_FIRST,
                    expected,
                    "expected " + expected + " as first explanation, got " + first));
        }
    }

    private void mergedInto(String other) {
        boolean merged = find(other)
                .filter(finding ->
                        finding.reasons().stream().anyMatch(reason -> belongs(reason.rule(), scenario.condition())))
                .isPresent();
        if (!merged) {
            departures.add(Departure.of(
                    Departure.Kind.NOT_MERGED,
                    other,
                    "expected " + scenario.condition() + " to be merged into " + other));
        }
    }

    /** {@code EMERGENCY}, {@code LIKELY EMERGENCY} or {@code none}; the level is that of the condition's own rules, merged or not. */
    private void condition(String condition, String expected) {
        if (condition.isEmpty()) {
            unreadable("expect " + expected + ", but the file stands beside no rule; allowed here: "
                    + KEYS.replace("is, ", ""));
            return;
        }
        Optional<Level> got = assessment.findings().stream()
                .flatMap(finding -> finding.reasons().stream())
                .filter(reason -> belongs(reason.rule(), condition))
                .map(Reason::level)
                .max(Comparator.naturalOrder());
        if (expected.equals("none")) {
            got.ifPresent(level -> departures.add(
                    Departure.unwanted(condition, Optional.empty(), "expected no " + condition + ", got " + level)));
            return;
        }
        boolean nothing = got.isEmpty();
        for (String word : expected.split(" ")) {
            Optional<Level> level = level(word);
            Optional<Certainty> certainty = Arrays.stream(Certainty.values())
                    .filter(each -> each.name().equals(word))
                    .findFirst();
            if (level.isEmpty() && certainty.isEmpty()) {
                unreadable("expect " + word + "; allowed: none, a level, a certainty and a level");
            }
            level.filter(wanted -> got.filter(wanted::equals).isEmpty())
                    .ifPresent(wanted -> level(condition, wanted, got, nothing ? expected : word));
            // Of what was not found at all there is one thing to say, not two.
            certainty
                    .filter(wanted -> !(nothing && expected.contains(" ")))
                    .ifPresent(wanted -> certainty(condition, wanted));
        }
    }

    private void level(String condition, Level wanted, Optional<Level> got, String said) {
        String message = "expected " + condition + " " + said + ", got " + name(got);
        boolean tooHigh = got.filter(level -> level.compareTo(wanted) > 0).isPresent();
        departures.add(
                tooHigh
                        ? Departure.unwanted(condition, Optional.of(wanted), message)
                        : Departure.missing(condition, Optional.of(wanted), message));
    }

    private void certainty(String condition, Certainty wanted) {
        String got = find(condition).map(finding -> finding.certainty().name()).orElse("no finding of its own");
        if (!got.equals(wanted.name())) {
            departures.add(
                    Departure.certainty(condition, wanted, "expected " + condition + " " + wanted + ", got " + got));
        }
    }

    private boolean fired(Predicate<String> rule) {
        return assessment.findings().stream()
                .flatMap(finding -> finding.reasons().stream())
                .map(Reason::rule)
                .anyMatch(rule);
    }

    private Optional<Finding> find(String condition) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(condition))
                .findFirst();
    }

    /** Whether a rule is this rule or one of this condition. */
    static boolean belongs(String rule, String id) {
        return rule.equals(id) || rule.startsWith(id + ".");
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Optional<Level> level(String word) {
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(word))
                .findFirst();
    }

    private static String levels() {
        return String.join(", ", Arrays.stream(Level.values()).map(Enum::name).toList());
    }

    private static String name(Optional<Level> level) {
        return level.map(Enum::name).orElse("none");
    }
}
