package org.spasmcds.authoring;

import java.util.Optional;
import org.spasmcds.Assessment;
import org.spasmcds.Reason;
import org.spasmcds.Ruleset;
import org.spasmcds.rule.Rule;

/** Tells an author why a rule that holds does not count in an assessment, or only at a lower level. */
final class Setback {
    private final Ruleset ruleset;
    private final Assessment assessment;

    Setback(Ruleset ruleset, Assessment assessment) {
        this.ruleset = ruleset;
        this.assessment = assessment;
    }

    /** What the rule contributes; empty when it does not count. */
    Optional<Reason> reason(Rule rule) {
        return setback(rule).reason();
    }

    private org.spasmcds.basis.Setback setback(Rule rule) {
        return org.spasmcds.basis.Setback.of(rule, ruleset, assessment);
    }

    String of(Rule rule) {
        org.spasmcds.basis.Setback setback = setback(rule);
        return switch (setback.kind()) {
            case NONE, LOWERED -> {
                Reason reason = setback.reason().orElseThrow();
                yield "counts only as " + reason.level() + ": " + String.join("; ", reason.doubts());
            }
            case ADULT_LIMIT ->
                "is not counted: it rests on a laboratory limit of adults, below URGENT, and has no @child";
            case EXCLUDED ->
                "is not counted: "
                        + setback.level()
                                .map(level ->
                                        "@unless " + setback.unless() + ", and " + setback.other() + " is " + level)
                                .orElse("another finding excludes it");
        };
    }
}
