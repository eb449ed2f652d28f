package org.spasmcds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.spasmcds.fhir.Fhir.NOW;
import static org.spasmcds.fhir.Fhir.READER;
import static org.spasmcds.fhir.Fhir.bundle;
import static org.spasmcds.fhir.Fhir.facts;
import static org.spasmcds.fhir.Fhir.json;
import static org.spasmcds.fhir.Fhir.loinc;
import static org.spasmcds.fhir.Fhir.observation;
import static org.spasmcds.fhir.Fhir.quantity;
import static org.spasmcds.fhir.Fhir.read;
import static org.spasmcds.fhir.Fhir.reasons;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spasmcds.Patient;
import org.spasmcds.json.Documents;

/** Bundles, lists and Bulk Data: who is meant, what refers to what, and what is refused. */
class FhirReaderTest {
    private static final String POTASSIUM = loinc("2823-3") + "," + quantity("2.7", "mmol/L");

    private static String person(String id, String fields) {
        return "{'resourceType':'Patient','id':'" + id + "'" + fields + "}";
    }

    private static String potassium(String subject) {
        return "{'resourceType':'Observation','id':'k','status':'final','effectiveDateTime':'2026-01-15','subject':{'reference':'"
                + subject + "'}," + POTASSIUM + "}";
    }

    @Test
    void thePersonHasBirthDateAndSex() {
        Patient patient = read().patient();
        assertEquals("1950-05-01", patient.birthDate().orElseThrow().toString());
        assertEquals("female", patient.sex());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'gender':'male'; male; 0",
                "'gender':'other'; ; 0",
                "'gender':'unknown','extension':[{'url':'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex','valueCode':'F'}]; female; 0",
                "'gender':'male','extension':[{'url':'http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex','valueCode':'F'}]; ; 1"
            })
    void theSexIsKnownWhereAllThatIsSaidAgrees(String fields, String sex, int listed) {
        FhirPatient patient = READER.read(json(person("p", "," + fields)), NOW);
        assertEquals(sex == null ? "" : sex, patient.patient().sex());
        assertEquals(listed, patient.unused().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1950", "1950-05", "2050-01-01", "nonsense"})
    void aBirthDateThatIsNotWholeOrInTheFutureIsNone(String date) {
        assertTrue(READER.read(json(person("p", ",'birthDate':'" + date + "'")), NOW)
                .patient()
                .birthDate()
                .isEmpty());
    }

    @Test
    void anObservedAgeServesWhereThereIsNoBirthDate() {
        String age = "{'resourceType':'Observation','id':'a','status':'final'," + loinc("30525-0") + ","
                + quantity("71", "a") + "}";
        assertEquals(
                71,
                READER.read(json("[" + person("p", "") + "," + age + "]"), NOW)
                        .patient()
                        .age()
                        .orElseThrow());
        FhirPatient both = read(age);
        assertTrue(both.patient().age().isEmpty());
        assertEquals(List.of(UnusedReason.REPEATED), reasons(both));
    }

    @ParameterizedTest
    @CsvSource({
        "'deceasedBoolean':true, 1",
        "'deceasedBoolean':false, 0",
        "'deceasedDateTime':'2025-01-01', 1",
        "'deceasedDateTime':'2027-01-01', 0"
    })
    void aDeceasedPatientIsListed(String fields, int listed) {
        assertEquals(
                listed,
                READER.read(json(person("p", "," + fields)), NOW).unused().stream()
                        .filter(each -> each.reason() == UnusedReason.DECEASED)
                        .count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/p",
                "urn:uuid:1",
                "https://example.org/fhir/Patient/p",
                "https://example.org/fhir/Patient/p/_history/3",
                "Patient/p/_history/3"
            })
    void aReferenceIsResolvedHoweverItIsWritten(String reference) {
        String bundle = json("{'resourceType':'Bundle','entry':[{'fullUrl':'urn:uuid:1','resource':" + person("p", "")
                + "}," + "{'fullUrl':'urn:uuid:2','resource':" + potassium(reference) + "}]}");
        FhirPatient patient = READER.read(bundle, NOW);
        assertEquals("Patient/p", patient.reference());
        assertEquals(1, facts(patient, "potassium").size());
    }

    @Test
    void aFullUrlNamesAResourceWithoutId() {
        String bundle =
                json("{'resourceType':'Bundle','entry':[{'fullUrl':'urn:uuid:1','resource':{'resourceType':'Patient'}},"
                        + "{'fullUrl':'urn:uuid:2','resource':"
                        + potassium("urn:uuid:1").replace("'id':'k',", "") + "}]}");
        FhirPatient patient = READER.read(bundle, NOW);
        assertEquals("urn:uuid:1", patient.reference());
        assertEquals("urn:uuid:2", facts(patient, "potassium").get(0).text("document"));
    }

    @Test
    void resourcesWithoutAPatientAreOfTheOneWhomTheyName() {
        FhirPatient patient = READER.read(json("[" + potassium("Patient/9") + "]"), NOW);
        assertEquals("Patient/9", patient.reference());
        assertEquals(1, facts(patient, "potassium").size());
        assertEquals(
                "",
                READER.read(json(potassium("Patient/9").replaceAll("'subject':\\{[^}]*},", "")), NOW)
                        .reference());
    }

    @Test
    void severalPatientsAreReadEachByThemselves() {
        String two = json("[" + person("a", "") + "," + potassium("Patient/b") + "," + person("b", "") + "]");
        List<FhirPatient> patients = READER.readAll(two, NOW);
        assertEquals(
                List.of("Patient/a", "Patient/b"),
                patients.stream().map(FhirPatient::reference).toList());
        assertEquals(0, facts(patients.get(0), "potassium").size());
        assertEquals(1, facts(patients.get(1), "potassium").size());
        InvalidFhirException refused = assertThrows(InvalidFhirException.class, () -> READER.read(two, NOW));
        assertEquals(
                "document: is about 2 patients; allowed here: one (read several with readAll)", refused.getMessage());
    }

    @Test
    void linesAreReadAsBulkData() {
        String lines = json(person("a", "") + "\n" + person("b", "") + "\r\n\n" + potassium("Patient/a") + "\n");
        assertTrue(BulkData.isBulkData(lines));
        assertEquals(1, facts(READER.readAll(lines, NOW).get(0), "potassium").size());
        List<JsonNode> bundles = BulkData.bundles(List.of(json(person("a", "")) + "\n", json(potassium("Patient/a"))));
        assertEquals(1, bundles.size());
        assertEquals(1, facts(READER.read(bundles.get(0), NOW), "potassium").size());
    }

    @Test
    void aBundleForOnePatientOfBulkDataHoldsWhatItsResourcesReferTo() {
        String medication =
                "{'resourceType':'Medication','id':'m','code':{'coding':[{'system':'http://www.nlm.nih.gov/research/umls/rxnorm','code':'36567'}]}}";
        String order =
                "{'resourceType':'MedicationRequest','id':'r','status':'active','intent':'order','subject':{'reference':'Patient/b'},'medicationReference':{'reference':'Medication/m'}}";
        List<JsonNode> bundles = BulkData.bundles(
                List.of(json(person("a", "") + "\n" + person("b", "") + "\n"), json(medication + "\n" + order)));
        assertEquals(2, bundles.size());
        assertEquals(1, bundles.get(0).path("entry").size());
        assertEquals(1, facts(READER.read(bundles.get(1), NOW), "simvastatin").size());
    }

    @Test
    void aBundleMayHoldBundles() {
        String inner =
                "{'resourceType':'Bundle','type':'searchset','entry':[{'resource':" + potassium("Patient/p") + "}]}";
        assertEquals(1, facts(READER.read(bundle(inner), NOW), "potassium").size());
    }

    @Test
    void theNewestVersionOfAResourceCounts() {
        String old =
                potassium("Patient/p").replace("'status'", "'meta':{'lastUpdated':'2026-01-15T08:00:00Z'},'status'");
        String wrong = potassium("Patient/p")
                .replace("'final'", "'entered-in-error'")
                .replace("'status'", "'meta':{'lastUpdated':'2026-01-15T09:00:00Z'},'status'");
        for (FhirPatient patient : List.of(read(old, wrong), read(wrong, old))) {
            assertEquals(0, facts(patient, "potassium").size());
            assertEquals(List.of(UnusedReason.ENTERED_IN_ERROR, UnusedReason.REPEATED), reasons(patient));
        }
    }

    @Test
    void everyResourceIsUsedOrListed() {
        String[] resources = IntStream.range(0, 20)
                .mapToObj(i -> "{'resourceType':'"
                        + List.of("Claim", "Observation", "Condition", "Device", "Goal")
                                .get(i % 5) + "','id':'" + i + "','subject':{'reference':'Patient/p'}}")
                .toArray(String[]::new);
        FhirPatient patient = read(resources);
        assertEquals(
                20,
                patient.unused().stream()
                        .map(UnusedResource::reference)
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{; line 1, column",
                "[{'resourceType':'Patient'},{'id':'x'}]; [1]: has no resourceType",
                "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Patient'}},{'resource':{'x':1}}]}; Bundle.entry[1].resource: has no resourceType",
                "{'resourceType':'Bundle','entry':{}}; Bundle.entry: is not a list",
                "{'a':1}; document: has no resourceType",
                "3; document: has no resourceType",
                "{'resourceType':'Patient','id':'a','id':'b'}; line 1, column",
                "{'resourceType':'Patient'} x; line 1, column"
            })
    void brokenDataAreRefusedWithTheirPlace(String text, String message) {
        InvalidFhirException refused = assertThrows(InvalidFhirException.class, () -> READER.read(json(text), NOW));
        assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    }

    @Test
    void aBrokenLineIsNamedByItsNumber() {
        InvalidFhirException refused = assertThrows(
                InvalidFhirException.class,
                () -> READER.readAll(json(person("a", "") + "\n" + "{'resourceType':"), NOW));
        assertTrue(refused.getMessage().startsWith("line 2, column "), refused.getMessage());
    }

    @Test
    void noShapeOfAResourceBreaksTheReader() {
        JsonNode whole = Documents.read(bundle(
                observation(
                        loinc("85354-9") + ",'component':[{" + POTASSIUM + "}],'referenceRange':[{'low':{'value':1}}]"),
                Fhir.resource("Condition", Fhir.snomed("55300003") + ",'onsetAge':{'value':3,'code':'a'}"),
                Fhir.resource(
                        "MedicationRequest",
                        "'status':'active','intent':'order','medicationCodeableConcept':{'text':'x 5 MG'}"),
                Fhir.resource("Procedure", "'status':'completed'," + Fhir.snomed("13619001")),
                Fhir.resource("List", "'status':'current','code':{}")));
        for (String replacement : List.of("null", "3", "\"text\"", "[]", "{}", "[null]", "[[1]]", "true")) {
            replaceEach(whole, whole, Documents.read(replacement));
        }
    }

    /** Each value of the document, one at a time. */
    private static void replaceEach(JsonNode whole, JsonNode node, JsonNode replacement) {
        if (node instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
            List<String> fields = new java.util.ArrayList<>();
            object.fieldNames().forEachRemaining(fields::add);
            for (String field : fields) {
                JsonNode before = object.get(field);
                object.set(field, replacement);
                readOrRefuse(whole);
                object.set(field, before);
                replaceEach(whole, before, replacement);
            }
        } else {
            node.forEach(each -> replaceEach(whole, each, replacement));
        }
    }

    private static void readOrRefuse(JsonNode whole) {
        AtomicReference<FhirPatient> read = new AtomicReference<>();
        try {
            read.set(READER.read(whole, NOW));
        } catch (InvalidFhirException e) {
            assertFalse(e.getMessage().isBlank());
        }
    }

    @Test
    void theEvaluationDecidesWhatIsKnown() {
        String bundle = bundle(
                observation(POTASSIUM),
                Fhir.resource("Condition", Fhir.snomed("709044004") + ",'onsetDateTime':'2025-01-01'"));
        FhirPatient before = READER.read(bundle, Instant.parse("2024-06-01T00:00:00Z"));
        assertEquals(List.of(), before.patient().entries());
        assertEquals(List.of(UnusedReason.IN_THE_FUTURE, UnusedReason.IN_THE_FUTURE), reasons(before));
        assertEquals(2, READER.read(bundle, NOW).patient().entries().size());
    }

    @Test
    void oneReaderServesManyThreads() {
        String bundle = bundle(observation(POTASSIUM));
        long read = IntStream.range(0, 500)
                .parallel()
                .filter(i -> facts(READER.read(bundle, NOW), "potassium").size() == 1)
                .count();
        assertEquals(500, read);
    }
}
