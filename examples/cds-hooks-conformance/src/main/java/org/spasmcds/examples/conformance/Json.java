package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads JSON. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Pattern DAYS_AGO = Pattern.compile("\"@-(\\d+)d\"");

    private Json() {}

    /** The value that a text holds; empty when the text is not JSON. */
    static Optional<JsonNode> read(String text) {
        try {
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A text with the instants in place of {@code "@-3d"}, three days ago. */
    static String dated(String text, Instant now) {
        return DAYS_AGO.matcher(text).replaceAll(days -> {
            Instant then = now.minus(Long.parseLong(days.group(1)), ChronoUnit.DAYS);
            return "\"" + then.truncatedTo(ChronoUnit.SECONDS) + "\"";
        });
    }

    /** The text of a file of the kit. */
    static String resource(String name) {
        try (InputStream in = Json.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
