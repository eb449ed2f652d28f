package org.spasmcds.basis;

import java.util.Optional;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Reason;
import org.spasmcds.Ruleset;
import org.spasmcds.rule.Rule;

/**
 * What keeps a rule that fired from counting in an assessment, or from counting at its own level.
 *
 * @param reason what the rule contributes; empty when it does not count
 * @param unless what excludes it, as its {@code @unless} states it; empty where nothing does
 * @param other the condition that was found and excludes it, and its level; empty where none does
 */
public record Setback(Kind kind, Optional<Reason> reason, String unless, String other, Optional<Level> level) {
    /** What happened to the rule. */
    public enum Kind {
        /** It counts as it is. */
        NONE,
        /** It counts at a lower level, because its facts are doubtful or too old. */
        LOWERED,
        /** It rests on a laboratory limit of adults, and the patient is a child. */
        ADULT_LIMIT,
        /** Another finding excludes it. */
        EXCLUDED
    }

    /** What became of a rule that fired. */
    public static Setback of(Rule rule, Ruleset ruleset, Assessment assessment) {
        Optional<Reason> reason = assessment.findings().stream()
                .flatMap(finding -> finding.reasons().stream())
                .filter(each -> each.rule().equals(rule.id()))
                .findFirst();
        if (reason.isPresent()) {
            boolean lowered = reason.get().level() != rule.level();
            return new Setback(lowered ? Kind.LOWERED : Kind.NONE, reason, "", "", Optional.empty());
        }
        if (assessment.notes().stream().anyMatch(note -> note.endsWith(" " + rule.id() + "."))) {
            return new Setback(Kind.ADULT_LIMIT, reason, "", "", Optional.empty());
        }
        return exclusion(rule, ruleset, assessment)
                .orElseGet(() -> new Setback(Kind.EXCLUDED, reason, "", "", Optional.empty()));
    }

    private static Optional<Setback> exclusion(Rule rule, Ruleset ruleset, Assessment assessment) {
        for (Finding finding : assessment.findings()) {
            for (Reason reason : finding.reasons()) {
                String other = ruleset.rule(reason.rule()).map(Rule::condition).orElse("");
                Optional<String> unless = unless(rule, other, reason.level());
                if (unless.isPresent() && !other.equals(rule.condition())) {
                    return Optional.of(new Setback(
                            Kind.EXCLUDED, Optional.empty(), unless.get(), other, Optional.of(reason.level())));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unless(Rule rule, String other, Level level) {
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
