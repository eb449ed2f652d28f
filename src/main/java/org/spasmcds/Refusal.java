package org.spasmcds;

/**
 * A fact that was given and not used.
 *
 * @param field where it stands in the document, for example {@code results[2]}
 * @param fact the fact as given
 * @param reason why it was not used
 */
public record Refusal(String field, String fact, String reason) {}
