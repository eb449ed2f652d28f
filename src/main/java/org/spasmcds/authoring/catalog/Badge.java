package org.spasmcds.authoring.catalog;

import java.util.Locale;
import org.spasmcds.Evidence;
import org.spasmcds.Level;

/**
 * A word with a look of its own.
 *
 * @param look the classes of the style
 * @param rank for sorting
 */
record Badge(String look, String text, int rank, String meaning) {
    static Badge of(Level level) {
        String look = level.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String words = Words.sentence(look);
        return new Badge("level " + look, words, level.ordinal() + 1, level.meaning());
    }

    static Badge of(Evidence evidence) {
        return switch (evidence) {
            case SOURCED ->
                new Badge("badge good", "Sourced", 1, "At least one cited source was read for its figure or its text.");
            case CONSENSUS -> new Badge("badge", "Consensus", 2, "Clinical consensus of the authors; no publication.");
            case UNVERIFIED ->
                new Badge(
                        "badge half",
                        "Unverified",
                        3,
                        "The cited documents were not opened; to be checked before anyone relies on it.");
        };
    }
}
