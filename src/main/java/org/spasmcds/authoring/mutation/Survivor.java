package org.spasmcds.authoring.mutation;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A mutant that no case notices.
 *
 * @param rule the rule, or the group, that is changed
 * @param what what is changed
 * @param hint which case would notice it
 * @param missed how many cases get another answer of which they say nothing
 * @param example the first of these, as {@code file:line}; empty when there is none
 * @param reason why it may survive; empty when nobody said so
 */
public record Survivor(
        MutantKind kind,
        String file,
        int line,
        int column,
        String rule,
        String what,
        String hint,
        int missed,
        String example,
        String reason) {
    @JsonIgnore
    public boolean isExplained() {
        return !reason.isEmpty();
    }

    /** What {@code accepted.csv} calls it. */
    public String subject() {
        return rule + ": " + what;
    }
}
