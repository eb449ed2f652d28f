package org.spasmcds.json;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.TestRules;

/** A document with a fault is refused as a whole, with one message that names the field, the value and what is allowed. */
class MalformedPatientTest {
    record Fault(String document, String message) {}

    static Stream<Fault> faults() throws IOException {
        try (InputStream in = MalformedPatientTest.class.getResourceAsStream("/malformed-patients.yaml")) {
            JsonNode list = new ObjectMapper(new YAMLFactory()).readTree(in);
            List<Fault> faults = new ArrayList<>();
            list.forEach(each -> faults.add(new Fault(
                    each.path("document").asText(), each.path("message").asText())));
            return faults.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isRefusedWithOneClearMessage(Fault fault) {
        InvalidPatientException refused = assertThrows(
                InvalidPatientException.class,
                () -> new PatientReader(TestRules.bundled()).read(Documents.read(fault.document())));
        assertTrue(refused.getMessage().contains(fault.message()), refused.getMessage());
        assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
    }

    @Test
    void thereAreAtLeastForty() throws IOException {
        assertTrue(faults().count() >= 40);
    }
}
