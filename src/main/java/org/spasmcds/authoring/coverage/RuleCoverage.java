package org.spasmcds.authoring.coverage;

import java.util.List;

/**
 * What the cases beside a rule show of it.
 *
 * @param line where the rule begins
 * @param cases in which it fired, is known not to hold, or could not be decided
 * @param patterns of its own conditions, not those that it takes over
 * @param numbers in these patterns
 */
public record RuleCoverage(
        String id, int line, Seen cases, List<PatternCoverage> patterns, List<NumberCoverage> numbers) {}
