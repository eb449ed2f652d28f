package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** The dose a day in milligrams, where a dosage says it without room for doubt: one instruction, regularly, not as needed. */
final class Dose {
    private static final Set<String> PIECES = Set.of(
            "",
            "1",
            "{tbl}",
            "{tablet}",
            "{tablets}",
            "{capsule}",
            "{cap}",
            "{tab}",
            "tablet",
            "tablets",
            "tab",
            "tbl",
            "capsule",
            "capsules",
            "cap");
    /** Hours in a unit of {@code Timing.repeat.periodUnit}. */
    private static final Map<String, Double> HOURS = Map.of("h", 1.0, "d", 24.0, "wk", 168.0);
    /** Times a day of {@code Timing.code}. */
    private static final Map<String, Double> TIMES = Map.of(
            "QD", 1.0, "AM", 1.0, "PM", 1.0, "BED", 1.0, "BID", 2.0, "TID", 3.0, "QID", 4.0, "QOD", 0.5, "Q8H", 3.0,
            "Q6H", 4.0);

    private Dose() {}

    /**
     * @param dosages the list of Dosage
     * @param mgPerPiece of a tablet or capsule
     */
    static OptionalDouble perDay(JsonNode dosages, OptionalDouble mgPerPiece) {
        JsonNode dosage = dosages.path(0);
        JsonNode rates = dosage.path("doseAndRate");
        if (dosages.size() != 1
                || rates.size() != 1
                || dosage.path("asNeededBoolean").asBoolean(false)
                || dosage.has("asNeededCodeableConcept")) {
            return OptionalDouble.empty();
        }
        JsonNode quantity = rates.path(0).path("doseQuantity");
        double times = timesPerDay(dosage.path("timing"));
        OptionalDouble each = milligrams(quantity);
        if (each.isEmpty()
                && mgPerPiece.isPresent()
                && quantity.path("value").isNumber()
                && isPiece(Quantities.written(quantity))) {
            each = OptionalDouble.of(quantity.path("value").asDouble() * mgPerPiece.getAsDouble());
        }
        return each.isPresent() && times > 0 ? OptionalDouble.of(each.getAsDouble() * times) : OptionalDouble.empty();
    }

    /** Whether a unit counts tablets or capsules. */
    static boolean isPiece(String unit) {
        return PIECES.contains(unit.toLowerCase(Locale.ROOT));
    }

    static OptionalDouble milligrams(JsonNode quantity) {
        if (!quantity.path("value").isNumber() || quantity.has("comparator")) {
            return OptionalDouble.empty();
        }
        double value = quantity.path("value").asDouble();
        return switch (Quantities.written(quantity)) {
            case "mg" -> OptionalDouble.of(value);
            case "g" -> OptionalDouble.of(value * 1000);
            case "ug", "mcg" -> OptionalDouble.of(value / 1000);
            default -> OptionalDouble.empty();
        };
    }

    private static double timesPerDay(JsonNode timing) {
        JsonNode repeat = timing.path("repeat");
        Double hours = HOURS.get(repeat.path("periodUnit").asText(""));
        double period = repeat.path("period").asDouble(0);
        if (hours != null && period > 0) {
            return repeat.path("frequency").asDouble(1) * 24 / (hours * period);
        }
        for (JsonNode coding : timing.path("code").path("coding")) {
            Double times = TIMES.get(coding.path("code").asText(""));
            if (times != null) {
                return times;
            }
        }
        return 0;
    }
}
