package org.spasmcds.authoring;

import java.util.Optional;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Reason;
import org.spasmcds.Ruleset;
import org.spasmcds.rule.Rule;

/** Says why a rule that holds does not count in an assessment, or only at a lower level. */
final class Setback {
    private final Ruleset ruleset;
    private final Assessment assessment;

    Setback(Ruleset ruleset, Assessment assessment) {
        this.ruleset = ruleset;
        this.assessment = assessment;
    }

    /** What the rule contributes; empty when it does not count. */
    Optional<Reason> reason(Rule rule) {
        return assessment.findings().stream()
                .flatMap(finding -> finding.reasons().stream())
                .filter(reason -> reason.rule().equals(rule.id()))
                .findFirst();
    }

    String of(Rule rule) {
        Optional<Reason> reason = reason(rule);
        if (reason.isPresent()) {
            return "counts only as " + reason.get().level() + ": "
                    + String.join("; ", reason.get().doubts());
        }
        if (assessment.notes().stream().anyMatch(note -> note.endsWith(" " + rule.id() + "."))) {
            return "is not counted: it rests on a laboratory limit of adults, below URGENT, and has no @child";
        }
        return "is not counted: " + exclusion(rule).orElse("another finding excludes it");
    }

    private Optional<String> exclusion(Rule rule) {
        for (Finding finding : assessment.findings()) {
            for (Reason reason : finding.reasons()) {
                String other = condition(reason.rule());
                Optional<String> key = excludes(rule, other, reason.level());
                if (key.isPresent() && !other.equals(rule.condition())) {
                    return Optional.of("@unless " + key.get() + ", and " + other + " is " + reason.level());
                }
            }
        }
        return Optional.empty();
    }

    private String condition(String id) {
        return ruleset.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .map(Rule::condition)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> excludes(Rule rule, String other, Level level) {
        if (rule.unless().contains(other)) {
            return Optional.of(other);
        }
        if (rule.unless().contains(Rule.ANY_FINDING)) {
            return Optional.of(Rule.ANY_FINDING);
        }
        boolean urgent = rule.unless().contains(Rule.URGENT_FINDING)
                && level.atLeast(Level.URGENT)
                && !rule.level().atLeast(Level.URGENT);
        return urgent ? Optional.of(Rule.URGENT_FINDING) : Optional.empty();
    }
}
