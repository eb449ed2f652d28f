package org.spasmcds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spasmcds.fhir.Fhir.concept;
import static org.spasmcds.fhir.Fhir.fact;
import static org.spasmcds.fhir.Fhir.facts;
import static org.spasmcds.fhir.Fhir.read;
import static org.spasmcds.fhir.Fhir.reasons;
import static org.spasmcds.fhir.Fhir.resource;
import static org.spasmcds.fhir.Fhir.values;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;

class MedicineTest {
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final String SIMVASTATIN = "'medicationCodeableConcept':" + concept(RXNORM, "36567");
    private static final String ONE_A_DAY = "'timing':{'repeat':{'frequency':1,'period':1,'periodUnit':'d'}}";

    private static String request(String fields) {
        return resource("MedicationRequest", "'intent':'order'," + fields);
    }

    private static String product(String name) {
        return "'medicationCodeableConcept':{'coding':[{'system':'" + RXNORM + "','code':'1','display':'" + name
                + "'}]}";
    }

    private static When day(String date) {
        return new When.Day(LocalDate.parse(date));
    }

    private static List<String> medicines(FhirPatient patient) {
        return patient.patient().entries().stream()
                .filter(each -> each.section() == Section.MEDICINES)
                .map(each -> each.name())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "MedicationRequest, active, active, ",
        "MedicationRequest, completed, stopped, ",
        "MedicationRequest, stopped, stopped, ",
        "MedicationRequest, on-hold, unknown, ",
        "MedicationRequest, cancelled, , NOT_DONE",
        "MedicationRequest, draft, , NOT_DONE",
        "MedicationRequest, entered-in-error, , ENTERED_IN_ERROR",
        "MedicationRequest, nonsense, , NOT_FINAL",
        "MedicationStatement, active, active, ",
        "MedicationStatement, completed, stopped, ",
        "MedicationStatement, not-taken, absent, ",
        "MedicationStatement, intended, , NOT_DONE",
        "MedicationStatement, unknown, unknown, ",
        "MedicationStatement, entered-in-error, , ENTERED_IN_ERROR",
        "MedicationAdministration, completed, stopped, ",
        "MedicationAdministration, in-progress, active, ",
        "MedicationAdministration, not-done, , NOT_DONE"
    })
    void theStatusDecides(String type, String status, String taken, UnusedReason reason) {
        FhirPatient patient = read(resource(type, "'intent':'order','status':'" + status + "'," + SIMVASTATIN));
        assertEquals(
                Optional.ofNullable(taken),
                facts(patient, "simvastatin").stream().findFirst().map(each -> each.text("status")));
        assertEquals(reason == null ? List.of() : List.of(reason), reasons(patient));
    }

    @ParameterizedTest
    @CsvSource({"order, 1", "original-order, 1", "instance-order, 1", "plan, 0", "proposal, 0", "option, 0"})
    void onlyAnOrderIsTaken(String intent, int facts) {
        FhirPatient patient =
                read(resource("MedicationRequest", "'status':'active','intent':'" + intent + "'," + SIMVASTATIN));
        assertEquals(facts, facts(patient, "simvastatin").size());
        assertEquals(facts == 1 ? List.of() : List.of(UnusedReason.NOT_DONE), reasons(patient));
    }

    @Test
    void aRequestNotToTakeItIsNoMedicine() {
        assertEquals(
                List.of(UnusedReason.NOT_DONE),
                reasons(read(request("'status':'active','doNotPerform':true," + SIMVASTATIN))));
    }

    @Test
    void aDraftCountsFromNowForWhoAsksForIt() {
        String draft = Fhir.bundle(request("'status':'draft'," + SIMVASTATIN));
        FhirPatient patient = Fhir.READER.withDrafts().read(draft, Fhir.NOW);
        assertEquals(Optional.of(Map.of("status", "active", "start", new When.Ago(0))), values(patient, "simvastatin"));
    }

    @Test
    void aMedicineIsFoundInlineContainedAndByReference() {
        String code = "'code':" + concept(RXNORM, "36567");
        String medication = "{'resourceType':'Medication','id':'m'," + code + "}";
        String active = "'status':'active',";
        assertEquals(List.of("simvastatin"), medicines(read(request(active + SIMVASTATIN))));
        assertEquals(
                List.of("simvastatin"),
                medicines(read(request(
                        active + "'contained':[" + medication + "],'medicationReference':{'reference':'#m'}"))));
        assertEquals(
                List.of("simvastatin"),
                medicines(read(medication, request(active + "'medicationReference':{'reference':'Medication/m'}"))));
        assertEquals(
                List.of(UnusedReason.UNRESOLVED_REFERENCE),
                reasons(read(request(active + "'medicationReference':{'reference':'Medication/other'}"))));
    }

    @Test
    void theIngredientsOfAMedicationCount() {
        String medication = "{'resourceType':'Medication','id':'m','code':{'text':'Brand'},'ingredient':["
                + "{'itemCodeableConcept':" + concept(RXNORM, "29046") + "},"
                + "{'itemReference':{'reference':'Substance/s'},'strength':{'numerator':{'value':12.5,'code':'mg'},'denominator':{'value':1}}}]}";
        String substance = "{'resourceType':'Substance','id':'s','code':" + concept(RXNORM, "5487") + "}";
        FhirPatient patient = read(
                medication, substance, request("'status':'active','medicationReference':{'reference':'Medication/m'}"));
        assertEquals(List.of("hydrochlorothiazide", "lisinopril"), medicines(patient));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hydrochlorothiazide 12.5 MG / losartan potassium 100 MG Oral Tablet | hydrochlorothiazide, losartan",
                "24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet | metformin",
                "60 ACTUAT Fluticasone propionate 0.25 MG/ACTUAT / salmeterol 0.05 MG/ACTUAT Dry Powder Inhaler | salmeterol",
                "NDA020983 200 ACTUAT albuterol 0.09 MG/ACTUAT Metered Dose Inhaler [Ventolin] | salbutamol",
                "lithium carbonate 300 MG Oral Capsule | lithium",
                "insulin isophane, human 70 UNT/ML / insulin, regular, human 30 UNT/ML Injectable Suspension [Humulin] | insulin",
                "Nonexistine 5 MG Oral Tablet | "
            })
    void theIngredientsOfAProductAreReadFromItsNameInRxNorm(String name, String expected) {
        FhirPatient patient = read(request("'status':'active'," + product(name)));
        assertEquals(
                expected == null ? "" : expected,
                medicines(patient).stream().distinct().collect(Collectors.joining(", ")));
        assertEquals(expected == null ? List.of(UnusedReason.UNKNOWN_CODE) : List.of(), reasons(patient));
        if (expected != null) {
            assertTrue(patient.used().stream().anyMatch(used -> used.note().startsWith("ingredient by its name in")));
        }
    }

    @Test
    void aNameThatOnlyResemblesAnIngredientIsNone() {
        assertEquals(
                List.of(UnusedReason.UNKNOWN_CODE),
                reasons(read(request("'status':'active'," + product("simvastatine 20 MG Oral Tablet")))));
    }

    @ParameterizedTest
    @CsvSource({
        "Hydrocortisone 10 MG/ML Topical Cream, NOT_SYSTEMIC",
        "hydrocortisone 10 MG Oral Tablet, ",
        "Ketoconazole 20 MG/ML Medicated Shampoo, NOT_SYSTEMIC"
    })
    void whatActsWhereItIsAppliedIsNoMedicine(String name, UnusedReason reason) {
        assertEquals(
                reason == null ? List.of() : List.of(reason),
                reasons(read(request("'status':'active'," + product(name)))));
    }

    @Test
    void theRouteCanSayThatItActsOnlyThere() {
        String eye = ",'dosageInstruction':[{'route':" + concept("http://snomed.info/sct", "54485002") + "}]";
        assertEquals(
                List.of(UnusedReason.NOT_SYSTEMIC),
                reasons(read(
                        request("'status':'active','medicationCodeableConcept':" + concept(RXNORM, "8638") + eye))));
    }

    @Test
    void atcGroupsCountByPrefixAndTheIngredientGoesBeforeTheClass() {
        String both = "'medicationCodeableConcept':{'coding':[{'system':'http://www.whocc.no/atc','code':'C10AA01'},"
                + "{'system':'http://www.whocc.no/atc','code':'C10AA'}]}";
        assertEquals(List.of("simvastatin"), medicines(read(request("'status':'active'," + both))));
        assertEquals(
                List.of("statin"),
                medicines(read(request("'status':'active','medicationCodeableConcept':"
                        + concept("http://www.whocc.no/atc", "C10AA99")))));
    }

    @ParameterizedTest
    @CsvSource({
        "'value':20;'code':'mg', 20.0",
        "'value':0.02;'code':'g', 20.0",
        "'value':2, 20.0",
        "'value':2;'unit':'tablet', 20.0",
        "'value':5;'code':'mL', "
    })
    void theDoseADayIsKnownInMilligramsAndTablets(String quantity, Double mgPerDay) {
        FhirPatient patient =
                read(request("'status':'active'," + product("Simvastatin 10 MG Oral Tablet") + ",'dosageInstruction':[{"
                        + ONE_A_DAY + ",'doseAndRate':[{'doseQuantity':{" + quantity.replace(';', ',') + "}}]}]"));
        assertEquals(
                mgPerDay == null ? Double.NaN : mgPerDay,
                fact(patient, "simvastatin").number("mgPerDay"));
    }

    @Test
    void theDoseADayIsNotKnownWhenItIsTakenAsNeededOrInTwoWays() {
        String dose =
                "{" + ONE_A_DAY + ",'asNeededBoolean':true,'doseAndRate':[{'doseQuantity':{'value':20,'code':'mg'}}]}";
        String twice = "{'timing':{'code':" + concept("http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation", "BID")
                + "},'doseAndRate':[{'doseQuantity':{'value':20,'code':'mg'}}]}";
        String active = "'status':'active'," + SIMVASTATIN + ",'dosageInstruction':[";
        assertTrue(Double.isNaN(
                fact(read(request(active + dose + "]")), "simvastatin").number("mgPerDay")));
        assertEquals(
                40.0, fact(read(request(active + twice + "]")), "simvastatin").number("mgPerDay"));
        assertTrue(Double.isNaN(fact(read(request(active + twice + "," + twice + "]")), "simvastatin")
                .number("mgPerDay")));
    }

    private static String ordered(int id, String status, String date, String more) {
        return "{'resourceType':'MedicationRequest','id':'r" + id
                + "','intent':'order','subject':{'reference':'Patient/p'},'status':'" + status + "','authoredOn':'"
                + date + "'," + SIMVASTATIN + more + "}";
    }

    private static String until(String end) {
        return ",'dosageInstruction':[{'timing':{'repeat':{'boundsPeriod':{'end':'" + end + "'}}}}]";
    }

    @Test
    void prescriptionsThatFollowOneAnotherAreOneCourse() {
        FhirPatient patient = read(
                ordered(1, "completed", "2023-01-10", ""),
                ordered(2, "completed", "2024-01-12", ""),
                ordered(3, "active", "2026-01-02", ""));
        assertEquals(
                Optional.of(Map.of("status", "active", "start", day("2023-01-10"))), values(patient, "simvastatin"));
        assertEquals(
                3,
                patient.used().stream()
                        .filter(used -> used.name().equals("simvastatin"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource({"2025-12-19, 2023-01-10", "2025-12-18, 2026-01-02"})
    void aGapOfMoreThanTwoWeeksEndsACourse(String end, String start) {
        FhirPatient patient =
                read(ordered(1, "completed", "2023-01-10", until(end)), ordered(2, "active", "2026-01-02", ""));
        assertEquals(Optional.of(day(start)), fact(patient, "simvastatin").when("start"));
    }

    @Test
    void aHigherDoseIsAChange() {
        String dose =
                ",'dosageInstruction':[{" + ONE_A_DAY + ",'doseAndRate':[{'doseQuantity':{'value':%d,'code':'mg'}}]}]";
        FhirPatient raised = read(
                ordered(1, "completed", "2023-01-10", dose.formatted(20)),
                ordered(2, "active", "2026-01-02", dose.formatted(40)));
        assertEquals(Optional.of(day("2026-01-02")), fact(raised, "simvastatin").when("changed"));
        assertEquals(40.0, fact(raised, "simvastatin").number("mgPerDay"));
        FhirPatient lowered = read(
                ordered(1, "completed", "2023-01-10", dose.formatted(40)),
                ordered(2, "active", "2026-01-02", dose.formatted(20)));
        assertEquals(Optional.empty(), fact(lowered, "simvastatin").when("changed"));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-14, stopped", "2026-01-15, active", "2026-02-15, active"})
    void anActiveOrderWhoseTimeIsOverIsStopped(String end, String status) {
        assertEquals(
                status,
                fact(read(ordered(1, "active", "2025-01-10", until(end))), "simvastatin")
                        .text("status"));
    }

    @Test
    void anAdministrationIsADoseThatWasGivenThen() {
        FhirPatient patient = read(resource(
                "MedicationAdministration", "'status':'completed','effectiveDateTime':'2026-01-10'," + SIMVASTATIN));
        assertEquals(
                Optional.of(Map.of("status", "stopped", "start", day("2026-01-10"), "stopped", day("2026-01-10"))),
                values(patient, "simvastatin"));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-03, absent", "2026-01-01, active"})
    void theLaterOfTakenAndNotTakenCounts(String asserted, String status) {
        FhirPatient patient = read(
                ordered(1, "active", "2026-01-02", ""),
                resource(
                        "MedicationStatement",
                        "'status':'not-taken','dateAsserted':'" + asserted + "'," + SIMVASTATIN));
        assertEquals(status, fact(patient, "simvastatin").text("status"));
        assertEquals(List.of(UnusedReason.CONTRADICTED), reasons(patient));
    }

    @Test
    void anOrderForTheFutureIsNotTaken() {
        assertEquals(List.of(UnusedReason.IN_THE_FUTURE), reasons(read(ordered(1, "active", "2026-01-20", ""))));
    }

    @Test
    void thatNothingIsTakenMakesTheListComplete() {
        String none = resource(
                "MedicationStatement",
                "'status':'active','medicationCodeableConcept':"
                        + concept(
                                "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips", "no-known-medications"));
        assertTrue(read(none).patient().complete().contains(Section.MEDICINES));
        assertTrue(read(none, ordered(1, "active", "2026-01-02", ""))
                .patient()
                .complete()
                .isEmpty());
    }
}
