package org.spasmcds.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spasmcds.Basis;
import org.spasmcds.Level;
import org.spasmcds.LevelRange;
import org.spasmcds.language.Words;

/**
 * A level on the scale from self-care to emergency.
 *
 * @param state {@code now}, {@code open} where answers could still lead to it, or {@code out}
 * @param tells the state in a word; empty for {@code out}
 */
record Step(Mark mark, String state, String tells) {
    static List<Step> scale(Optional<Level> now, LevelRange range, Words words) {
        return Arrays.stream(Level.values())
                .map(level -> {
                    Mark mark = Mark.of(level, words);
                    if (now.equals(Optional.of(level))) {
                        return new Step(mark, "now", words.say("page.now"));
                    }
                    return range.contains(Optional.of(level))
                            ? new Step(mark, "open", words.say("page.possible"))
                            : new Step(mark, "out", "");
                })
                .toList();
    }

    /** What the answers to the questions on the page could do to the level. */
    static String range(Basis basis, Words words) {
        LevelRange range = basis.range();
        if (basis.assessment().level().equals(Optional.of(Level.EMERGENCY))) {
            return words.say("report.range.emergency");
        }
        if (basis.questions().isEmpty()) {
            return words.say(basis.nothingPoints() ? "report.range.nothing" : "report.range.noQuestions");
        }
        return range.isClosed()
                ? words.say("report.range.closed")
                : words.say("report.range", word(range.lowest(), words), word(range.highest(), words));
    }

    private static String word(Optional<Level> level, Words words) {
        return level.map(each -> Mark.of(each, words).word()).orElseGet(() -> words.say("report.noFinding"));
    }
}
