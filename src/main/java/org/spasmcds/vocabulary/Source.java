package org.spasmcds.vocabulary;

/**
 * A publication that a rule or a figure rests on.
 *
 * @param evidence {@code figure-seen}, {@code figure-secondary}, {@code document-seen}, {@code not-retrieved} or {@code none}: how far
 *     the figures taken from it were checked
 */
public record Source(String id, String title, String organization, String year, String url, String evidence) {}
