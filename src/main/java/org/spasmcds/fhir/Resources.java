package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All resources of some documents, bundles taken apart, and what refers to what. */
final class Resources {
    private static final String HISTORY = "/_history/";

    private final List<Resource> all = new ArrayList<>();
    private final List<Resource> outdated = new ArrayList<>();
    private final Map<String, Resource> byUrl = new HashMap<>();

    /**
     * @throws InvalidFhirException when something in them is not a resource
     */
    static Resources of(List<JsonNode> documents) {
        Resources resources = new Resources();
        for (int i = 0; i < documents.size(); i++) {
            JsonNode document = documents.get(i);
            String type = document.path("resourceType").asText("");
            resources.add(document, documents.size() == 1 ? type.isEmpty() ? "document" : type : "[" + i + "]", "");
        }
        resources.keepNewest();
        resources.index();
        return resources;
    }

    private void add(JsonNode node, String place, String fullUrl) {
        if (!node.path("resourceType").isTextual()) {
            throw new InvalidFhirException(place, "has no resourceType; allowed: a FHIR R4 resource");
        }
        if (!node.path("resourceType").asText().equals("Bundle")) {
            all.add(Resource.of(node, place, fullUrl));
            return;
        }
        JsonNode entries = node.path("entry");
        if (!entries.isMissingNode() && !entries.isArray()) {
            throw new InvalidFhirException(place + ".entry", "is not a list; allowed: a list of entries");
        }
        for (int i = 0; i < entries.size(); i++) {
            JsonNode resource = entries.get(i).path("resource");
            if (!resource.isMissingNode()) {
                add(
                        resource,
                        place + ".entry[" + i + "].resource",
                        entries.get(i).path("fullUrl").asText(""));
            }
        }
    }

    /** Of several versions of a resource the last counts, as in a bundle that is a history or in pages that overlap. */
    private void keepNewest() {
        Map<String, Resource> newest = new LinkedHashMap<>();
        for (Resource each : all) {
            Resource other = newest.get(each.reference());
            if (other == null) {
                newest.put(each.reference(), each);
            } else if (each.type().equals(other.type()) && updated(each).compareTo(updated(other)) > 0) {
                newest.put(each.reference(), each);
                outdated.add(other);
            } else {
                outdated.add(each);
            }
        }
        all.clear();
        all.addAll(newest.values());
    }

    private static String updated(Resource resource) {
        return resource.get("meta").path("lastUpdated").asText("");
    }

    private void index() {
        for (Resource each : all) {
            byUrl.put(each.reference(), each);
            if (!each.fullUrl().isEmpty()) {
                byUrl.put(each.fullUrl(), each);
                byUrl.putIfAbsent(relative(each.fullUrl()), each);
            }
        }
    }

    List<Resource> all() {
        return all;
    }

    /** Older versions of resources that are there. */
    List<Resource> outdated() {
        return outdated;
    }

    /** What a reference of a resource points to: inside of it, by full URL, or by type and id. */
    Optional<Resource> resolve(Resource from, JsonNode reference) {
        String written = reference.path("reference").asText("");
        if (written.startsWith("#")) {
            return from.contained(written.substring(1));
        }
        String plain = withoutVersion(written);
        return Optional.ofNullable(byUrl.getOrDefault(plain, byUrl.get(relative(plain))));
    }

    /** The name of what a reference points to, the same for all ways of writing it, whether it is there or not. */
    String target(Resource from, JsonNode reference) {
        return resolve(from, reference)
                .map(Resource::reference)
                .orElseGet(() ->
                        relative(withoutVersion(reference.path("reference").asText(""))));
    }

    private static String withoutVersion(String url) {
        int history = url.indexOf(HISTORY);
        return history < 0 ? url : url.substring(0, history);
    }

    /** {@code Patient/1} of {@code https://example.org/fhir/Patient/1}. */
    private static String relative(String url) {
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            return url;
        }
        int id = url.lastIndexOf('/');
        int type = url.lastIndexOf('/', id - 1);
        return type < 0 ? url : url.substring(type + 1);
    }
}
