package org.spasmcds.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spasmcds.Assessment;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.intake.Section;

/** The source document of a fact is carried along and changes no answer. */
class DocumentFieldTest {
    private static final Ruleset RULES = TestRules.bundled();

    private static Assessment assess(JsonNode document) {
        return RULES.assess(new PatientReader(RULES).read(document), TestRules.NOW);
    }

    @Test
    void namingADocumentChangesNoAnswerEvenWhereAFactStandsInTwo() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(Path.of("examples/patients"))) {
            files = found.filter(file -> file.toString().endsWith(".json")).toList();
        }
        for (Path file : files) {
            String text = Files.readString(file);
            ObjectNode named = (ObjectNode) Documents.read(text);
            for (Section section : Section.values()) {
                if (named.path(section.label()) instanceof ArrayNode entries) {
                    ArrayNode repeated = entries.deepCopy();
                    name(entries, "first.json");
                    name(repeated, "second.json");
                    entries.addAll(repeated);
                }
            }
            assertEquals(assess(Documents.read(text)), assess(named), file.toString());
        }
    }

    private static void name(ArrayNode entries, String document) {
        entries.forEach(entry -> {
            if (entry instanceof ObjectNode object) {
                object.put("document", document);
            }
        });
    }

    @Test
    void aDocumentIsAText() {
        assertThrows(
                InvalidPatientException.class,
                () -> assess(Documents.read("{\"symptoms\": [{\"name\": \"fever\", \"document\": 7}]}")));
    }
}
