package org.spasmcds.examples.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The CDS Hooks documents of the HL7 test cases: each is accepted or refused as the outcome file of the HL7 validator
 * says, and where it is refused for its CDS Hooks structure, at the same place.
 */
class OfficialDocumentsTest {

    private static final String FOLDER = "/org/hl7/fhir/testcases/validator/";
    private static final Pattern PREFETCH = Pattern.compile("\\.prefetch\\[(\\d+)]\\.value");

    /** What the text of the specification asks for and the validator's model leaves open. */
    private static final Set<String> NOT_IN_THE_MODEL = Set.of("card-summary-length", "card-indicator", "link-type");

    private record Official(String name, Documents.Type type, JsonNode document, List<String> errors) {

        /** What the kit finds; as the validator does, it knows no extension. */
        List<Finding> findings() {
            List<Finding> findings =
                    new ArrayList<>(Documents.check(type, document).all());
            findings.addAll(Extensions.unknown(document, Set.of()));
            return findings;
        }

        List<Finding> ofTheModel() {
            return findings().stream()
                    .filter(f -> !NOT_IN_THE_MODEL.contains(f.check()))
                    .toList();
        }
    }

    private static List<Official> documents() {
        List<Official> documents = new ArrayList<>();
        for (JsonNode test : json("manifest.json").path("test-cases")) {
            if (test.path("module").asText().equals("cdshooks")) {
                String format = test.path("logical").path("format").asText();
                documents.add(new Official(
                        test.path("name").asText(),
                        format.endsWith("Services")
                                ? Documents.Type.DISCOVERY
                                : format.endsWith("Request") ? Documents.Type.REQUEST : Documents.Type.RESPONSE,
                        json(test.path("file").asText()),
                        errors(json(
                                "outcomes/" + test.path("logical").path("java").asText()))));
            }
        }
        return documents;
    }

    private static JsonNode json(String name) {
        return Json.read(Json.resource(FOLDER + name)).orElseThrow();
    }

    /** Where the validator found errors. */
    private static List<String> errors(JsonNode outcome) {
        List<String> errors = new ArrayList<>();
        for (JsonNode issue : outcome.path("issue")) {
            if (Set.of("error", "fatal").contains(issue.path("severity").asText())) {
                errors.add(issue.path("expression").path(0).asText());
            }
        }
        return errors;
    }

    @Test
    void thereAreTwentyWithAnOutcomeFile() {
        assertEquals(20, documents().size());
        assertEquals(11, documents().stream().filter(d -> d.errors().isEmpty()).count());
    }

    @TestFactory
    Stream<DynamicTest> eachIsAcceptedOrRefusedAsItsOutcomeFileSays() {
        return documents().stream()
                .map(official -> DynamicTest.dynamicTest(
                        official.name(),
                        () -> assertEquals(
                                official.errors().isEmpty(),
                                official.ofTheModel().isEmpty(),
                                () -> official.errors() + " / " + official.ofTheModel())));
    }

    /** What lies inside a FHIR resource is the affair of a FHIR validator. */
    @TestFactory
    Stream<DynamicTest> eachErrorOutsideOfResourcesIsFoundAtTheSamePlace() {
        return documents().stream()
                .filter(official -> !official.errors().isEmpty())
                .map(official -> DynamicTest.dynamicTest(official.name(), () -> {
                    Set<String> wanted = official.errors().stream()
                            .filter(path -> !path.contains("/*") && !path.contains("draftOrders."))
                            .map(path -> here(path, official.document()))
                            .collect(Collectors.toCollection(TreeSet::new));
                    Set<String> found = official.ofTheModel().stream()
                            .map(Finding::path)
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertEquals(wanted, found);
                }));
    }

    /** A place in the words of the kit. */
    private static String here(String expression, JsonNode document) {
        String path = expression.replaceFirst("^CDSHooks[A-Za-z]+", "\\$");
        Matcher prefetch = PREFETCH.matcher(path);
        if (!prefetch.find()) {
            return path;
        }
        List<String> keys = new ArrayList<>();
        document.path("prefetch").fieldNames().forEachRemaining(keys::add);
        return prefetch.replaceFirst(".prefetch." + keys.get(Integer.parseInt(prefetch.group(1))));
    }

    @Test
    void theTextOfTheSpecificationRefusesThisMuchMore() {
        Map<String, Set<String>> more = new TreeMap<>();
        for (Official official : documents()) {
            Set<String> checks = official.findings().stream()
                    .map(Finding::check)
                    .filter(NOT_IN_THE_MODEL::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!checks.isEmpty()) {
                more.put(official.name(), checks);
            }
        }
        assertEquals(
                Map.of(
                        "cdshooks-response-empty-source", Set.of("link-type"),
                        "cdshooks-response-source-link", Set.of("card-summary-length", "link-type"),
                        "cdshooks-response-suggestion", Set.of("card-summary-length")),
                more);
    }

    @Test
    void theTwoWithoutAnOutcomeFileAreWhatTheirNamesSay() {
        assertEquals(
                List.of(),
                Documents.check(Documents.Type.RESPONSE, json("cdshooks-response-empty-good.json"))
                        .all());
        assertTrue(Documents.check(Documents.Type.RESPONSE, json("cdshooks-response-empty-bad.json")).all().stream()
                .anyMatch(f -> f.check().equals("response-cards")));
    }
}
