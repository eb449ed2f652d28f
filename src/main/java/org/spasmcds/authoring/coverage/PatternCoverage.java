package org.spasmcds.authoring.coverage;

/**
 * What the cases show of one pattern of a rule.
 *
 * @param text as a rule file states it
 * @param words in words
 * @param line where it begins
 * @param column where it begins
 * @param cases over the cases beside the rule
 * @param everywhere over all cases of the folder
 */
public record PatternCoverage(String text, String words, int line, int column, Seen cases, Counts everywhere) {}
