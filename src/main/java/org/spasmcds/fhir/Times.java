package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.spasmcds.intake.When;

/**
 * Points in time of FHIR. Of a date that names only a year or a month the last day is taken, so that what may be new is not passed over,
 * or the first day, where a new date would make a value count that may be old.
 */
final class Times {
    /** A clock may be a little ahead, and a date may be a day ahead in another part of the world. */
    private static final double AHEAD_DAYS = 1;

    private final Instant evaluation;

    Times(Instant evaluation) {
        this.evaluation = evaluation;
    }

    Instant evaluation() {
        return evaluation;
    }

    boolean isInFuture(When when) {
        return daysAgo(when) < -AHEAD_DAYS;
    }

    double daysAgo(When when) {
        return when.daysBefore(evaluation);
    }

    /** A date, a dateTime or an instant; of an incomplete one the last day, but not after the evaluation when it began before it. */
    Optional<When> latest(JsonNode node) {
        return read(node, true);
    }

    /** The same, of an incomplete one the first day. */
    Optional<When> earliest(JsonNode node) {
        return read(node, false);
    }

    private Optional<When> read(JsonNode node, boolean last) {
        String text = node.asText("").strip();
        try {
            return switch (text.length()) {
                case 4 -> {
                    int year = Integer.parseInt(text);
                    yield within(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), last);
                }
                case 7 -> {
                    YearMonth month = YearMonth.parse(text);
                    yield within(month.atDay(1), month.atEndOfMonth(), last);
                }
                case 10 -> within(LocalDate.parse(text), LocalDate.parse(text), last);
                default -> moment(text);
            };
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<When> within(LocalDate first, LocalDate end, boolean last) {
        LocalDate today = evaluation.atOffset(ZoneOffset.UTC).toLocalDate();
        boolean isOpen = !first.isEqual(end) && !first.isAfter(today) && end.isAfter(today);
        return known(new When.Day(!last ? first : isOpen ? today : end), first.getYear());
    }

    private static Optional<When> moment(String text) {
        if (text.length() < 16) {
            return Optional.empty();
        }
        OffsetDateTime time = OffsetDateTime.parse(text);
        return known(new When.Moment(time.toInstant()), time.getYear());
    }

    private static Optional<When> known(When when, int year) {
        return year < When.EARLIEST_YEAR || year > When.LATEST_YEAR ? Optional.empty() : Optional.of(when);
    }

    /** When something was measured or seen: {@code effective[x]}, else when it was released. */
    Optional<When> effective(Resource resource) {
        JsonNode timing = resource.get("effectiveTiming").path("event");
        JsonNode period = resource.get("effectivePeriod");
        return earliest(resource.first("effectiveDateTime", "effectiveInstant"))
                .or(() -> earliest(Resource.first(period, "end", "start")))
                .or(() -> earliest(timing.path(timing.size() - 1)))
                .or(() -> earliest(resource.get("issued")));
    }

    /** When something began: {@code onset[x]}; an age counts from the birth date. */
    Optional<When> onset(JsonNode json, Optional<LocalDate> birthDate) {
        return latest(json.path("onsetDateTime"))
                .or(() -> latest(json.path("onsetPeriod").path("start")))
                .or(() -> age(json.path("onsetAge"), birthDate));
    }

    /** When something was over: {@code abatement[x]}. */
    Optional<When> abatement(JsonNode json, Optional<LocalDate> birthDate) {
        JsonNode period = json.path("abatementPeriod");
        return latest(json.path("abatementDateTime"))
                .or(() -> latest(Resource.first(period, "end", "start")))
                .or(() -> age(json.path("abatementAge"), birthDate));
    }

    private Optional<When> age(JsonNode age, Optional<LocalDate> birthDate) {
        double value = age.path("value").asDouble(Double.NaN);
        String code = age.path("code").asText("");
        if (birthDate.isEmpty() || !(value >= 0 && value <= 130)) {
            return Optional.empty();
        }
        LocalDate birth = birthDate.get();
        long count = (long) value;
        return switch (code) {
            case "a" ->
                within(birth.plusYears(count), birth.plusYears(count + 1).minusDays(1), true);
            case "mo" ->
                within(birth.plusMonths(count), birth.plusMonths(count + 1).minusDays(1), true);
            case "wk" ->
                within(birth.plusWeeks(count), birth.plusWeeks(count + 1).minusDays(1), true);
            case "d" -> within(birth.plusDays(count), birth.plusDays(count), true);
            default -> Optional.empty();
        };
    }
}
