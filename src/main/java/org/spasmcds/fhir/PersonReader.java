package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.spasmcds.intake.When;

/** Reads who the patient is: birth date, sex, and whether the patient is alive. */
final class PersonReader {
    private static final String BIRTH_SEX = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex";
    private static final Map<String, String> SEXES =
            Map.of("male", "male", "female", "female", "M", "male", "F", "female");
    /** Age, for a person whose birth date is withheld. */
    private static final List<String> AGE = List.of("30525-0", "21612-7");
    /** Years in a unit of age. */
    private static final Map<String, Double> YEARS =
            Map.of("a", 1.0, "mo", 1 / 12.0, "wk", 7 / 365.2425, "d", 1 / 365.2425);

    private PersonReader() {}

    /** The birth date; empty when there is none, or not all of it. */
    static Optional<LocalDate> birthDate(Resource person, Times times) {
        return times.earliest(person.get("birthDate"))
                .filter(when -> person.text("birthDate").length() == 10)
                .map(when -> ((When.Day) when).date())
                .filter(date -> !times.isInFuture(new When.Day(date)));
    }

    /** The sex, where all that is said of it agrees. */
    static String sex(Resource person, Scope scope) {
        Set<String> said = new LinkedHashSet<>();
        Optional.ofNullable(SEXES.get(person.text("gender"))).ifPresent(said::add);
        for (JsonNode extension : person.get("extension")) {
            if (extension.path("url").asText("").equals(BIRTH_SEX)) {
                Optional.ofNullable(SEXES.get(extension.path("valueCode").asText("")))
                        .ifPresent(said::add);
            }
        }
        if (said.size() > 1) {
            scope.unused(person, "", UnusedReason.CONTRADICTED, "gender and birth sex");
        }
        return said.size() == 1 ? said.iterator().next() : "";
    }

    static void deceased(Resource person, Scope scope) {
        JsonNode deceased = person.first("deceasedDateTime", "deceasedBoolean");
        boolean dead = deceased.isBoolean() ? deceased.asBoolean() : deceased.isTextual();
        boolean later = scope.times()
                .earliest(deceased)
                .filter(scope.times()::isInFuture)
                .isPresent();
        if (dead && !later) {
            scope.unused(person, "", UnusedReason.DECEASED, deceased.isTextual() ? deceased.asText() : "");
        }
    }

    /** The age in years that an Observation gives; empty when it is no such Observation. */
    static OptionalDouble age(Resource observation) {
        JsonNode quantity = observation.get("valueQuantity");
        Double years = YEARS.get(Quantities.written(quantity));
        return observation.type().equals("Observation")
                        && ObservationReader.FINAL.contains(observation.text("status"))
                        && Resource.hasCode(observation.get("code"), AGE.toArray(String[]::new))
                        && quantity.path("value").isNumber()
                        && years != null
                ? OptionalDouble.of(quantity.path("value").asDouble() * years)
                : OptionalDouble.empty();
    }
}
