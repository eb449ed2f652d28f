package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;
import org.spasmcds.vocabulary.Vocabulary;

/** Writes one fact of a patient as a resource. */
final class EntryWriter {
    private static final String CONDITION_STATUS = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    private static final String INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
    private static final String SPECIMEN_CONDITION = "http://terminology.hl7.org/CodeSystem/v2-0493";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/v3-RoleCode";

    private final FhirPatientWriter.Concepts concepts;
    private final Vocabulary vocabulary;
    private final Instant evaluation;
    private final String id;

    EntryWriter(FhirPatientWriter.Concepts concepts, Vocabulary vocabulary, Instant evaluation, String id) {
        this.concepts = concepts;
        this.vocabulary = vocabulary;
        this.evaluation = evaluation;
        this.id = id;
    }

    ObjectNode resource(Entry entry) {
        return switch (entry.section()) {
            case SPASMS, SYMPTOMS, EXPOSURES -> finding(entry);
            case RESULTS -> result(entry);
            case MEDICINES -> medicine(entry);
            case CONDITIONS -> condition(entry);
            case FAMILY_HISTORY -> relative(entry);
        };
    }

    private ObjectNode begin(String type) {
        return JsonNodeFactory.instance.objectNode().put("resourceType", type).put("id", id);
    }

    private ObjectNode finding(Entry entry) {
        ObjectNode observation = begin("Observation");
        details(observation, entry, Set.of("status"));
        observation.put("status", "final");
        String kind = entry.text("kind").isEmpty() ? "muscle-cramp" : entry.text("kind");
        observation.set("code", concepts.of(entry.section() == Section.SPASMS ? kind : entry.name()));
        FhirPatientWriter.subject(observation);
        if (entry.section() == Section.SPASMS && entry.text("kind").isEmpty()) {
            extension(observation, "kind").put("valueCode", kind);
        }
        switch (entry.statusOr("present")) {
            case "present" -> observation.put("valueBoolean", true);
            case "absent" -> observation.put("valueBoolean", false);
            default ->
                observation.set(
                        "valueCodeableConcept",
                        FhirPatientWriter.Concepts.concept(Systems.VOCABULARY, "unknown", "unknown"));
        }
        return observation;
    }

    private ObjectNode condition(Entry entry) {
        ObjectNode condition = begin("Condition");
        details(condition, entry, Set.of("status", "onset"));
        switch (entry.statusOr("present")) {
            case "present" -> {
                condition.set(
                        "clinicalStatus", FhirPatientWriter.Concepts.concept(CONDITION_STATUS, "active", "Active"));
                condition.set(
                        "verificationStatus",
                        FhirPatientWriter.Concepts.concept(VERIFICATION, "confirmed", "Confirmed"));
            }
            case "absent" ->
                condition.set(
                        "verificationStatus", FhirPatientWriter.Concepts.concept(VERIFICATION, "refuted", "Refuted"));
            default ->
                condition.set(
                        "verificationStatus",
                        FhirPatientWriter.Concepts.concept(VERIFICATION, "unconfirmed", "Unconfirmed"));
        }
        condition.set("code", concepts.of(entry.name()));
        FhirPatientWriter.subject(condition);
        entry.when("onset").ifPresent(when -> condition.put("onsetDateTime", written(when)));
        return condition;
    }

    private ObjectNode relative(Entry entry) {
        ObjectNode history = begin("FamilyMemberHistory").put("status", "completed");
        history.putObject("patient").put("reference", "Patient/patient");
        history.set("relationship", FhirPatientWriter.Concepts.concept(ROLE, "FAMMEMB", "family member"));
        ObjectNode condition = history.putArray("condition").addObject();
        details(condition, entry, Set.of());
        condition.set("code", concepts.of(entry.name()));
        return history;
    }

    private ObjectNode medicine(Entry entry) {
        boolean ended = entry.values().containsKey("stopped");
        String status = entry.statusOr(ended ? "stopped" : "active");
        ObjectNode statement = begin("MedicationStatement");
        Set<String> placed = new HashSet<>(Set.of("status", "mgPerDay"));
        ObjectNode period = JsonNodeFactory.instance.objectNode();
        if (status.equals("stopped") || status.equals("active")) {
            placed.add("start");
            entry.when("start").ifPresent(when -> period.put("start", written(when)));
        }
        if (status.equals("stopped")) {
            placed.add("stopped");
            entry.when("stopped").ifPresent(when -> period.put("end", written(when)));
        }
        details(statement, entry, placed);
        statement.put("status", status.equals("absent") ? "not-taken" : status);
        statement.set("medicationCodeableConcept", concepts.of(entry.name()));
        FhirPatientWriter.subject(statement);
        if (!period.isEmpty()) {
            statement.set("effectivePeriod", period);
        }
        if (!Double.isNaN(entry.number("mgPerDay"))) {
            dose(statement, entry.number("mgPerDay"));
        }
        return statement;
    }

    private static void dose(ObjectNode statement, double mgPerDay) {
        ObjectNode dosage = statement.putArray("dosage").addObject();
        dosage.putObject("timing")
                .putObject("repeat")
                .put("frequency", 1)
                .put("period", 1)
                .put("periodUnit", "d");
        quantity(dosage.putArray("doseAndRate").addObject().putObject("doseQuantity"), mgPerDay, "mg", "mg");
    }

    private ObjectNode result(Entry entry) {
        ObjectNode observation = begin("Observation");
        if (entry.flag("hemolyzed")) {
            ObjectNode specimen = observation.putArray("contained").addObject();
            specimen.put("resourceType", "Specimen").put("id", "specimen");
            specimen.putArray("condition")
                    .add(FhirPatientWriter.Concepts.concept(SPECIMEN_CONDITION, "HEM", "Hemolyzed"));
        }
        observation.put("status", "final");
        observation.set("code", concepts.of(entry.name(), vocabulary.unit(entry.text("unit"))));
        FhirPatientWriter.subject(observation);
        entry.when("at").ifPresent(when -> observation.put("effectiveDateTime", written(when)));
        String unit = entry.text("unit");
        if (!Double.isNaN(entry.number("value"))) {
            quantity(observation.putObject("valueQuantity"), entry.number("value"), unit, vocabulary.unit(unit));
        } else if (!entry.text("value").isEmpty()) {
            String word = entry.text("value");
            observation.set(
                    "valueCodeableConcept",
                    FhirPatientWriter.Concepts.concept(
                            INTERPRETATION, word.substring(0, 1).toUpperCase(Locale.ROOT), word));
        }
        if (entry.flag("hemolyzed")) {
            observation.putObject("specimen").put("reference", "#specimen");
        }
        range(observation, entry, unit);
        return observation;
    }

    private void range(ObjectNode observation, Entry entry, String unit) {
        ObjectNode range = JsonNodeFactory.instance.objectNode();
        for (String side : List.of("low", "high")) {
            if (!Double.isNaN(entry.number(side))) {
                quantity(range.putObject(side), entry.number(side), unit, vocabulary.unit(unit));
            }
        }
        if (!range.isEmpty()) {
            observation.putArray("referenceRange").add(range);
        }
    }

    private static void quantity(ObjectNode quantity, double value, String unit, String code) {
        quantity.put("value", BigDecimal.valueOf(value));
        if (!unit.isEmpty()) {
            quantity.put("unit", unit).put("system", Systems.UCUM).put("code", code);
        }
    }

    /** The fields for which the resource has no element. */
    private void details(ObjectNode resource, Entry entry, Set<String> placed) {
        for (Field field : entry.section().fields()) {
            Object value = entry.values().get(field.name());
            if (value == null || placed.contains(field.name()) || Section.NOT_READ.contains(field.name())) {
                continue;
            }
            if (value instanceof List<?> sites) {
                sites.forEach(site ->
                        extension(resource, field.name()).set("valueCodeableConcept", concepts.of((String) site)));
            } else {
                put(extension(resource, field.name()), field.type(), value);
            }
        }
    }

    private static ObjectNode extension(ObjectNode resource, String field) {
        ArrayNode extensions =
                resource.has("extension") ? (ArrayNode) resource.get("extension") : resource.putArray("extension");
        return extensions.addObject().put("url", Systems.FIELD + ":" + field);
    }

    private void put(ObjectNode extension, Field.Type type, Object value) {
        if (value instanceof When when) {
            extension.put("valueDateTime", written(when));
        } else if (value instanceof Boolean flag) {
            extension.put("valueBoolean", flag);
        } else if (type instanceof Field.Span) {
            quantity(extension.putObject("valueDuration"), (Double) value, "min", "min");
        } else if (value instanceof Double number) {
            extension.put("valueDecimal", BigDecimal.valueOf(number));
        } else if (type instanceof Field.Site) {
            extension.set("valueCodeableConcept", concepts.of((String) value));
        } else {
            extension.put("valueCode", (String) value);
        }
    }

    private String written(When when) {
        return when instanceof When.Ago ago
                ? evaluation.minusMillis(Math.round(ago.days() * 86_400_000)).toString()
                : when.written();
    }
}
