package org.spasmcds.authoring.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be wrong with rules that are each in order by themselves. */
public enum Defect {
    /** Two rules ask for the same and give different levels. */
    CONFLICT("rules that ask for the same and differ in level"),
    /** A rule that another of its condition with a higher level always joins. */
    SHADOWED("rules that never decide the level"),
    /** A rule that another of its condition always joins, and that adds nothing to it. */
    SUBSUMED("rules that add nothing to another one"),
    /** Two rules ask for the same and give the same level. */
    DUPLICATE("rules that stand twice"),
    /** Values between those of two rules that no rule speaks of. */
    GAP("values that fall between the rules"),
    /** A rule that no patient can make fire. */
    UNREACHABLE("rules that cannot fire"),
    /** One limit that is stated in two ways. */
    THRESHOLD_DIFFERS("limits that are stated in two ways"),
    /** An {@code @unless} or {@code @absorbs} about findings that never come together. */
    NEVER_COUNTS("@unless and @absorbs that never matter"),
    /** Two rules of one condition with different levels that can fire together, as they may by design. */
    LEVELS_TOGETHER("rules of one condition that fire together at different levels");

    private final String meaning;

    Defect(String meaning) {
        this.meaning = meaning;
    }

    /** The id of the check, as accepted.csv names it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it finds, in words. */
    public String meaning() {
        return meaning;
    }

    static Set<String> labels() {
        return Arrays.stream(values()).map(Defect::label).collect(Collectors.toUnmodifiableSet());
    }
}
