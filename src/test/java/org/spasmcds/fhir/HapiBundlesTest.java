package org.spasmcds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.api.Test;

class HapiBundlesTest {
    private static final FhirContext CONTEXT = FhirContext.forR4();

    @Test
    void aBundleOfHapiIsReadAsItsJsonWouldBe() {
        Observation potassium = new Observation();
        potassium.setStatus(Observation.ObservationStatus.FINAL).setId("Observation/k");
        potassium.getCode().addCoding().setSystem("http://loinc.org").setCode("2823-3");
        potassium.getSubject().setReference("Patient/p");
        potassium.setValue(new Quantity(2.7).setUnit("mmol/L"));
        Patient person = new Patient();
        person.setId("Patient/p");
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(person);
        bundle.addEntry().setResource(potassium);
        FhirPatient read = Fhir.READER.read(HapiBundles.of(CONTEXT).tree(bundle), Fhir.NOW);
        assertEquals("Patient/p", read.reference());
        assertEquals(2.7, Fhir.fact(read, "potassium").number("value"));
        String json = CONTEXT.newJsonParser().encodeResourceToString(bundle);
        assertEquals(Fhir.READER.read(json, Fhir.NOW).used(), read.used());
    }

    @Test
    void whatThePatientWriterWritesIsR4() {
        org.spasmcds.Ruleset ruleset = org.spasmcds.TestRules.bundled();
        org.spasmcds.RandomPatients patients = new org.spasmcds.RandomPatients(ruleset, new java.util.Random(5));
        FhirPatientWriter writer = new FhirPatientWriter(ruleset.vocabulary());
        var strict = CONTEXT.newJsonParser().setParserErrorHandler(new ca.uhn.fhir.parser.StrictErrorHandler());
        for (int i = 0; i < 100; i++) {
            String json = writer.bundle(patients.next(), Fhir.NOW).toString();
            Bundle bundle = strict.parseResource(Bundle.class, json);
            assertEquals(
                    Fhir.READER.read(json, Fhir.NOW).patient().entries(),
                    Fhir.READER
                            .read(HapiBundles.of(CONTEXT).tree(bundle), Fhir.NOW)
                            .patient()
                            .entries());
        }
    }
}
