package org.spasmcds.intake;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A field of an entry: its name, what may stand in it and what it says. */
public record Field(String name, Type type, String meaning) {

    /** What may stand in a field, and how it is read. */
    public sealed interface Type {
        /** The value in its stored form, or empty when it is not allowed. */
        Optional<Object> read(Object given);

        /** What is allowed, as the end of a sentence. */
        String allowed();
    }

    /** One of a few words. */
    public record Choice(List<String> words) implements Type {
        @Override
        public Optional<Object> read(Object given) {
            return given instanceof String word && words.contains(word) ? Optional.of(word) : Optional.empty();
        }

        @Override
        public String allowed() {
            return "allowed: " + String.join(", ", words);
        }
    }

    /** True or false; left out when not known. */
    public record YesNo() implements Type {
        @Override
        public Optional<Object> read(Object given) {
            return given instanceof Boolean ? Optional.of(given) : Optional.empty();
        }

        @Override
        public String allowed() {
            return "allowed: true, false";
        }
    }

    /** A number within limits. */
    public record Number(double low, double high) implements Type {
        @Override
        public Optional<Object> read(Object given) {
            return given instanceof java.lang.Number number
                            && number.doubleValue() >= low
                            && number.doubleValue() <= high
                    ? Optional.of(number.doubleValue())
                    : Optional.empty();
        }

        @Override
        public String allowed() {
            return "allowed: a number from " + plain(low) + " to " + plain(high);
        }

        private static String plain(double value) {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }

    /** A point in time, stored as {@link When}. */
    public record Time() implements Type {
        @Override
        public Optional<Object> read(Object given) {
            if (given instanceof When) {
                return Optional.of(given);
            }
            return given instanceof String text ? When.parse(text).map(Object.class::cast) : Optional.empty();
        }

        @Override
        public String allowed() {
            return "allowed: " + When.ALLOWED;
        }
    }

    /** A length of time such as {@code 10 minutes}, stored in minutes. */
    public record Span() implements Type {
        @Override
        public Optional<Object> read(Object given) {
            OptionalDouble minutes = given instanceof String text ? When.minutes(text) : OptionalDouble.empty();
            return minutes.isPresent() ? Optional.of(minutes.getAsDouble()) : Optional.empty();
        }

        @Override
        public String allowed() {
            return "allowed: a length of time such as \"30 seconds\", \"10 minutes\" or \"2 hours\"";
        }
    }

    /** A body site of the vocabulary. */
    public record Site() implements Type {
        @Override
        public Optional<Object> read(Object given) {
            return given instanceof String ? Optional.of(given) : Optional.empty();
        }

        @Override
        public String allowed() {
            return "allowed: a body site of the vocabulary";
        }
    }

    /** Several body sites of the vocabulary. */
    public record Sites() implements Type {
        @Override
        public Optional<Object> read(Object given) {
            return given instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                    ? Optional.of(List.copyOf(list))
                    : Optional.empty();
        }

        @Override
        public String allowed() {
            return "allowed: a list of body sites of the vocabulary";
        }
    }

    /** Free text of at most 200 characters that no rule reads. */
    public record Text() implements Type {
        @Override
        public Optional<Object> read(Object given) {
            return given instanceof String text && text.length() <= 200 ? Optional.of(text) : Optional.empty();
        }

        @Override
        public String allowed() {
            return "allowed: a text of at most 200 characters";
        }
    }

    /** A measured value: a number, or a word where the laboratory gave no number. */
    public record Measured() implements Type {
        static final List<String> WORDS = List.of("low", "normal", "high");

        @Override
        public Optional<Object> read(Object given) {
            if (given instanceof java.lang.Number number && Double.isFinite(number.doubleValue())) {
                return Optional.of(number.doubleValue());
            }
            return given instanceof String word && WORDS.contains(word) ? Optional.of(word) : Optional.empty();
        }

        @Override
        public String allowed() {
            return "allowed: a number, or one of low, normal, high";
        }
    }
}
