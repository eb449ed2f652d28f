package org.spasmcds.authoring.coverage;

/**
 * The cases on the two sides of one number.
 *
 * @param text the comparison as a rule file states it
 * @param line where the comparison begins
 * @param column where the comparison begins
 * @param cases cases with a known value, by whether the comparison holds for it; never undecided
 */
public record NumberCoverage(String text, int line, int column, Seen cases) {}
