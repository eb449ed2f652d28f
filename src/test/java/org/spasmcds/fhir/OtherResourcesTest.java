package org.spasmcds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spasmcds.fhir.Fhir.concept;
import static org.spasmcds.fhir.Fhir.fact;
import static org.spasmcds.fhir.Fhir.facts;
import static org.spasmcds.fhir.Fhir.read;
import static org.spasmcds.fhir.Fhir.reasons;
import static org.spasmcds.fhir.Fhir.resource;
import static org.spasmcds.fhir.Fhir.snomed;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;

/** Procedures, relatives, encounters, questionnaires and lists. */
class OtherResourcesTest {
    private static final String THYROIDECTOMY = snomed("13619001");
    private static final String CRAMP = concept("http://snomed.info/sct", "55300003");

    @ParameterizedTest
    @CsvSource({
        "completed, ",
        "in-progress, ",
        "not-done, NOT_DONE",
        "preparation, NOT_DONE",
        "on-hold, NOT_DONE",
        "entered-in-error, ENTERED_IN_ERROR"
    })
    void onlyWhatWasDoneIsAnOperation(String status, UnusedReason reason) {
        FhirPatient patient = read(
                resource("Procedure", "'status':'" + status + "','performedDateTime':'2026-01-13'," + THYROIDECTOMY));
        assertEquals(reason == null ? List.of() : List.of(reason), reasons(patient));
        assertEquals(reason == null ? 1 : 0, facts(patient, "thyroidectomy").size());
    }

    @Test
    void anOperationIsDatedByItsEnd() {
        FhirPatient patient = read(resource(
                "Procedure",
                "'status':'completed','performedPeriod':{'start':'2026-01-12','end':'2026-01-13'}," + THYROIDECTOMY));
        assertEquals(
                Optional.of(new When.Day(LocalDate.parse("2026-01-13"))),
                fact(patient, "thyroidectomy").when("onset"));
    }

    @ParameterizedTest
    @CsvSource({"FTH, 1", "MTH, 1", "SPS, 0", "WIFE, 0", "CHILDADOPT, 0"})
    void onlyRelativesByBloodAreFamilyHistory(String relationship, int facts) {
        FhirPatient patient = read(
                "{'resourceType':'FamilyMemberHistory','id':'f','status':'completed','patient':{'reference':'Patient/p'},"
                        + "'relationship':" + concept("http://terminology.hl7.org/CodeSystem/v3-RoleCode", relationship)
                        + ",'condition':[{" + snomed("73297009") + "}]}");
        assertEquals(facts, facts(patient, "muscular-dystrophy").size());
        assertEquals(facts == 1 ? List.of() : List.of(UnusedReason.OTHER_PATIENT), reasons(patient));
    }

    @ParameterizedTest
    @CsvSource({
        "in-progress, 2026-01-10T00:00:00Z, ",
        "finished, 2026-01-14T13:00:00Z, ",
        "finished, 2026-01-14T11:00:00Z, OUT_OF_WINDOW",
        "planned, 2026-01-14T13:00:00Z, NOT_DONE",
        "cancelled, 2026-01-14T13:00:00Z, NOT_DONE"
    })
    void theReasonOfAnEncounterIsAComplaintOfToday(String status, String end, UnusedReason reason) {
        FhirPatient patient = read(resource(
                "Encounter", "'status':'" + status + "','period':{'end':'" + end + "'},'reasonCode':[" + CRAMP + "]"));
        assertEquals(reason == null ? 1 : 0, facts(patient, "muscle-cramp").size());
        assertEquals(reason == null ? List.of() : List.of(reason), reasons(patient));
    }

    @Test
    void aDiagnosisAsTheReasonOfAnEncounterIsNoDiagnosis() {
        FhirPatient patient = read(resource(
                "Encounter",
                "'status':'in-progress','reasonCode':[" + concept("http://snomed.info/sct", "709044004") + "]"));
        assertEquals(List.of(UnusedReason.NOT_CONFIRMED), reasons(patient));
        assertEquals(List.of(), patient.patient().entries());
    }

    @Test
    void aQuestionnaireIsReadByTheCodesOfItsQuestions() {
        String questionnaire =
                "{'resourceType':'Questionnaire','id':'q','url':'http://example.org/q','item':[{'linkId':'1','item':["
                        + "{'linkId':'1.1','code':[{'system':'http://snomed.info/sct','code':'55300003'}]},"
                        + "{'linkId':'1.2','code':[{'system':'http://loinc.org','code':'29463-7'}]},"
                        + "{'linkId':'1.3','code':[{'system':'http://example.org','code':'x'}]}]}]}";
        String response = resource(
                "QuestionnaireResponse",
                "'status':'completed','authored':'2026-01-15T08:00:00Z','questionnaire':'http://example.org/q|2','item':[{'linkId':'1','item':["
                        + "{'linkId':'1.1','answer':[{'valueBoolean':true}]},"
                        + "{'linkId':'1.2','answer':[{'valueQuantity':{'value':70,'unit':'kg'}}]},"
                        + "{'linkId':'1.3','answer':[{'valueBoolean':true}]}]}]");
        FhirPatient patient = read(questionnaire, response);
        assertEquals("present", fact(patient, "muscle-cramp").text("status"));
        assertEquals(70.0, fact(patient, "body-weight").number("value"));
        assertEquals(List.of(UnusedReason.UNKNOWN_CODE), reasons(patient));
        assertEquals(List.of(UnusedReason.UNRESOLVED_REFERENCE), reasons(read(response)));
        assertEquals(
                List.of(UnusedReason.NOT_FINAL),
                reasons(read(questionnaire, response.replace("completed", "in-progress"))));
    }

    @Test
    void aListThatSaysThatNoneIsKnownIsComplete() {
        String none =
                ",'emptyReason':" + concept("http://terminology.hl7.org/CodeSystem/list-empty-reason", "nilknown");
        String medicines = "'status':'current','mode':'snapshot','code':" + concept("http://loinc.org", "10160-0");
        assertTrue(read(resource("List", medicines + none)).patient().complete().contains(Section.MEDICINES));
        assertEquals(List.of(UnusedReason.TYPE_NOT_READ), reasons(read(resource("List", medicines))));
    }

    @Test
    void thatNoProblemIsKnownMakesTheListOfDiagnosesComplete() {
        String none = resource(
                "Condition",
                "'code':"
                        + concept("http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips", "no-known-problems"));
        assertTrue(read(none).patient().complete().contains(Section.CONDITIONS));
        assertTrue(read(none, resource("Condition", snomed("709044004")).replace("'x'", "'y'"))
                .patient()
                .complete()
                .isEmpty());
    }

    @Test
    void theDetailsOfACrampMayBeComponentsOrExtensions() {
        String night = "'component':[{'code':" + concept("urn:spasm-cds:field", "nocturnal")
                + ",'valueBoolean':true},{'code':" + concept("urn:spasm-cds:field", "perWeek") + ",'valueInteger':3}]";
        FhirPatient patient = read(Fhir.observation("'code':" + CRAMP + ",'valueBoolean':true," + night));
        assertEquals(1, patient.patient().entries().size());
        assertEquals(Section.SPASMS, patient.patient().entries().get(0).section());
        assertEquals("yes", patient.patient().entries().get(0).yesNo("nocturnal"));
        assertEquals(3.0, patient.patient().entries().get(0).number("perWeek"));
        FhirPatient problem = read(resource(
                "Condition",
                "'code':" + CRAMP + ",'extension':[{'url':'urn:spasm-cds:field:nocturnal','valueBoolean':true}]"));
        assertEquals("yes", problem.patient().entries().get(0).yesNo("nocturnal"));
    }

    @Test
    void everyNameTravelsInTheCodeSystemOfTheVocabulary() {
        FhirPatient patient = read(Fhir.observation(
                "'code':" + concept("urn:spasm-cds:vocabulary", "urine-cola-colored") + ",'valueBoolean':true"));
        assertEquals(1, facts(patient, "urine-cola-colored").size());
    }
}
