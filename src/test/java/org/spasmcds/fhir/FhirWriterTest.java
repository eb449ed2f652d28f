package org.spasmcds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;
import org.spasmcds.Basis;
import org.spasmcds.Patient;
import org.spasmcds.RandomPatients;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;

/** What is written is FHIR R4, by the validator of HAPI without a network, and says what the assessment says. */
class FhirWriterTest {
    private static final FhirValidator VALIDATOR = validator();

    private final Ruleset rules = TestRules.bundled();
    private final FhirWriter writer = new FhirWriter(rules.vocabulary());

    private static FhirValidator validator() {
        FhirContext context = FhirContext.forR4();
        FhirInstanceValidator module = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context)));
        return context.newValidator().registerValidatorModule(module);
    }

    private static List<String> errors(JsonNode bundle) {
        return VALIDATOR.validateWithResult(bundle.toString()).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(FhirWriterTest::text)
                .toList();
    }

    private static String text(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    private static List<Patient> documents(Ruleset rules, String folder) throws IOException {
        List<Patient> patients = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("examples", folder))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .filter(each -> !each.endsWith("labels.json"))
                    .sorted()
                    .toList()) {
                patients.add(new PatientReader(rules).read(Documents.read(Files.readString(file))));
            }
        }
        return patients;
    }

    private Basis explain(Patient patient) {
        return rules.explain(patient, TestRules.NOW);
    }

    @Test
    void everyResourceIsValid() throws IOException {
        List<Patient> patients = new ArrayList<>(documents(rules, "patients"));
        patients.addAll(documents(rules, "benchmark").subList(0, 12));
        RandomPatients drawn = new RandomPatients(rules, new Random(20261125));
        for (int i = 0; i < 30; i++) {
            patients.add(drawn.next());
        }
        patients.add(rules.patient().build());
        int resources = 0;
        Set<String> types = new TreeSet<>();
        for (Patient patient : patients) {
            JsonNode bundle = writer.bundle(explain(patient), "Patient/123");
            assertEquals(List.of(), errors(bundle), () -> bundle.toPrettyString());
            for (JsonNode entry : bundle.get("entry")) {
                resources++;
                types.add(entry.at("/resource/resourceType").asText());
            }
        }
        System.out.println("FhirWriterTest: " + patients.size() + " bundles with " + resources + " resources valid");
        assertEquals(Set.of("GuidanceResponse", "RiskAssessment", "DetectedIssue"), types);
    }

    @Test
    void theValidatorRefusesWhatIsWrong() {
        ObjectNode bundle = writer.bundle(explain(lowPotassiumOnDiuretic()), "Patient/123");
        ((ObjectNode) bundle.at("/entry/1/resource")).put("status", "probably");
        assertFalse(errors(bundle).isEmpty());
    }

    private Patient lowPotassiumOnDiuretic() {
        return rules.patient()
                .cramp("calf")
                .medicine(
                        "hydrochlorothiazide",
                        it -> it.set("start", "3 weeks ago").set("document", "MedicationRequest/7"))
                .result(
                        "potassium",
                        2.8,
                        "mmol/L",
                        it -> it.set("at", "2 hours ago").set("document", "Observation/42"))
                .build();
    }

    @Test
    void aPredictionNamesItsLevelItsCauseAndItsFacts() {
        Basis basis = explain(lowPotassiumOnDiuretic());
        JsonNode risk = writer.bundle(basis, "Patient/123").at("/entry/1/resource");
        JsonNode first = risk.at("/prediction/0");
        assertEquals(
                basis.assessment().findings().get(0).level().name(),
                first.at("/extension/0/valueCode").asText());
        assertEquals(
                basis.assessment().findings().get(0).id(),
                first.at("/outcome/coding/0/code").asText());
        assertTrue(first.get("rationale").asText().contains("potassium 2.8 mmol/L"), first::toPrettyString);
        assertTrue(risk.get("basis").toString().contains("Observation/42"), risk::toPrettyString);
        assertEquals(
                basis.assessment().findings().size(), risk.get("prediction").size());
    }

    @Test
    void aFindingThatRestsOnAMedicineIsAnIssueAndNeverSaysToStopIt() {
        JsonNode bundle = writer.bundle(explain(lowPotassiumOnDiuretic()), "Patient/123");
        List<JsonNode> issues = new ArrayList<>();
        bundle.get("entry").forEach(entry -> {
            if (entry.at("/resource/resourceType").asText().equals("DetectedIssue")) {
                issues.add(entry.get("resource"));
            }
        });
        assertFalse(issues.isEmpty());
        for (JsonNode issue : issues) {
            assertTrue(issue.get("implicated").toString().contains("MedicationRequest/7"), issue::toPrettyString);
            String text = issue.toString().toLowerCase(Locale.ROOT);
            assertFalse(text.contains("stop taking") || text.contains("stop the"), text);
        }
        JsonNode without = writer.bundle(
                explain(rules.patient()
                        .cramp("calf")
                        .result("potassium", 2.8, "mmol/L")
                        .build()),
                "Patient/123");
        assertFalse(without.toString().contains("DetectedIssue"));
    }

    @Test
    void missingDataAreAskedForByTheirCode() {
        JsonNode guidance = writer.bundle(
                        explain(rules.patient()
                                .cramp("hand")
                                .symptom("perioral-paresthesia")
                                .build()),
                        "")
                .at("/entry/0/resource");
        assertEquals("data-requested", guidance.get("status").asText());
        assertTrue(guidance.get("dataRequirement").size() > 0);
        assertTrue(guidance.toString().contains("#gaps"));
        assertTrue(guidance.at("/subject/reference").isMissingNode());
    }

    @Test
    void theSameAssessmentGivesTheSameBundle() {
        assertEquals(
                writer.bundle(explain(lowPotassiumOnDiuretic()), "Patient/123"),
                writer.bundle(explain(lowPotassiumOnDiuretic()), "Patient/123"));
    }
}
