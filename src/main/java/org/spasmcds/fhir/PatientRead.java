package org.spasmcds.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.intake.When;

/** Reads the resources of one patient, each by the reader of its type, and makes facts of what stands. */
final class PatientRead {
    static final List<String> TYPES = List.of(
            "Patient",
            "Observation",
            "Condition",
            "MedicationRequest",
            "MedicationStatement",
            "MedicationAdministration",
            "Procedure",
            "FamilyMemberHistory",
            "Encounter",
            "QuestionnaireResponse",
            "List");
    /** Resources that others refer to. */
    private static final List<String> PARTS = List.of("Medication", "Specimen", "Questionnaire");

    private static final int LONGEST_DOCUMENT = 200;
    /** A complaint that has been over for longer than this does not count any more, as in the intake. */
    private static final double COMPLAINT_DAYS = 90;

    private final Ruleset ruleset;
    private final Codes codes;
    private final Product product;
    private final boolean drafts;
    private final Resources resources;
    private final Times times;
    private final Collected collected = new Collected();

    PatientRead(
            Ruleset ruleset, Codes codes, Product product, boolean drafts, Resources resources, Instant evaluation) {
        this.ruleset = ruleset;
        this.codes = codes;
        this.product = product;
        this.drafts = drafts;
        this.resources = resources;
        times = new Times(evaluation);
    }

    FhirPatient read(String reference, Optional<Resource> person, List<Resource> own, List<Resource> others) {
        Optional<LocalDate> birthDate = person.flatMap(each -> PersonReader.birthDate(each, times));
        Scope scope = new Scope(codes, resources, times, birthDate, collected);
        Patient.Builder builder = ruleset.patient();
        birthDate.ifPresent(builder::birthDate);
        person.ifPresent(each -> person(each, scope, builder));
        readEach(own, scope, builder, birthDate.isPresent());
        others.forEach(each -> scope.unused(each, code(each), UnusedReason.OTHER_PATIENT));
        resources.outdated().stream()
                .filter(each -> own.stream().anyMatch(other -> other.reference().equals(each.reference())))
                .forEach(each -> scope.unused(each, code(each), UnusedReason.REPEATED, "a newer version is there"));
        build(builder, new ResultHistory(scope).of(new Agreement(scope).of(collected.facts())));
        return new FhirPatient(reference, builder.build(), collected.used(), collected.unused());
    }

    private static String code(Resource resource) {
        return Resource.written(resource.get("code"));
    }

    private void person(Resource person, Scope scope, Patient.Builder builder) {
        String sex = PersonReader.sex(person, scope);
        if (!sex.isEmpty()) {
            builder.sex(sex);
        }
        PersonReader.deceased(person, scope);
        collected.used(person.reference(), "", "patient", "");
    }

    private void readEach(List<Resource> own, Scope scope, Patient.Builder builder, boolean hasBirthDate) {
        ObservationReader observations = new ObservationReader(scope);
        ConditionReader conditions = new ConditionReader(scope);
        MedicineReader medicines = new MedicineReader(scope, product, drafts);
        ProcedureReader procedures = new ProcedureReader(scope);
        FamilyReader families = new FamilyReader(scope);
        EncounterReader encounters = new EncounterReader(scope);
        QuestionnaireReader questionnaires = new QuestionnaireReader(scope, observations);
        ListReader lists = new ListReader(scope);
        boolean aged = hasBirthDate;
        for (Resource each : own) {
            OptionalDouble age = PersonReader.age(each);
            if (age.isPresent() && age.getAsDouble() >= 0 && age.getAsDouble() <= 130) {
                if (!aged) {
                    builder.age(age.getAsDouble());
                    collected.used(each.reference(), code(each), "age", "");
                    aged = true;
                } else {
                    scope.unused(each, code(each), UnusedReason.REPEATED, "the birth date is known");
                }
                continue;
            }
            switch (each.type()) {
                case "Observation" -> observations.read(each);
                case "Condition" -> conditions.read(each);
                case "MedicationRequest", "MedicationStatement", "MedicationAdministration" -> medicines.read(each);
                case "Procedure" -> procedures.read(each);
                case "FamilyMemberHistory" -> families.read(each);
                case "Encounter" -> encounters.read(each);
                case "QuestionnaireResponse" -> questionnaires.read(each);
                case "List" -> lists.read(each);
                default -> other(each, scope);
            }
        }
        new Courses(scope).add(medicines.courses());
    }

    private static void other(Resource resource, Scope scope) {
        if (!PARTS.contains(resource.type())) {
            scope.unused(resource, code(resource), UnusedReason.TYPE_NOT_READ, resource.type());
        }
    }

    private void build(Patient.Builder builder, List<Found> facts) {
        for (Found fact : facts) {
            if (fact.values().get("ended") instanceof When ended && times.daysAgo(ended) > COMPLAINT_DAYS) {
                collected.unused(fact, UnusedReason.OUT_OF_WINDOW, fact.name() + ", over for more than 90 days");
                continue;
            }
            Map<String, Object> values = new LinkedHashMap<>(fact.values());
            String document = fact.from().reference();
            values.put(
                    "document",
                    document.length() > LONGEST_DOCUMENT ? document.substring(0, LONGEST_DOCUMENT) : document);
            String name = fact.section().key().isEmpty() ? "" : fact.name();
            try {
                builder.fact(fact.section(), document, name, values);
                if (!collected.isListed(fact)) {
                    collected.used(document, fact.code(), fact.name(), fact.note());
                }
            } catch (InvalidPatientException e) {
                collected.unused(fact, UnusedReason.NOT_ALLOWED, e.getMessage());
            }
        }
        collected.complete().forEach(builder::complete);
        // That none is known is no knowledge where one is.
        collected.none().stream()
                .filter(section -> facts.stream().noneMatch(fact -> fact.section() == section))
                .forEach(builder::complete);
    }
}
