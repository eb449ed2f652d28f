package org.spasmcds.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.spasmcds.Assessment;
import org.spasmcds.Certainty;
import org.spasmcds.Finding;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Level;
import org.spasmcds.Patient;
import org.spasmcds.Reason;
import org.spasmcds.Ruleset;

/** Runs cases against a rule set. */
public final class ScenarioRunner {
    /** The time of every case; cases speak of ages, so it can be any. */
    public static final Instant EVALUATION = Instant.parse("2026-01-15T12:00:00Z");

    private final Ruleset ruleset;

    public ScenarioRunner(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    public Patient patient(Scenario scenario) {
        return new GivenReader(ruleset).read(scenario.given());
    }

    public Verdict run(Scenario scenario) {
        try {
            return judge(scenario, ruleset.assess(patient(scenario), EVALUATION));
        } catch (InvalidPatientException e) {
            return new Verdict(scenario, List.of("given " + e.getMessage()));
        }
    }

    /** Holds an answer against what the case expects. */
    public static Verdict judge(Scenario scenario, Assessment assessment) {
        List<String> failures = new ArrayList<>();
        expect(scenario, assessment, failures);
        if (!failures.isEmpty()) {
            failures.add("found: " + summary(assessment));
        }
        return new Verdict(scenario, List.copyOf(failures));
    }

    private static String summary(Assessment assessment) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : assessment.findings()) {
            text.append(text.length() == 0 ? "" : "; ")
                    .append(finding.id())
                    .append(' ')
                    .append(finding.certainty())
                    .append(' ');
            text.append(finding.level()).append(' ');
            text.append(finding.reasons().stream().map(Reason::rule).toList());
        }
        return text.length() == 0 ? "no finding" : text.toString();
    }

    private static void expect(Scenario scenario, Assessment assessment, List<String> failures) {
        JsonNode expect = scenario.expect();
        if (expect.isTextual()) {
            condition(scenario.condition(), expect.asText(), assessment, failures);
            return;
        }
        expect.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "is" -> condition(scenario.condition(), value.asText(), assessment, failures);
                case "fires" ->
                    texts(value).forEach(rule -> {
                        if (!fired(assessment, rule::equals)) {
                            failures.add("expected rule " + rule + " to fire");
                        }
                    });
                case "not" ->
                    texts(value).forEach(id -> {
                        if (fired(assessment, rule -> rule.equals(id) || rule.startsWith(id + "."))) {
                            failures.add("expected no " + id);
                        }
                    });
                case "overall" -> {
                    String level = assessment.level().map(Enum::name).orElse("none");
                    if (!level.equals(value.asText())) {
                        failures.add("expected overall level " + value.asText() + ", got " + level);
                    }
                }
                case "at-most" -> {
                    Level bound = Level.valueOf(value.asText());
                    if (assessment
                            .level()
                            .filter(level -> level.compareTo(bound) > 0)
                            .isPresent()) {
                        failures.add("expected at most " + bound + ", got "
                                + assessment.level().get());
                    }
                }
                case "first" -> {
                    String first = assessment.explanations().isEmpty()
                            ? "none"
                            : assessment.explanations().get(0).id();
                    if (!first.equals(value.asText())) {
                        failures.add("expected " + value.asText() + " as first explanation, got " + first);
                    }
                }
                case "merged-into" -> {
                    if (find(assessment, value.asText())
                            .filter(f -> f.reasons().stream().anyMatch(r -> belongs(r.rule(), scenario.condition())))
                            .isEmpty()) {
                        failures.add("expected " + scenario.condition() + " to be merged into " + value.asText());
                    }
                }
                case "also" ->
                    value.fields()
                            .forEachRemaining(also ->
                                    condition(also.getKey(), also.getValue().asText(), assessment, failures));
                default ->
                    failures.add("expect key " + field.getKey()
                            + "; allowed: is, fires, not, overall, at-most, first, merged-into, also");
            }
        });
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static boolean belongs(String rule, String condition) {
        return rule.equals(condition) || rule.startsWith(condition + ".");
    }

    private static boolean fired(Assessment assessment, Predicate<String> rule) {
        return assessment.findings().stream()
                .flatMap(finding -> finding.reasons().stream())
                .map(Reason::rule)
                .anyMatch(rule);
    }

    private static Optional<Finding> find(Assessment assessment, String condition) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(condition))
                .findFirst();
    }

    /** {@code EMERGENCY}, {@code LIKELY EMERGENCY} or {@code none}; the level is that of the condition's own rules, merged or not. */
    private static void condition(String condition, String expected, Assessment assessment, List<String> failures) {
        List<Reason> reasons = assessment.findings().stream()
                .flatMap(finding -> finding.reasons().stream())
                .filter(reason -> belongs(reason.rule(), condition))
                .toList();
        Optional<Level> level = reasons.stream().map(Reason::level).max(Comparator.naturalOrder());
        if (expected.equals("none")) {
            level.ifPresent(got -> failures.add("expected no " + condition + ", got " + got));
            return;
        }
        for (String word : expected.split(" ")) {
            boolean isLevel =
                    Arrays.stream(Level.values()).anyMatch(each -> each.name().equals(word));
            boolean isCertainty = Arrays.stream(Certainty.values())
                    .anyMatch(each -> each.name().equals(word));
            if (isLevel && !level.map(Enum::name).orElse("none").equals(word)) {
                failures.add("expected " + condition + " " + word + ", got "
                        + level.map(Enum::name).orElse("none"));
            } else if (isCertainty) {
                String got = find(assessment, condition)
                        .map(finding -> finding.certainty().name())
                        .orElse("no finding of its own");
                if (!got.equals(word)) {
                    failures.add("expected " + condition + " " + word + ", got " + got);
                }
            } else if (!isLevel) {
                failures.add("expect " + word + "; allowed: none, a level, a certainty and a level");
            }
        }
    }
}
