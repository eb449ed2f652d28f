package org.spasmcds.authoring.mutation;

/**
 * A rule set that differs from the one under test in one small thing, which some case should notice.
 *
 * @param condition the condition whose file is changed; empty for a group
 * @param rule the rule that states what is changed, or the group
 * @param what what is changed, in words that do not depend on where it stands
 * @param hint which case would notice it
 */
record Mutant(
        MutantKind kind,
        String file,
        int line,
        int column,
        String condition,
        String rule,
        String what,
        String hint,
        Change change) {

    /** The mutant as {@code accepted.csv} names it. */
    String subject() {
        return rule + ": " + what;
    }
}
