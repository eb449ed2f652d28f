package org.spasmcds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spasmcds.fhir.Fhir.concept;
import static org.spasmcds.fhir.Fhir.fact;
import static org.spasmcds.fhir.Fhir.facts;
import static org.spasmcds.fhir.Fhir.loinc;
import static org.spasmcds.fhir.Fhir.observation;
import static org.spasmcds.fhir.Fhir.quantity;
import static org.spasmcds.fhir.Fhir.read;
import static org.spasmcds.fhir.Fhir.reasons;
import static org.spasmcds.fhir.Fhir.resource;
import static org.spasmcds.fhir.Fhir.snomed;
import static org.spasmcds.fhir.Fhir.values;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spasmcds.intake.When;

class ObservationTest {
    private static final String POTASSIUM = loinc("2823-3");

    @Test
    void aResultHasValueUnitTimeAndItsResourceAsDocument() {
        FhirPatient patient = read(observation(POTASSIUM + "," + quantity("2.7", "mmol/L")));
        assertEquals(
                Map.of(
                        "value",
                        2.7,
                        "unit",
                        "mmol/L",
                        "at",
                        new When.Moment(Instant.parse("2026-01-15T08:00:00Z")),
                        "document",
                        "Observation/x"),
                fact(patient, "potassium").values());
        assertEquals(List.of(), patient.unused());
        assertEquals("Patient/p", patient.reference());
        assertTrue(
                patient.used().contains(new UsedResource("Observation/x", "http://loinc.org|2823-3", "potassium", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "final, ",
        "amended, ",
        "corrected, ",
        "preliminary, NOT_FINAL",
        "registered, NOT_FINAL",
        "cancelled, NOT_FINAL",
        "unknown, NOT_FINAL",
        "entered-in-error, ENTERED_IN_ERROR"
    })
    void onlyFinalResultsCount(String status, UnusedReason reason) {
        FhirPatient patient = read(resource(
                "Observation",
                "'status':'" + status + "','effectiveDateTime':'2026-01-15'," + POTASSIUM + ","
                        + quantity("2.7", "mmol/L")));
        assertEquals(reason == null ? 1 : 0, facts(patient, "potassium").size());
        assertEquals(reason == null ? List.of() : List.of(reason), reasons(patient));
    }

    @Test
    void aResultWithoutAStatusDoesNotCount() {
        assertEquals(
                List.of(UnusedReason.NOT_FINAL),
                reasons(read(resource("Observation", POTASSIUM + "," + quantity("2.7", "mmol/L")))));
    }

    @Test
    void aValueWithoutUnitIsListedAndTheAssessmentRefusesIt() {
        FhirPatient patient = read(observation(POTASSIUM + ",'valueQuantity':{'value':2.7}"));
        assertEquals(List.of(UnusedReason.NO_UNIT), reasons(patient));
        assertTrue(patient.used().stream().noneMatch(used -> used.name().equals("potassium")));
        assertEquals(
                1,
                org.spasmcds.TestRules.bundled()
                        .assess(patient.patient(), Fhir.NOW)
                        .refused()
                        .size());
    }

    @ParameterizedTest
    @CsvSource({"mmol/L, ", "mEq/L, ", "meq/L, ", "mmol/l, ", "mg/dL, UNKNOWN_UNIT", "mmol/L{serum}, "})
    void unitsAreThoseOfTheTest(String unit, UnusedReason reason) {
        FhirPatient patient = read(observation(POTASSIUM + "," + quantity("2.7", unit)));
        assertEquals(reason == null ? List.of() : List.of(reason), reasons(patient));
    }

    @Test
    void theWrittenUnitServesWhereNoCodeIsGiven() {
        FhirPatient patient = read(observation(POTASSIUM + ",'valueQuantity':{'value':2.7,'unit':'mmol/l'}"));
        assertEquals("mmol/L", fact(patient, "potassium").text("unit"));
    }

    @Test
    void aCodeOfAnotherSystemIsNoUnit() {
        FhirPatient patient = read(observation(POTASSIUM
                + ",'valueQuantity':{'value':2.7,'unit':'mmol/L','system':'http://example.org','code':'17'}"));
        assertEquals("mmol/L", fact(patient, "potassium").text("unit"));
    }

    @Test
    void theMassOfUreaIsNotThatOfItsNitrogen() {
        assertEquals(
                "mg/dL",
                fact(read(observation(loinc("3094-0") + "," + quantity("20", "mg/dL"))), "urea")
                        .text("unit"));
        assertEquals(
                "mg/dL{urea}",
                fact(read(observation(loinc("3091-6") + "," + quantity("43", "mg/dL"))), "urea")
                        .text("unit"));
    }

    @Test
    void implausibleValuesAreListed() {
        assertEquals(
                List.of(UnusedReason.IMPLAUSIBLE),
                reasons(read(observation(loinc("2160-0") + "," + quantity("59.9", "mg/dL")))));
        assertEquals(List.of(), reasons(read(observation(loinc("2160-0") + "," + quantity("5.9", "mg/dL")))));
    }

    @Test
    void anAbsentValueIsListedWithItsReason() {
        FhirPatient patient = read(observation(POTASSIUM + ",'dataAbsentReason':"
                + concept("http://terminology.hl7.org/CodeSystem/data-absent-reason", "not-performed")));
        assertEquals(
                List.of(new UnusedResource(
                        "Observation/x", "http://loinc.org|2823-3", UnusedReason.NO_VALUE, "not-performed")),
                patient.unused());
    }

    @Test
    void anUnknownCodeIsListed() {
        assertEquals(
                List.of(UnusedReason.UNKNOWN_CODE),
                reasons(read(observation(loinc("8302-2") + "," + quantity("170", "cm")))));
        assertEquals(
                List.of(UnusedReason.NO_CODE),
                reasons(read(observation("'code':{'text':'K'}," + quantity("2", "mmol/L")))));
    }

    @Test
    void componentsAreReadEachByItself() {
        FhirPatient patient = read(observation(loinc("85354-9") + ",'component':[{" + loinc("8480-6") + ","
                + quantity("150", "mm[Hg]") + "},{" + loinc("8462-4") + "," + quantity("80", "mm[Hg]") + "},{"
                + loinc("99999-0") + "," + quantity("1", "1") + "}]"));
        assertEquals(150.0, fact(patient, "systolic-bp").number("value"));
        assertEquals(80.0, fact(patient, "diastolic-bp").number("value"));
        assertEquals(
                List.of(new UnusedResource(
                        "Observation/x", "http://loinc.org|99999-0", UnusedReason.UNKNOWN_CODE, "component")),
                patient.unused());
    }

    @Test
    void theLaboratoriesOwnRangeCountsWhereItIsOneRangeInTheSameUnit() {
        String value = POTASSIUM + "," + quantity("3.4", "mmol/L") + ",'referenceRange':";
        FhirPatient own = read(observation(value + "[{'low':{'value':3.3,'unit':'mmol/L'},'high':{'value':5.0}}]"));
        assertEquals(3.3, fact(own, "potassium").number("low"));
        assertEquals(5.0, fact(own, "potassium").number("high"));
        FhirPatient two = read(observation(value + "[{'high':{'value':5.0}},{'high':{'value':6.0}}]"));
        assertTrue(Double.isNaN(fact(two, "potassium").number("high")));
        FhirPatient critical = read(observation(value + "[{'high':{'value':6.5},'type':"
                + concept("http://terminology.hl7.org/CodeSystem/referencerange-meaning", "treatment")
                + "},{'high':{'value':5.0}}]"));
        assertEquals(5.0, fact(critical, "potassium").number("high"));
    }

    @Test
    void aRangeForAnAgeCountsForThatAge() {
        String value = loinc("2160-0") + "," + quantity("1.2", "mg/dL") + ",'referenceRange':[{'high':{'value':";
        String forAdults = "1.3},'age':{'low':{'value':18,'code':'a'}}}]";
        String forChildren = "0.7},'age':{'high':{'value':17,'code':'a'}}}]";
        assertEquals(
                1.3, fact(read(observation(value + forAdults)), "creatinine").number("high"));
        assertTrue(Double.isNaN(
                fact(read(observation(value + forChildren)), "creatinine").number("high")));
    }

    @Test
    void aWordOfTheLaboratoryCountsWhereThereIsNoNumber() {
        String interpretation = ",'interpretation':["
                + concept("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "L") + "]";
        assertEquals(
                "low",
                fact(read(observation(POTASSIUM + interpretation)), "potassium").text("value"));
        assertEquals(
                2.7,
                fact(read(observation(POTASSIUM + "," + quantity("2.7", "mmol/L") + interpretation)), "potassium")
                        .number("value"));
    }

    @ParameterizedTest
    @CsvSource({
        // creatine kinase is normal up to 200, TSH from 0.4 to 4.5, CRP up to 5
        "2157-6, '>', 20000, U/L, 20000.0",
        "2157-6, '>', 100, U/L, ",
        "3016-3, '<', 0.01, m[IU]/L, 0.01",
        "3016-3, '<', 1, m[IU]/L, ",
        "1988-5, '<', 5, mg/L, normal",
        "1988-5, '<', 50, mg/L, "
    })
    void aLimitCountsWhereItDecides(String code, String comparator, String value, String unit, String expected) {
        FhirPatient patient = read(observation(loinc(code) + ",'valueQuantity':{'value':" + value + ",'comparator':'"
                + comparator + "','system':'http://unitsofmeasure.org','code':'" + unit + "'}"));
        if (expected == null) {
            assertEquals(List.of(UnusedReason.INEXACT), reasons(patient));
        } else {
            assertEquals(
                    expected,
                    patient.patient().entries().get(0).values().get("value").toString());
            assertTrue(patient.used().stream().anyMatch(used -> used.note().startsWith("given as " + comparator)));
        }
    }

    @Test
    void aHemolyzedSpecimenIsTold() {
        String specimen = "{'resourceType':'Specimen','id':'s','condition':["
                + concept("http://terminology.hl7.org/CodeSystem/v2-0493", "HEM") + "]}";
        String potassium =
                observation(POTASSIUM + "," + quantity("4.2", "mmol/L") + ",'specimen':{'reference':'Specimen/s'}");
        assertTrue(fact(read(specimen, potassium), "potassium").flag("hemolyzed"));
        assertEquals(List.of(), reasons(read(specimen, potassium)));
    }

    @Test
    void theLatestOfManyValuesLeadsAndOldOnesAreListed() {
        String[] years = new String[40];
        for (int i = 0; i < years.length; i++) {
            years[i] = "{'resourceType':'Observation','id':'o" + i
                    + "','status':'final','subject':{'reference':'Patient/p'},"
                    + "'effectiveDateTime':'" + (1986 + i) + "-06-01T08:00:00Z'," + POTASSIUM + ","
                    + quantity("4." + i % 10, "mmol/L") + "}";
        }
        String[] all = java.util.Arrays.copyOf(years, 41);
        all[40] = observation(POTASSIUM + "," + quantity("2.3", "mmol/L"));
        FhirPatient patient = read(all);
        assertEquals(
                40,
                reasons(patient).stream()
                        .filter(UnusedReason.EARLIER_VALUE::equals)
                        .count());
        assertEquals(2, facts(patient, "potassium").size(), "the latest and the one before");
        assertEquals(
                "EMERGENCY",
                org.spasmcds.TestRules.bundled()
                        .assess(patient.patient(), Fhir.NOW)
                        .level()
                        .orElseThrow()
                        .name());
        FhirPatient old = read(years);
        assertEquals(
                1,
                reasons(old).stream().filter(UnusedReason.OUT_OF_WINDOW::equals).count());
    }

    @ParameterizedTest
    @CsvSource({"2026-01-16T11:00:00Z, ", "2026-01-16T13:00:00Z, IN_THE_FUTURE"})
    void aResultOfTomorrowIsNotUsed(String at, UnusedReason reason) {
        FhirPatient patient = read(resource(
                "Observation",
                "'status':'final','effectiveDateTime':'" + at + "'," + POTASSIUM + "," + quantity("2.7", "mmol/L")));
        assertEquals(reason == null ? List.of() : List.of(reason), reasons(patient));
    }

    @Test
    void timesAreReadInEveryForm() {
        String value = POTASSIUM + "," + quantity("2.7", "mmol/L") + ",'status':'final',";
        Map<String, String> times = Map.of(
                "'effectivePeriod':{'start':'2026-01-10T00:00:00Z','end':'2026-01-14T00:00:00Z'}",
                        "2026-01-14T00:00:00Z",
                "'effectiveInstant':'2026-01-14T00:00:00.000+01:00'", "2026-01-13T23:00:00Z",
                "'effectiveTiming':{'event':['2026-01-11T00:00:00Z','2026-01-12T00:00:00Z']}", "2026-01-12T00:00:00Z",
                "'issued':'2026-01-13T00:00:00Z'", "2026-01-13T00:00:00Z",
                "'effectiveDateTime':'2026-01-12'", "2026-01-12",
                "'effectiveDateTime':'2026-01'", "2026-01-01");
        times.forEach((given, expected) -> assertEquals(
                expected,
                fact(read(resource("Observation", value + given)), "potassium")
                        .when("at")
                        .orElseThrow()
                        .written(),
                given));
        assertEquals(
                List.of(UnusedReason.NO_TIME),
                reasons(read(resource("Observation", value + "'effectiveDateTime':'yesterday'"))));
    }

    @Test
    void aFindingIsThereOrNotByItsAnswer() {
        String tremor = snomed("26079004");
        assertEquals(
                "present",
                fact(read(observation(tremor + ",'valueBoolean':true")), "tremor")
                        .text("status"));
        assertEquals(
                "absent",
                fact(read(observation(tremor + ",'valueBoolean':false")), "tremor")
                        .text("status"));
        assertEquals(
                "absent",
                fact(
                                read(observation(tremor + ",'valueCodeableConcept':"
                                        + concept("http://snomed.info/sct", "2667000"))),
                                "tremor")
                        .text("status"));
        assertEquals(List.of(UnusedReason.NO_VALUE), reasons(read(observation(tremor + ",'note':[]"))));
        assertEquals(
                List.of(UnusedReason.UNKNOWN_VALUE), reasons(read(observation(tremor + ",'valueString':'a little'"))));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-14T13:00:00Z, ", "2026-01-14T11:00:00Z, OUT_OF_WINDOW"})
    void aDenialOfASymptomCountsForADay(String at, UnusedReason reason) {
        FhirPatient patient = read(resource(
                "Observation",
                "'status':'final','effectiveDateTime':'" + at + "'," + snomed("26079004") + ",'valueBoolean':false"));
        assertEquals(reason == null ? List.of() : List.of(reason), reasons(patient));
    }

    @Test
    void aSymptomSeenThenCountsAsIfItHadEndedThen() {
        FhirPatient patient = read(resource(
                "Observation",
                "'status':'final','effectiveDateTime':'2025-12-20'," + snomed("26079004") + ",'valueBoolean':true"));
        assertEquals(
                Optional.of(
                        Map.of("status", "present", "ended", new When.Day(java.time.LocalDate.parse("2025-12-20")))),
                values(patient, "tremor"));
    }

    @Test
    void aSymptomMayBeTheAnswer() {
        FhirPatient patient = read(observation(
                loinc("75325-1") + ",'valueCodeableConcept':" + concept("http://snomed.info/sct", "55300003")));
        assertEquals("present", fact(patient, "muscle-cramp").text("status"));
        FhirPatient other = read(observation(
                loinc("69453-9") + ",'valueCodeableConcept':" + concept("http://snomed.info/sct", "55300003")));
        assertEquals(List.of(), other.patient().entries(), "a cause of death is no symptom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'focus':[{'reference':'Patient/child'}]", "'subject':{'reference':'Patient/other'}"})
    void whatIsAboutSomebodyElseIsNotUsed(String about) {
        String fields = "'status':'final','effectiveDateTime':'2026-01-15'," + POTASSIUM + ","
                + quantity("2.7", "mmol/L") + ",";
        FhirPatient patient = about.contains("subject")
                ? read("{'resourceType':'Observation','id':'x'," + fields + about + "}")
                : read(resource("Observation", fields + about));
        assertEquals(List.of(UnusedReason.OTHER_PATIENT), reasons(patient));
        assertEquals(List.of(), patient.patient().entries());
    }

    @ParameterizedTest
    @CsvSource({"'+++', 3.0", "'2+', 2.0", "'negative', 0.0", "'Urine ketone test = ++ (finding)', 2.0"})
    void aTestStripIsReadInPlusSigns(String text, double plus) {
        FhirPatient patient = read(observation(loinc("2514-8") + ",'valueString':'" + text + "'"));
        assertEquals(plus, fact(patient, "urine-ketones").number("value"));
    }

    @Test
    void aTraceOnATestStripIsNeitherNothingNorOnePlus() {
        assertEquals(
                List.of(UnusedReason.UNKNOWN_VALUE),
                reasons(read(observation(loinc("2514-8") + ",'valueString':'trace'"))));
    }
}
