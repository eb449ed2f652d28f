package org.spasmcds.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.spasmcds.InvalidPatientException;

/** JSON text, read strictly: no second value of a name, nothing after the end. */
public final class Documents {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Documents() {}

    /**
     * @throws InvalidPatientException when the text is not one JSON document; the message names line and column
     */
    public static JsonNode read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (node == null || node.isMissingNode()) {
                throw new InvalidPatientException("document", "", "is empty; allowed: one JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? "document"
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new InvalidPatientException(where, "", "is not JSON: " + firstLine(e.getOriginalMessage()));
        }
    }

    /** Maps, lists, texts, numbers and flags as JSON text for a reader. */
    public static String pretty(Object document) {
        return MAPPER.valueToTree(document).toPrettyString();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
