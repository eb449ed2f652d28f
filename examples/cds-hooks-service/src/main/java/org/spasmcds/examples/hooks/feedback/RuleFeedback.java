package org.spasmcds.examples.hooks.feedback;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What became of the cards of one rule.
 *
 * @param shown the cards that rested on it
 * @param accepted those of which a suggestion was accepted at last
 * @param overridden those that were overridden at last
 * @param overrideRate overridden / (accepted + overridden); empty when there was no feedback
 * @param reasons how often each reason was given, by its code
 */
public record RuleFeedback(
        String rule,
        long shown,
        long accepted,
        long overridden,
        OptionalDouble overrideRate,
        Map<String, Long> reasons) {}
