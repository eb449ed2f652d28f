package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;
import org.spasmcds.vocabulary.TestDefinition;

/** Reads what was measured: a quantity, or a word where the laboratory gave no number. */
final class ResultReader {
    /** HL7 v3 ObservationInterpretation, and the findings of SNOMED CT that say the same. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("L", "low"),
            Map.entry("LL", "low"),
            Map.entry("LU", "low"),
            Map.entry("H", "high"),
            Map.entry("HH", "high"),
            Map.entry("HU", "high"),
            Map.entry("N", "normal"),
            Map.entry("62482003", "low"),
            Map.entry("75540009", "high"),
            Map.entry("17621005", "normal"));

    private static final List<String> WRITTEN = List.of("low", "normal", "high");
    /** HL7 v2 table 0493, specimen condition. */
    private static final String HEMOLYZED = "HEM";

    private final Scope scope;
    private final Quantities quantities;

    ResultReader(Scope scope) {
        this.scope = scope;
        quantities = new Quantities(scope.codes().vocabulary());
    }

    void read(Element element, String name, Codes.Match match) {
        TestDefinition test = scope.codes().vocabulary().test(name).orElse(null);
        if (test == null) {
            scope.unused(element.from(), match.code(), UnusedReason.UNKNOWN_CODE);
            return;
        }
        if (element.at().filter(scope.times()::isInFuture).isPresent()) {
            scope.unused(element.from(), match.code(), UnusedReason.IN_THE_FUTURE, when(element.at()));
            return;
        }
        Optional<Map<String, Object>> value = value(element, test, match);
        value.ifPresent(values -> {
            element.at().ifPresent(at -> values.put("at", at));
            if (isHemolyzed(element.from())) {
                values.put("hemolyzed", true);
            }
            String note = (String) values.remove("note");
            scope.collected()
                    .add(new Found(
                            Section.RESULTS,
                            name,
                            values,
                            element.from(),
                            match.code(),
                            note == null ? "" : note,
                            element.at()));
        });
    }

    private static String when(Optional<When> at) {
        return at.map(When::written).orElse("");
    }

    private Optional<Map<String, Object>> value(Element element, TestDefinition test, Codes.Match match) {
        JsonNode quantity = element.get("valueQuantity");
        JsonNode number = Resource.first(element.json(), "valueInteger", "valueDecimal");
        if (quantity.path("value").isNumber()) {
            return quantity(element, test, match, quantity);
        }
        if (number.isNumber() && Quantities.isCount(test)) {
            return Optional.of(new LinkedHashMap<>(Map.of("value", number.asDouble(), "unit", test.unit())));
        }
        if (test.unit().equals(DipstickReading.UNIT)) {
            Optional<Double> plus = DipstickReading.of(element);
            if (plus.isPresent()) {
                return Optional.of(new LinkedHashMap<>(Map.of("value", plus.get(), "unit", test.unit())));
            }
        }
        Optional<String> word = word(element);
        if (word.isEmpty()) {
            String told = element.absentReason().isEmpty() ? element.valueElement() : element.absentReason();
            scope.unused(
                    element.from(),
                    match.code(),
                    element.hasValue() && !quantity.isObject() ? UnusedReason.UNKNOWN_VALUE : UnusedReason.NO_VALUE,
                    told);
        }
        return word.map(each -> new LinkedHashMap<>(Map.of("value", each)));
    }

    private Optional<Map<String, Object>> quantity(
            Element element, TestDefinition test, Codes.Match match, JsonNode quantity) {
        double value = quantity.path("value").asDouble();
        String comparator = quantity.path("comparator").asText("");
        Optional<String> unit = unit(test, match, quantity);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("value", value);
        String written = unit.orElseGet(() -> Quantities.written(quantity));
        if (!written.isEmpty()) {
            values.put("unit", written);
        }
        unit.ifPresent(known -> Ranges.own(element.get("referenceRange"), quantity, age(element))
                .forEach(values::put));
        if (comparator.isEmpty()) {
            return Optional.of(values);
        }
        return unit.flatMap(known -> bound(values, comparator, test, known)).or(() -> {
            scope.unused(element.from(), match.code(), UnusedReason.INEXACT, comparator + " " + plain(value));
            return Optional.empty();
        });
    }

    private Optional<String> unit(TestDefinition test, Codes.Match match, JsonNode quantity) {
        // The mass of urea and that of its nitrogen are both written mg/dL; the code tells which was measured.
        boolean ureaItself = match.code().endsWith("|3091-6");
        return quantities.unit(test, quantity).map(unit -> ureaItself && unit.equals("mg/dL") ? "mg/dL{urea}" : unit);
    }

    /**
     * What {@code > 20000} or {@code < 0.01} says: beyond a limit the value itself at least, within it that it is normal, else nothing.
     */
    private static Optional<Map<String, Object>> bound(
            Map<String, Object> values, String comparator, TestDefinition test, String unit) {
        double value = test.convert((double) values.get("value"), unit);
        double low = limit(values, "low", test.referenceLow(), test, unit);
        double high = limit(values, "high", test.referenceHigh(), test, unit);
        boolean above = comparator.startsWith(">");
        if (above ? value >= high : value <= low && low > 0) {
            values.put("note", "given as " + comparator + " " + plain((double) values.get("value")));
            return Optional.of(values);
        }
        if (!above && value <= high && !(low > 0)) {
            values.put("value", "normal");
            values.put("note", "given as " + comparator + " a value within the limits");
            return Optional.of(values);
        }
        return Optional.empty();
    }

    private static double limit(
            Map<String, Object> values, String field, double otherwise, TestDefinition test, String unit) {
        return values.get(field) instanceof Double own ? test.convert(own, unit) : otherwise;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }

    private Optional<String> word(Element element) {
        for (String field : List.of("valueCodeableConcept", "valueCoding")) {
            Optional<String> word = word(element.get(field));
            if (word.isPresent()) {
                return word;
            }
        }
        String text = element.get("valueString").asText("").strip().toLowerCase(Locale.ROOT);
        if (WRITTEN.contains(text)) {
            return Optional.of(text);
        }
        if (element.hasValue() && !element.get("valueQuantity").isObject()) {
            return Optional.empty();
        }
        for (JsonNode interpretation : element.get("interpretation")) {
            Optional<String> word = word(interpretation);
            if (word.isPresent()) {
                return word;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> word(JsonNode concept) {
        if (WORDS.containsKey(concept.path("code").asText(""))) {
            return Optional.of(WORDS.get(concept.path("code").asText()));
        }
        for (JsonNode coding : concept.path("coding")) {
            String word = WORDS.get(coding.path("code").asText());
            if (word != null) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private boolean isHemolyzed(Resource observation) {
        return scope.resources()
                .resolve(observation, observation.get("specimen"))
                .map(specimen -> specimen.get("condition"))
                .filter(conditions -> {
                    for (JsonNode condition : conditions) {
                        if (Resource.hasCode(condition, HEMOLYZED)) {
                            return true;
                        }
                    }
                    return false;
                })
                .isPresent();
    }

    /** Age in years when it was measured; NaN when not known. */
    private double age(Element element) {
        return scope.birthDate()
                .map(birth -> (element.at()
                                        .map(scope.times()::daysAgo)
                                        .map(ago -> scope.times().daysAgo(new When.Day(birth)) - ago))
                                .orElse(Double.NaN)
                        / 365.2425)
                .orElse(Double.NaN);
    }
}
