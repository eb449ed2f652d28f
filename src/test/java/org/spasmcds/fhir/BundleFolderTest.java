package org.spasmcds.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.json.Documents;

/**
 * A folder of bundles that somebody else made: none crashes the reader, every resource is used or listed, and a table tells what was
 * mapped and what was not, each finding above ROUTINE with its facts, and the bundles a second beside HAPI's parser alone.
 *
 * <p>{@code mvn test -Pslow -Dtest=BundleFolderTest -Dfhir.bundles=DIR [-Dfhir.asOf=2026-01-01T12:00:00Z]}; without a time each patient
 * is assessed at the last thing that was observed or ordered.
 */
@Tag("slow")
@EnabledIfSystemProperty(named = "fhir.bundles", matches = ".+")
class BundleFolderTest {
    private final Ruleset ruleset = TestRules.bundled();
    private final FhirReader reader = FhirReader.of(ruleset);
    private final Map<UnusedReason, Integer> rows = new EnumMap<>(UnusedReason.class);
    private final Map<String, Integer> levels = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private long resources;
    private long used;
    private long ours;
    private long hapis;
    private int bundles;

    @Test
    void everyBundleIsReadAndEveryResourceIsAccountedFor() throws IOException {
        IParser hapi = FhirContext.forR4().newJsonParser();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("fhir.bundles")))) {
            for (Path file : files.filter(BundleFolderTest::isPatient).sorted().toList()) {
                String text = Files.readString(file);
                bundle(file.getFileName().toString(), text);
                long start = System.nanoTime();
                hapi.parseResource(Bundle.class, text);
                hapis += System.nanoTime() - start;
            }
        }
        assertTrue(bundles > 0, "no bundle in " + System.getProperty("fhir.bundles"));
        print();
    }

    private static boolean isPatient(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".json") && !name.startsWith("hospital") && !name.startsWith("practitioner");
    }

    private void bundle(String name, String text) {
        Instant evaluation = System.getProperty("fhir.asOf") == null
                ? last(Documents.read(text))
                : Instant.parse(System.getProperty("fhir.asOf"));
        long start = System.nanoTime();
        FhirPatient patient = reader.read(text, evaluation);
        Assessment assessment = ruleset.assess(patient.patient(), evaluation);
        ours += System.nanoTime() - start;
        bundles++;
        accountFor(name, text, patient);
        patient.unused().forEach(each -> rows.merge(each.reason(), 1, Integer::sum));
        levels.merge(assessment.level().map(Level::name).orElse("no finding"), 1, Integer::sum);
        for (Finding finding : assessment.findings()) {
            if (finding.level().compareTo(Level.ROUTINE) > 0) {
                findings.add(finding.level() + " " + finding.certainty() + " " + finding.id() + "  (" + name
                        + ")\n      " + finding.reasons().get(0).facts());
            }
        }
    }

    private void accountFor(String name, String text, FhirPatient patient) {
        Set<String> named = new HashSet<>();
        patient.used().forEach(each -> named.add(each.reference()));
        used += named.size();
        patient.unused().forEach(each -> named.add(each.reference()));
        Set<String> missing = new HashSet<>();
        for (JsonNode entry : Documents.read(text).path("entry")) {
            JsonNode resource = entry.path("resource");
            String reference = resource.path("resourceType").asText() + "/"
                    + resource.path("id").asText();
            resources++;
            if (!named.contains(reference) && !reference.startsWith("Medication/")) {
                missing.add(reference);
            }
        }
        assertEquals(Set.of(), missing, name);
    }

    private static Instant last(JsonNode bundle) {
        Instant last = Instant.EPOCH;
        for (JsonNode entry : bundle.path("entry")) {
            for (String field : List.of("effectiveDateTime", "authoredOn")) {
                String text = entry.path("resource").path(field).asText("");
                if (text.length() > 10) {
                    Instant at = OffsetDateTime.parse(text).toInstant();
                    last = at.isAfter(last) ? at : last;
                }
            }
        }
        return last;
    }

    private void print() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "%n%d bundles, %d resources, %d of them used%n%n| not used, a row a resource or component | rows |%n| --- | ---: |%n",
                bundles,
                resources,
                used));
        rows.forEach((reason, count) -> table.append("| ")
                .append(reason.words())
                .append(" | ")
                .append(count)
                .append(" |\n"));
        table.append("\nlevels: ")
                .append(levels)
                .append("\n\nabove ROUTINE: ")
                .append(findings.size())
                .append("\n");
        findings.forEach(each -> table.append("   ").append(each).append("\n"));
        table.append(String.format(
                Locale.ROOT,
                "%nread and assessed: %.1f bundles a second; HAPI's parser alone: %.1f%n",
                bundles / (ours / 1e9),
                bundles / (hapis / 1e9)));
        System.out.println(table);
    }
}
