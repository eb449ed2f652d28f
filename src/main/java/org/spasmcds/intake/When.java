package org.spasmcds.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A point in time, either fixed or counted back from the evaluation. */
public sealed interface When {
    /** What may be written for a point in time. */
    String ALLOWED =
            "a date (2026-11-20), a time with offset (2026-11-20T08:30:00Z), \"now\", or a span such as \"3 days ago\"";

    /** A year outside these is a slip of the pen. */
    int EARLIEST_YEAR = 1900;

    int LATEST_YEAR = 2100;

    List<String> UNITS = List.of("year", "month", "week", "day", "hour", "minute", "second");

    Pattern AGO = Pattern.compile("(\\d+(?:\\.\\d+)?) (second|minute|hour|day|week|month|year)s? ago");
    /** Seconds in a unit; a month is a twelfth of a Gregorian year of 365.2425 days. */
    Map<String, Long> SECONDS = Map.of(
            "second",
            1L,
            "minute",
            60L,
            "hour",
            3_600L,
            "day",
            86_400L,
            "week",
            604_800L,
            "month",
            2_629_746L,
            "year",
            31_556_952L);

    /** Days from this point to the evaluation; negative when it lies in the future. */
    double daysBefore(Instant evaluation);

    /** The point as it would be written down, a span in the largest unit that keeps it exact. */
    String written();

    /** A span before the evaluation. */
    record Ago(double days) implements When {
        @Override
        public double daysBefore(Instant evaluation) {
            return days;
        }

        @Override
        public String written() {
            if (days == 0) {
                return "now";
            }
            for (String unit : UNITS) {
                double count = days * 86_400 / SECONDS.get(unit);
                if (Math.abs(count - Math.rint(count)) < 1e-9 && Math.rint(count) > 0) {
                    long whole = Math.round(count);
                    return whole + " " + unit + (whole == 1 ? "" : "s") + " ago";
                }
            }
            return Numbers.plain(days) + " days ago";
        }
    }

    /** A moment. */
    record Moment(Instant instant) implements When {
        @Override
        public double daysBefore(Instant evaluation) {
            return Duration.between(instant, evaluation).getSeconds() / 86_400.0;
        }

        @Override
        public String written() {
            return instant.toString();
        }
    }

    /** A calendar day, read in UTC; whole days are counted, so that today is 0 and not some hours in either direction. */
    record Day(LocalDate date) implements When {
        @Override
        public double daysBefore(Instant evaluation) {
            return evaluation.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay() - date.toEpochDay();
        }

        @Override
        public String written() {
            return date.toString();
        }
    }

    /** Minutes in a span such as {@code 10 minutes}; empty when it is none. */
    static OptionalDouble minutes(String span) {
        Matcher ago = AGO.matcher(span + " ago");
        return ago.matches() ? OptionalDouble.of(seconds(ago) / 60) : OptionalDouble.empty();
    }

    private static double seconds(Matcher ago) {
        return Double.parseDouble(ago.group(1)) * SECONDS.get(ago.group(2));
    }

    static Optional<When> parse(String text) {
        Matcher ago = AGO.matcher(text);
        if (text.equals("now")) {
            return Optional.of(new Ago(0));
        }
        if (ago.matches()) {
            return Optional.of(new Ago(seconds(ago) / 86_400));
        }
        try {
            OffsetDateTime time = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
            if (time.getYear() < EARLIEST_YEAR || time.getYear() > LATEST_YEAR) {
                return Optional.empty();
            }
            return Optional.of(text.length() == 10 ? new Day(time.toLocalDate()) : new Moment(time.toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
