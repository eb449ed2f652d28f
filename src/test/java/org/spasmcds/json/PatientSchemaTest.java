package org.spasmcds.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatientSchemaTest {
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(PatientSchema.text());

    @Test
    void theShippedSchemaIsTheOneThatTheFieldsGive() throws IOException {
        try (InputStream in = PatientSchema.class.getResourceAsStream("patient.schema.json")) {
            assertEquals(PatientSchema.text(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyExampleFitsTheSchema() throws IOException {
        for (String folder : List.of("examples/patients", "examples/benchmark")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json") && !f.endsWith("labels.json"))
                        .toList()) {
                    assertEquals(List.of(), schema.validate(Files.readString(file), InputFormat.JSON), file.toString());
                }
            }
        }
    }

    @Test
    void faultsOfFormDoNotFitTheSchema() {
        for (String document : List.of(
                "[]",
                "{\"agee\": 1}",
                "{\"age\": 40, \"birthDate\": \"1985-01-01\"}",
                "{\"symptoms\": [{\"name\": \"fever\", \"status\": \"yes\"}]}",
                "{\"results\": [{\"value\": 2}]}",
                "{\"medicines\": [{\"name\": \"simvastatin\", \"dose\": \"80 mg\"}]}")) {
            assertFalse(schema.validate(document, InputFormat.JSON).isEmpty(), document);
        }
        assertTrue(schema.validate("{}", InputFormat.JSON).isEmpty());
    }
}
