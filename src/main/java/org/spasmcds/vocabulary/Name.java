package org.spasmcds.vocabulary;

import java.util.List;

/**
 * One name of the vocabulary.
 *
 * @param id the identifier that rules and documents use
 * @param kind what it stands for
 * @param display what a reader sees
 * @param synonyms other words that are accepted for it
 */
public record Name(String id, Kind kind, String display, List<String> synonyms) {}
