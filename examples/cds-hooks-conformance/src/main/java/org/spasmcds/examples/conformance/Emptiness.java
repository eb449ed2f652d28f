package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * "JSON attribute values SHALL NOT be null or empty": looks at every attribute of a document that CDS Hooks itself
 * defines. What stands in a FHIR resource, in an extension or in a hook's context follows rules of its own.
 */
final class Emptiness {

    private static final Set<String> OTHERS = Set.of("resource", "extension", "prefetch", "context");

    private Emptiness() {}

    /** @param mayBeEmpty the attributes at the top of the document that may be an empty array */
    static void check(JsonNode document, Set<String> mayBeEmpty, Findings findings) {
        for (Map.Entry<String, JsonNode> field : document.properties()) {
            boolean allowed =
                    mayBeEmpty.contains(field.getKey()) && field.getValue().isArray();
            check(field.getKey(), field.getValue(), "$", allowed, findings);
        }
    }

    private static void check(String name, JsonNode value, String parent, boolean mayBeEmpty, Findings findings) {
        String path = parent + "." + name;
        one(value, path, mayBeEmpty, findings);
        if (OTHERS.contains(name)) {
            return;
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            check(field.getKey(), field.getValue(), path, false, findings);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            String item = path + "[" + i + "]";
            one(value.get(i), item, false, findings);
            for (Map.Entry<String, JsonNode> field : value.get(i).properties()) {
                check(field.getKey(), field.getValue(), item, false, findings);
            }
        }
    }

    private static void one(JsonNode value, String path, boolean mayBeEmpty, Findings findings) {
        findings.expect("json-null", !value.isNull(), path, "is null");
        boolean empty = !value.isNull() && Kind.isEmpty(value) && !mayBeEmpty;
        findings.expect("json-empty", !empty, path, "is empty: " + value);
    }
}
