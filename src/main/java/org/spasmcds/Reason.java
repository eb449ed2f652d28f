package org.spasmcds;

import java.util.List;

/**
 * Why a finding stands: a rule that fired, or a finding that was merged into it.
 *
 * @param rule the id of the rule
 * @param level the level that it gives
 * @param says what it says to the reader
 * @param facts the facts that matched, with value, unit and age
 * @param doubts what must be repeated or checked before the facts are believed
 */
public record Reason(String rule, Level level, String says, List<String> facts, List<String> doubts) {}
