package org.spasmcds.intake;

import java.util.List;
import org.spasmcds.vocabulary.TestDefinition;

/**
 * One accepted result in the unit of the vocabulary.
 *
 * @param value NaN when it was reported as a word
 * @param word the word, else empty
 * @param days age in days; NaN when it has no date
 * @param low the laboratory's own lower limit; NaN when not given
 * @param high the laboratory's own upper limit; NaN when not given
 * @param written the result as it was given
 * @param basis {@code measured}, {@code computed} or {@code unadjusted}
 * @param entry the entry that it was read from; of a computed one that of its first input
 * @param formula how it was computed, in words; empty for a measured one
 * @param inputs what it was computed from; empty for a measured one
 */
record Measurement(
        TestDefinition test,
        double value,
        String word,
        double days,
        double low,
        double high,
        boolean hemolyzed,
        boolean unitDoubtful,
        String written,
        String basis,
        Entry entry,
        String formula,
        List<Measurement> inputs) {

    /** Where it stands in the document. */
    String path() {
        return entry.path();
    }

    boolean dated() {
        return !Double.isNaN(days);
    }

    boolean hasNumber() {
        return !Double.isNaN(value);
    }

    boolean current() {
        return dated() && days * 24 <= test.windowHours();
    }

    double upperLimit() {
        return Double.isNaN(high) ? test.referenceHigh() : high;
    }

    double lowerLimit() {
        return Double.isNaN(low) ? test.referenceLow() : low;
    }

    boolean hasOwnRange() {
        return !Double.isNaN(low) || !Double.isNaN(high);
    }

    boolean isLow() {
        return word.equals("low") || value < lowerLimit();
    }

    boolean isHigh() {
        return word.equals("high") || value > upperLimit();
    }

    boolean isNormal() {
        boolean anyLimit = !Double.isNaN(lowerLimit()) || !Double.isNaN(upperLimit());
        return word.equals("normal") || (anyLimit && !Double.isNaN(value) && !isLow() && !isHigh());
    }
}
