package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.json.PatientReader;

/** Reads patients in either form: a patient document of this library, or FHIR. Immutable. */
public final class PatientDocuments {
    private final PatientReader own;
    private final FhirReader fhir;

    private PatientDocuments(PatientReader own, FhirReader fhir) {
        this.own = own;
        this.fhir = fhir;
    }

    public static PatientDocuments of(Ruleset ruleset) {
        return new PatientDocuments(new PatientReader(ruleset), FhirReader.of(ruleset));
    }

    /**
     * A patient of a document.
     *
     * @param id as the document gives it, or the FHIR reference; may be empty
     * @param fhir where it came from FHIR, what of it was used
     */
    public record Subject(String id, Patient patient, Optional<FhirPatient> fhir) {}

    /**
     * The patients of a document: one, unless it is FHIR about several.
     *
     * @throws InvalidPatientException when it cannot be read
     */
    public List<Subject> read(JsonNode document, Instant evaluation) {
        if (!FhirReader.isFhir(document)) {
            return List.of(new Subject(document.path("id").asText(""), own.read(document), Optional.empty()));
        }
        List<JsonNode> documents = document.isArray() ? elements(document) : List.of(document);
        List<FhirPatient> patients = fhir.readAll(documents, evaluation);
        if (patients.isEmpty()) {
            throw new InvalidFhirException("Bundle", "is about nobody; allowed: resources of a patient");
        }
        return patients.stream()
                .map(each -> new Subject(each.reference(), each.patient(), Optional.of(each)))
                .toList();
    }

    /**
     * The one patient of a document.
     *
     * @throws InvalidPatientException when it cannot be read, or is about several
     */
    public Patient readOne(JsonNode document, Instant evaluation) {
        return FhirReader.isFhir(document) ? fhir.read(document, evaluation).patient() : own.read(document);
    }

    private static List<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new java.util.ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }
}
