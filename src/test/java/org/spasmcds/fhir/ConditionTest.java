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
import static org.spasmcds.fhir.Fhir.values;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spasmcds.intake.When;

class ConditionTest {
    private static final String CKD = snomed("709044004");
    private static final String CRAMP = snomed("55300003");
    private static final String CANCER = snomed("254837009");

    private static String condition(String fields) {
        return resource("Condition", fields);
    }

    private static String clinical(String code) {
        return ",'clinicalStatus':" + concept("http://terminology.hl7.org/CodeSystem/condition-clinical", code);
    }

    private static String verification(String code) {
        return ",'verificationStatus':" + concept("http://terminology.hl7.org/CodeSystem/condition-ver-status", code);
    }

    private static When day(String date) {
        return new When.Day(LocalDate.parse(date));
    }

    @ParameterizedTest
    @CsvSource({
        "active, confirmed, present, ",
        "recurrence, confirmed, present, ",
        "relapse, confirmed, present, ",
        "active, refuted, absent, ",
        "active, provisional, unknown, NOT_CONFIRMED",
        "active, differential, unknown, NOT_CONFIRMED",
        "active, unconfirmed, unknown, NOT_CONFIRMED",
        "active, entered-in-error, , ENTERED_IN_ERROR",
        "resolved, confirmed, , RESOLVED",
        "inactive, confirmed, , RESOLVED",
        "remission, confirmed, , RESOLVED"
    })
    void clinicalAndVerificationStatusDecide(String clinical, String verification, String status, UnusedReason reason) {
        FhirPatient patient = read(condition(CKD + clinical(clinical) + verification(verification)));
        assertEquals(
                Optional.ofNullable(status),
                facts(patient, "ckd").stream().findFirst().map(each -> each.text("status")));
        assertEquals(reason == null ? List.of() : List.of(reason), reasons(patient));
    }

    @Test
    void onsetMayBeADateAPeriodOrAnAge() {
        Map<String, When> onsets = Map.of(
                "'onsetDateTime':'2025-12-24'", day("2025-12-24"),
                "'onsetDateTime':'2025-12'", day("2025-12-31"),
                "'onsetDateTime':'2026'", day("2026-01-15"),
                "'onsetPeriod':{'start':'2025-12-24'}", day("2025-12-24"),
                "'onsetAge':{'value':60,'code':'a','system':'http://unitsofmeasure.org'}", day("2011-04-30"));
        onsets.forEach((given, expected) -> assertEquals(
                Optional.of(expected),
                fact(read(condition(CKD + "," + given)), "ckd").when("onset"),
                given));
        assertEquals(
                Optional.empty(),
                fact(read(condition(CKD + ",'recordedDate':'2025-01-01'")), "ckd")
                        .when("onset"));
    }

    @Test
    void aComplaintThatIsOverIsTakenWithItsEnd() {
        FhirPatient ended = read(condition(CRAMP + clinical("resolved") + ",'abatementDateTime':'2026-01-10'"));
        assertEquals(
                Optional.of(Map.of("status", "present", "ended", day("2026-01-10"))), values(ended, "muscle-cramp"));
        assertEquals(List.of(UnusedReason.RESOLVED), reasons(read(condition(CRAMP + clinical("resolved")))));
    }

    @ParameterizedTest
    @CsvSource({"2025-10-17, 1", "2025-10-16, 0"})
    void aComplaintThatHasBeenOverForMoreThanNinetyDaysIsListed(String ended, int facts) {
        FhirPatient patient = read(condition(CRAMP + clinical("resolved") + ",'abatementDateTime':'" + ended + "'"));
        assertEquals(facts, facts(patient, "muscle-cramp").size());
        assertEquals(facts == 1 ? List.of() : List.of(UnusedReason.OUT_OF_WINDOW), reasons(patient));
    }

    @Test
    void anAbatementInThePastEndsADiagnosisWhateverItsStatus() {
        assertEquals(
                List.of(UnusedReason.RESOLVED),
                reasons(read(condition(CKD + clinical("active") + ",'abatementDateTime':'2026-01-10'"))));
        assertEquals(
                1,
                facts(read(condition(CKD + clinical("active") + ",'abatementDateTime':'2027-01-10'")), "ckd")
                        .size());
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31, true", "2026-01-02, false"})
    void aComplaintRecordedLongAgoIsNotNew(String recorded, boolean longStanding) {
        FhirPatient patient = read(condition(CRAMP + ",'recordedDate':'" + recorded + "'"));
        assertEquals(longStanding, fact(patient, "muscle-cramp").flag("longStanding"));
    }

    @ParameterizedTest
    @CsvSource({
        "encounter-diagnosis, 2026-01-14T13:00:00Z, 1, ",
        "encounter-diagnosis, 2026-01-14T11:00:00Z, 1, 2026-01-14T11:00:00Z",
        "encounter-diagnosis, 2025-10-17T13:00:00Z, 1, 2025-10-17T13:00:00Z",
        "encounter-diagnosis, 2025-10-17T11:00:00Z, 0, ",
        "problem-list-item, 2020-01-01T00:00:00Z, 1, "
    })
    void aComplaintToldAtAnEncounterCountsAsIfItHadEndedThen(String category, String onset, int facts, String ended) {
        FhirPatient patient =
                read(condition(CRAMP + clinical("active") + ",'onsetDateTime':'" + onset + "','category':["
                        + concept("http://terminology.hl7.org/CodeSystem/condition-category", category) + "]"));
        assertEquals(facts, facts(patient, "muscle-cramp").size());
        assertEquals(
                Optional.ofNullable(ended),
                facts(patient, "muscle-cramp").stream()
                        .findFirst()
                        .flatMap(each -> each.when("ended"))
                        .map(When::written));
        assertEquals(facts == 1 ? List.of() : List.of(UnusedReason.OUT_OF_WINDOW), reasons(patient));
    }

    @ParameterizedTest
    @CsvSource({
        "http://snomed.info/sct, 449918009, lower-leg, ",
        "http://hl7.org/fhir/sid/icd-10-cm, M62.831, calf, ",
        "http://hl7.org/fhir/sid/icd-10-cm, G47.62, leg, yes",
        "http://snomed.info/sct, 55300003, , "
    })
    void theCodeOfACrampCanSayWhereAndThatItComesAtNight(String system, String code, String site, String nocturnal) {
        FhirPatient patient = read(condition("'code':" + concept(system, code)));
        assertEquals(1, patient.patient().entries().size());
        assertEquals(
                site == null ? List.of() : List.of(site),
                patient.patient().entries().get(0).list("sites"));
        assertEquals(
                nocturnal == null ? "" : nocturnal,
                patient.patient().entries().get(0).yesNo("nocturnal"));
    }

    @Test
    void siteSideAndSeverityGoWithAComplaint() {
        String calf = "{'coding':[{'system':'http://snomed.info/sct','code':'53840002','display':'Calf structure'}]}";
        FhirPatient patient =
                read(condition(CRAMP + ",'bodySite':[" + calf + "," + concept("http://snomed.info/sct", "7771000")
                        + "],'severity':" + concept("http://snomed.info/sct", "24484000")));
        assertEquals("calf", fact(patient, "muscle-cramp").text("site"));
        assertEquals("left", fact(patient, "muscle-cramp").text("side"));
        assertEquals(7.0, fact(patient, "muscle-cramp").number("severity"));
    }

    @Test
    void anUncheckedCodeCountsOnlyWhereItsDisplayAgrees() {
        assertEquals(List.of(UnusedReason.UNVERIFIED_CODE), reasons(read(condition(snomed("386584007")))));
        FhirPatient agreed = read(
                condition(
                        "'code':{'coding':[{'system':'http://snomed.info/sct','code':'386584007','display':'Adrenal cortical hypofunction (disorder)'}]}"));
        assertEquals(1, facts(agreed, "adrenal-insufficiency").size());
    }

    @Test
    void aCancerThatIsOverIsAHistoryOfCancer() {
        FhirPatient over = read(condition(CANCER + clinical("remission")));
        assertEquals(1, facts(over, "cancer-history").size());
        assertEquals(0, facts(over, "cancer-any").size());
        assertEquals(
                1,
                facts(read(condition(CANCER + clinical("active"))), "cancer-any")
                        .size());
    }

    @ParameterizedTest
    @CsvSource({"2025-03-20, 1", "2025-03-01, 0"})
    void aPregnancyThatWasNeverClosedIsNone(String onset, int facts) {
        FhirPatient patient =
                read(condition(snomed("77386006") + clinical("active") + ",'onsetDateTime':'" + onset + "'"));
        assertEquals(facts, facts(patient, "pregnancy").size());
    }

    @Test
    void ofSeveralCodingsTheNarrowestCounts() {
        FhirPatient patient =
                read(condition("'code':{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'E1142'},"
                        + "{'system':'http://snomed.info/sct','code':'44054006'}]}"));
        assertEquals(
                List.of("diabetic-neuropathy", "diabetes-type-2"),
                patient.patient().entries().stream().map(each -> each.name()).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "G25.81, restless-legs",
        "G2581, restless-legs",
        "E11.65, diabetes-type-2",
        "C44.91, non-melanoma-skin-cancer",
        "Z99.9, "
    })
    void icdCodesCountByTheirLongestKnownPrefix(String code, String name) {
        FhirPatient patient = read(condition("'code':" + concept("http://hl7.org/fhir/sid/icd-10-cm", code)));
        assertEquals(
                Optional.ofNullable(name),
                patient.patient().entries().stream().findFirst().map(each -> each.name()));
    }

    @Test
    void aNewerDenialEndsAnOldDiagnosisAndAnOlderOneDoesNot() {
        String denied = "{'resourceType':'Condition','id':'d','subject':{'reference':'Patient/p'}," + CKD
                + verification("refuted") + ",'recordedDate':'2024-01-01'}";
        FhirPatient newer = read(denied, condition(CKD + ",'recordedDate':'2020-01-01'"));
        assertEquals("absent", fact(newer, "ckd").text("status"));
        FhirPatient older = read(denied, condition(CKD + ",'recordedDate':'2025-01-01'"));
        assertEquals("present", fact(older, "ckd").text("status"));
        assertEquals(List.of(UnusedReason.CONTRADICTED), reasons(older));
    }

    @Test
    void aDenialOfTheWholeDoesNotStandBesideAPart() {
        String denied = "{'resourceType':'Condition','id':'d','subject':{'reference':'Patient/p'}," + snomed("73211009")
                + verification("refuted") + "}";
        FhirPatient patient = read(denied, condition(snomed("44054006")));
        assertEquals(List.of(UnusedReason.CONTRADICTED), reasons(patient));
        assertTrue(facts(patient, "diabetes-mellitus").isEmpty());
    }

    @Test
    void aDiagnosisNamedAtEveryVisitIsKeptWithItsFirstAndLastDate() {
        String[] visits = new String[5];
        for (int i = 0; i < visits.length; i++) {
            visits[i] = "{'resourceType':'Condition','id':'c" + i + "','subject':{'reference':'Patient/p'}," + CKD
                    + ",'onsetDateTime':'202" + i + "-01-01'}";
        }
        FhirPatient patient = read(visits);
        assertEquals(2, facts(patient, "ckd").size());
        assertEquals(List.of(UnusedReason.REPEATED, UnusedReason.REPEATED, UnusedReason.REPEATED), reasons(patient));
    }
}
