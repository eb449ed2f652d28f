package org.spasmcds.examples.hooks.prefetch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Medicines that orders only refer to. The recommended prefetch queries cannot include them. */
final class Medications {
    private static final Pattern REFERENCE = Pattern.compile("Medication/[A-Za-z0-9\\-.]{1,64}");
    private static final int MOST = 30;

    private Medications() {}

    /** The Medication resources that are referred to and not there, as Bundle entries; those that cannot be had are left out. */
    static List<JsonNode> missing(List<JsonNode> entries, FhirConnection fhir) {
        Set<String> lacking = new LinkedHashSet<>();
        for (JsonNode entry : entries) {
            String reference = entry.path("resource")
                    .path("medicationReference")
                    .path("reference")
                    .asText();
            if (REFERENCE.matcher(reference).matches()) {
                lacking.add(reference);
            }
        }
        entries.forEach(entry ->
                lacking.remove(entry.path("resource").path("resourceType").asText() + "/"
                        + entry.path("resource").path("id").asText()));
        Map<String, CompletableFuture<JsonNode>> asked = new LinkedHashMap<>();
        lacking.stream().limit(MOST).forEach(reference -> asked.put(reference, fhir.get(reference)));
        List<JsonNode> found = new ArrayList<>();
        asked.values().forEach(answer -> await(answer, fhir, found));
        return found;
    }

    private static void await(CompletableFuture<JsonNode> answer, FhirConnection fhir, List<JsonNode> found) {
        try {
            JsonNode resource = answer.get(fhir.left() + 1, TimeUnit.NANOSECONDS);
            if (resource.path("resourceType").asText().equals("Medication")) {
                found.add(JsonNodeFactory.instance.objectNode().set("resource", resource));
            }
        } catch (ExecutionException | TimeoutException unanswered) {
            // The order stays unread, and the reader lists it as such.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
