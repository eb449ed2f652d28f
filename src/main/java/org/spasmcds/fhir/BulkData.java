package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** FHIR Bulk Data: NDJSON files, a resource a line and mostly a file for each type, in which the resources of many patients stand. */
public final class BulkData {
    private BulkData() {}

    /** Whether a text is one of a document a line that are FHIR resources and no Bundles. */
    public static boolean isBulkData(String text) {
        String line = text.stripLeading().split("\n", 2)[0];
        if (!line.stripTrailing().endsWith("}")) {
            return false;
        }
        try {
            String type = FhirReader.document(line, "").path("resourceType").asText("");
            return !type.isEmpty() && !type.equals("Bundle");
        } catch (InvalidFhirException e) {
            return false;
        }
    }

    /**
     * A Bundle for each patient, with what its resources refer to.
     *
     * @param texts of files that belong together
     * @throws InvalidFhirException when a line is no resource; the message names the place
     */
    public static List<JsonNode> bundles(List<String> texts) {
        List<JsonNode> documents = new ArrayList<>();
        texts.forEach(text -> documents.addAll(lines(text)));
        Resources resources = Resources.of(documents);
        List<JsonNode> bundles = new ArrayList<>();
        for (Share share : Share.of(resources)) {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            share.person().ifPresent(person -> members.put(person.reference(), person.json()));
            for (Resource each : share.resources()) {
                members.put(each.reference(), each.json());
                for (JsonNode reference : each.json().findParents("reference")) {
                    resources
                            .resolve(each, reference)
                            .filter(target ->
                                    target.subject().isEmpty() && !target.type().equals("Patient"))
                            .ifPresent(target -> members.putIfAbsent(target.reference(), target.json()));
                }
            }
            ObjectNode bundle = JsonNodeFactory.instance
                    .objectNode()
                    .put("resourceType", "Bundle")
                    .put("type", "collection");
            ArrayNode entries = bundle.putArray("entry");
            members.values().forEach(member -> entries.addObject().set("resource", member));
            bundles.add(bundle);
        }
        return bundles;
    }

    /** Whether a text has a whole document in its first line, and more lines. */
    static boolean hasLines(String json) {
        int end = json.indexOf('\n');
        return end > 0
                && json.charAt(0) == '{'
                && json.substring(0, end).stripTrailing().endsWith("}")
                && !json.substring(end).isBlank();
    }

    static List<JsonNode> lines(String json) {
        List<JsonNode> documents = new ArrayList<>();
        int number = 0;
        for (String line : json.split("\n")) {
            number++;
            if (!line.isBlank()) {
                documents.add(FhirReader.document(line, "line " + number));
            }
        }
        return documents;
    }
}
