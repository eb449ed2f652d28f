package org.spasmcds.examples.hooks.card;

import java.util.List;

/**
 * A card that is shown, with what it rests on.
 *
 * @param rules the ids of the rules that fired for its findings
 * @param digest of the rule set
 */
public record Shown(Card card, List<String> rules, String digest) {}
