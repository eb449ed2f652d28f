package org.spasmcds.authoring;

import java.util.Optional;
import org.spasmcds.Certainty;
import org.spasmcds.Level;

/**
 * One point in which an assessment is not what a case expects.
 *
 * @param subject the id of the condition or rule that it is about; empty for the overall level
 * @param level what was expected of it; empty when nothing at all was
 * @param certainty what was expected of it, for {@link Kind#CERTAINTY}
 * @param message what was expected and what came
 */
record Departure(Kind kind, String subject, Optional<Level> level, Optional<Certainty> certainty, String message) {
    enum Kind {
        /** It should have been found, or at a higher level. */
        MISSING,
        /** It should not have been found, or at a lower level. */
        UNWANTED,
        /** It should have been more or less certain. */
        CERTAINTY,
        /** It should have stood first. */
        NOT_FIRST,
        /** It should have taken up the finding of the case's condition. */
        NOT_MERGED,
        /** The case asks in a way that cannot be read. */
        UNREADABLE
    }

    static Departure missing(String subject, Optional<Level> level, String message) {
        return new Departure(Kind.MISSING, subject, level, Optional.empty(), message);
    }

    static Departure unwanted(String subject, Optional<Level> level, String message) {
        return new Departure(Kind.UNWANTED, subject, level, Optional.empty(), message);
    }

    static Departure certainty(String subject, Certainty certainty, String message) {
        return new Departure(Kind.CERTAINTY, subject, Optional.empty(), Optional.of(certainty), message);
    }

    static Departure of(Kind kind, String subject, String message) {
        return new Departure(kind, subject, Optional.empty(), Optional.empty(), message);
    }
}
