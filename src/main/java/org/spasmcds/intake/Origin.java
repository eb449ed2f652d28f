package org.spasmcds.intake;

import java.util.List;

/** What a fact was made from. Holds references only: they are put into words when somebody asks, which is seldom. */
sealed interface Origin {
    /** An entry of the document. The fact may stand under a wider name, or under a narrower one where the entry denies a whole. */
    record Given(Entry entry) implements Origin {}

    /**
     * A result.
     *
     * @param series all measurements of the test, the latest first
     */
    record Measured(Measurement measurement, List<Measurement> series) implements Origin {}

    /**
     * Something that follows from results.
     *
     * @param formula how, in words
     */
    record Concluded(String formula, List<Measurement> from) implements Origin {}

    /** Something that follows from other facts. */
    record Combined(String formula, List<Origin> from) implements Origin {}

    /** It is absent, because a complete list does not name it. */
    record Unlisted(Section section) implements Origin {}

    /** Age and sex, which stand at the top of the document. */
    record Person(org.spasmcds.Patient patient) implements Origin {}

    /** A group, which counts its members. */
    record Counted(States states) implements Origin {}
}
