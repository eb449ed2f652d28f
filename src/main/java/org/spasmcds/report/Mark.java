package org.spasmcds.report;

import java.util.Locale;
import java.util.Optional;
import org.spasmcds.Level;
import org.spasmcds.language.Words;

/**
 * A level as a word and a shape; the color only repeats them.
 *
 * @param look names the shape and the color in template and style
 */
record Mark(String look, String word) {
    /** The look where there is no finding. */
    private static final String NONE = "none";

    static Mark of(Level level, Words words) {
        return new Mark(
                level.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Text.capital(level.word(words).toLowerCase(words.locale()).replace('_', '-')));
    }

    static Mark of(Optional<Level> level, Words words) {
        return level.map(each -> of(each, words))
                .orElseGet(() -> new Mark(NONE, Text.capital(words.say("report.noFinding"))));
    }
}
