package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What checks looked at and what they found wrong. A check that never looked at anything has not passed. */
public final class Findings {

    private final Map<String, Integer> looked = new LinkedHashMap<>();
    private final List<Finding> found = new ArrayList<>();

    /** Counts that a check looked at something, and notes a finding when it is not as it must be. */
    boolean expect(String check, boolean asItMustBe, String path, String message) {
        looked.merge(check, 1, Integer::sum);
        if (!asItMustBe) {
            found.add(new Finding(check, path, message));
        }
        return asItMustBe;
    }

    /**
     * Whether a required attribute is there and of its kind. An attribute that is null or empty is left to the checks
     * {@code json-null} and {@code json-empty}, so that one fault is reported once.
     */
    boolean required(String check, JsonNode object, String field, Kind kind, String path) {
        JsonNode value = object.get(field);
        if (value == null) {
            return expect(check, false, path, field + " is missing");
        }
        if (Kind.isEmpty(value)) {
            expect(check, true, path, "");
            return false;
        }
        return expect(check, kind.holds(value), path + "." + field, "must be " + kind + ", is " + shown(value));
    }

    /** Whether an attribute, if it is there, is of its kind. */
    boolean optional(String check, JsonNode object, String field, Kind kind, String path) {
        JsonNode value = object.get(field);
        if (value == null || Kind.isEmpty(value)) {
            return false;
        }
        return expect(check, kind.holds(value), path + "." + field, "must be " + kind + ", is " + shown(value));
    }

    static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    /** How many things a check looked at. */
    public int looked(String check) {
        return looked.getOrDefault(check, 0);
    }

    public List<Finding> all() {
        return List.copyOf(found);
    }

    public List<Finding> of(String check) {
        return found.stream().filter(f -> f.check().equals(check)).toList();
    }
}
