package org.spasmcds.authoring.impact;

import java.util.Map;
import org.spasmcds.Ruleset;

/**
 * One version of the rules, ready to assess patients.
 *
 * @param origin where it comes from, as a reader sees it
 * @param files the texts of rule and vocabulary files by their path
 * @param signedOff the text of its {@code signed-off.csv}; empty when it has none
 */
public record RuleVersion(String origin, Ruleset ruleset, Map<String, String> files, String signedOff) {}
