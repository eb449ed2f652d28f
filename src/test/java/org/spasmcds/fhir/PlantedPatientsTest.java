package org.spasmcds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.TestRules;
import org.spasmcds.json.Documents;

/**
 * Patients of Synthea in whom a cause was planted (by {@code planted_spasms.json}, which Synthea 3.3.0 takes with {@code -d}): the cause
 * is found in each, and in none in whom none was planted. {@code planted.ndjson} holds two of each cause, with what belongs to
 * the planted encounter and the medicines that are taken; {@code -Pslow -Dfhir.planted=DIR} takes the whole bundles of a folder.
 */
class PlantedPatientsTest {
    private static final String PLANTED = "urn:spasm-cds:planted";
    private static final String NONE = "none";

    /** The conditions of which at least one must be found. */
    private static final Map<String, Set<String>> EXPECTED = Map.of(
            "low-potassium", Set.of("hypokalemia-severe", "hypokalemia-moderate", "hypokalemia-mild-with-cause"),
            "high-potassium", Set.of("hyperkalemia"),
            "low-calcium",
                    Set.of(
                            "hypocalcemia-severe-or-symptomatic",
                            "hypocalcemia-moderate",
                            "hypocalcemia-ckd-or-dialysis"),
            "low-magnesium", Set.of("hypomagnesemia-severe", "hypomagnesemia-moderate", "ppi-low-magnesium"),
            "low-sodium", Set.of("severe-hyponatremia", "sodium-moderate-low"),
            "low-blood-sugar", Set.of("severe-hypoglycemia"),
            "statin-high-ck", Set.of("rhabdomyolysis", "statin-ck-10-times-or-more", "statin-ck-4-to-10-times"),
            "statin-and-clarithromycin", Set.of("statin-cyp3a4-interaction"),
            "hypothyroidism", Set.of("hypothyroidism-overt"),
            "vitamin-d-deficiency", Set.of("vitamin-d-deficient"));

    private record Planted(String cause, Instant at, JsonNode bundle) {
        static Planted of(JsonNode bundle) {
            for (JsonNode entry : bundle.path("entry")) {
                JsonNode resource = entry.path("resource");
                JsonNode coding = resource.path("code").path("coding").path(0);
                if (coding.path("system").asText().equals(PLANTED)) {
                    Instant at = OffsetDateTime.parse(
                                    resource.path("effectiveDateTime").asText())
                            .toInstant();
                    return new Planted(coding.path("code").asText(), at, bundle);
                }
            }
            return new Planted("", Instant.EPOCH, bundle);
        }

        Set<String> found() {
            Instant evaluation = at.plusSeconds(3600);
            Assessment assessment = TestRules.bundled()
                    .assess(Fhir.READER.read(bundle, evaluation).patient(), evaluation);
            return assessment.findings().stream().map(Finding::id).collect(Collectors.toSet());
        }
    }

    @Test
    void everyPlantedCauseIsFoundAndNoneWhereNoneWasPlanted() throws IOException {
        List<Planted> patients = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/fhir/synthea/planted.ndjson"))) {
            patients.add(Planted.of(Documents.read(line)));
        }
        Map<String, int[]> counts = counts(patients);
        counts.forEach((cause, count) -> assertEquals(count[0], count[1], "found of " + cause));
        assertTrue(
                counts.keySet().containsAll(EXPECTED.keySet()) && counts.containsKey(NONE),
                counts.keySet().toString());
    }

    @Test
    @Tag("slow")
    @EnabledIfSystemProperty(named = "fhir.planted", matches = ".+")
    void everyPlantedCauseIsFoundInWholeBundles() throws IOException {
        List<Planted> patients = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("fhir.planted")))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                patients.add(Planted.of(Documents.read(Files.readString(file))));
            }
        }
        Map<String, int[]> counts = counts(patients);
        System.out.println("| planted | patients | found |\n| --- | ---: | ---: |");
        counts.forEach((cause, count) -> System.out.println("| " + cause + " | " + count[0] + " | " + count[1] + " |"));
        counts.forEach((cause, count) -> assertEquals(count[0], count[1], "found of " + cause));
    }

    /** How many patients there are of each cause, and in how many it was found; for none: in how many no cause was found. */
    private static Map<String, int[]> counts(List<Planted> patients) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Planted patient : patients) {
            if (!patient.cause().isEmpty()) {
                int[] count = counts.computeIfAbsent(patient.cause(), any -> new int[2]);
                count[0]++;
                count[1] += isRight(patient) ? 1 : 0;
            }
        }
        return counts;
    }

    private static boolean isRight(Planted patient) {
        Set<String> found = patient.found();
        return patient.cause().equals(NONE)
                ? EXPECTED.values().stream().flatMap(Set::stream).noneMatch(found::contains)
                : EXPECTED.get(patient.cause()).stream().anyMatch(found::contains);
    }
}
