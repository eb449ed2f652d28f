package org.spasmcds.examples.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;

/** Reads and writes JSON. What is empty is left out, as CDS Hooks wants it; no message repeats what was read. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .addModule(new SimpleModule().addSerializer(OptionalDouble.class, new OptionalNumber()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    /** A number, or nothing at all. */
    private static final class OptionalNumber extends JsonSerializer<OptionalDouble> {
        @Override
        public boolean isEmpty(SerializerProvider provider, OptionalDouble number) {
            return number.isEmpty();
        }

        @Override
        public void serialize(OptionalDouble number, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeNumber(number.orElseThrow());
        }
    }

    /**
     * @throws Refused when it is not one JSON object
     */
    public static JsonNode object(byte[] bytes) {
        JsonNode read;
        try {
            read = MAPPER.readTree(bytes);
        } catch (JacksonException wrong) {
            // The message of the parser may quote what it read.
            throw Refused.malformed("the body is not JSON: line "
                    + (wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!read.isObject()) {
            throw Refused.malformed("the body is not a JSON object");
        }
        return read;
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JacksonException impossible) {
            throw new UncheckedIOException(
                    new IOException("cannot be written: " + value.getClass().getName()));
        }
    }
}
