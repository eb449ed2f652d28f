package org.spasmcds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A fact that a rule met, traced to what was given.
 *
 * @param name its name in the vocabulary; {@code age} or {@code sex} for the person, {@code spasm} for a cramp, spasm or twitch
 * @param label the fact in words, with its value
 * @param value the value in the unit that rules use; empty for a fact without one
 * @param given the value as it was given, where that differs from {@code value}
 * @param limits the reference limits that hold for a result; empty for any other fact
 * @param times the times as given, by their field in the document: {@code at=2 hours ago}; empty when none was given
 * @param path where it stands in the caller's document, for example {@code results[2]}; empty for what was made from other facts
 * @param document the source document that the caller named for it; empty when none was named
 * @param formula how it was made from {@code inputs}, in words; empty for a fact as it was given
 * @param inputs the facts that it was made from, or the members that make a group count
 */
public record Fact(
        String name,
        String label,
        Optional<Quantity> value,
        Optional<Quantity> given,
        Optional<Limits> limits,
        Map<String, String> times,
        String path,
        String document,
        String formula,
        List<Fact> inputs) {

    public Fact {
        times = Collections.unmodifiableMap(new LinkedHashMap<>(times));
        inputs = List.copyOf(inputs);
    }

    /** Whether it was made from other facts. */
    public boolean isDerived() {
        return !inputs.isEmpty();
    }

    /**
     * A value with its unit.
     *
     * @param value a number, or the word {@code low}, {@code normal} or {@code high}
     * @param unit as a reader writes it; empty for a score, a ratio or a word
     */
    public record Quantity(String value, String unit) {
        /** Empty for a word. */
        public OptionalDouble number() {
            try {
                return OptionalDouble.of(Double.parseDouble(value));
            } catch (NumberFormatException word) {
                return OptionalDouble.empty();
            }
        }

        /** As it is read aloud: {@code 2.3 mmol/L}. */
        public String text() {
            return unit.isEmpty() ? value : value + " " + unit;
        }
    }

    /**
     * The reference limits of a result, in the unit of its value.
     *
     * @param low empty when there is none
     * @param high empty when there is none
     * @param own the laboratory gave at least one of them; otherwise they are those of the vocabulary
     */
    public record Limits(OptionalDouble low, OptionalDouble high, boolean own) {}
}
