package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For who agreed on extensions beforehand: finds those that nobody agreed on. CDS Hooks itself allows any. */
public final class Extensions {

    private static final Set<String> OTHERS = Set.of("resource", "context", "prefetch");

    private Extensions() {}

    /** The extensions in a document whose names are not known. */
    public static List<Finding> unknown(JsonNode document, Set<String> known) {
        List<Finding> found = new ArrayList<>();
        search(document, "$", known, found);
        return found;
    }

    private static void search(JsonNode value, String path, Set<String> known, List<Finding> found) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String at = path + "." + field.getKey();
            if (field.getKey().equals("extension")) {
                for (Map.Entry<String, JsonNode> extension : field.getValue().properties()) {
                    if (!known.contains(extension.getKey())) {
                        found.add(new Finding("extension-unknown", at, extension.getKey() + " is not known"));
                    }
                }
            } else if (!OTHERS.contains(field.getKey())) {
                search(field.getValue(), at, known, found);
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            search(value.get(i), path + "[" + i + "]", known, found);
        }
    }
}
