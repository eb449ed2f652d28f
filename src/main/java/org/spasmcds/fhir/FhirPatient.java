package org.spasmcds.fhir;

import java.util.List;
import org.spasmcds.Patient;

/**
 * A patient that was read from FHIR.
 *
 * @param reference of the Patient resource, such as {@code Patient/123}; empty when nothing names the patient
 * @param patient the facts, ready to be assessed; each names its resource as its document
 * @param used the resources that became facts
 * @param unused the resources, or parts of them, that did not, and results that the assessment will refuse; together with {@code used}
 *     every resource about the patient is named
 */
public record FhirPatient(String reference, Patient patient, List<UsedResource> used, List<UnusedResource> unused) {
    public FhirPatient {
        used = List.copyOf(used);
        unused = List.copyOf(unused);
    }
}
