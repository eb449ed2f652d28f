package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What an attribute's value must be. */
enum Kind {
    STRING("a string", JsonNode::isTextual),
    BOOLEAN("a boolean", JsonNode::isBoolean),
    INTEGER("an integer", JsonNode::isIntegralNumber),
    OBJECT("an object", JsonNode::isObject),
    ARRAY("an array", JsonNode::isArray),
    URL("an absolute URL", v -> v.isTextual() && absolute(v.asText())),
    UUID("a UUID", v -> v.isTextual() && Patterns.UUID.matcher(v.asText()).matches()),
    FHIR_ID("a FHIR id", v -> v.isTextual() && Patterns.ID.matcher(v.asText()).matches()),
    REFERENCE(
            "of the form [ResourceType]/[id]",
            v -> v.isTextual() && Patterns.REFERENCE.matcher(v.asText()).matches()),
    RESOURCE("a FHIR resource", v -> v.isObject() && v.path("resourceType").isTextual());

    private static final class Patterns {
        static final Pattern UUID = Pattern.compile("(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
        static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9\\-.]{1,64}");
    }

    private final String words;
    private final Predicate<JsonNode> test;

    Kind(String words, Predicate<JsonNode> test) {
        this.words = words;
        this.test = test;
    }

    boolean holds(JsonNode value) {
        return test.test(value);
    }

    /** Whether a value is one that the specification prohibits: null, "", [] or {}. */
    static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isTextual() && value.asText().isEmpty())
                || (value.isContainerNode() && value.isEmpty());
    }

    private static boolean absolute(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
