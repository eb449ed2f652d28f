package org.spasmcds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spasmcds.json.Documents;

class SpanishReportTest {
    private static final Pattern RULE = Pattern.compile("\\[[^]]*]");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(the|could|because|assumes|known|sources|doubtful|more|ask|rules|what|as of|EMERGENCY|URGENT|SOON|possible"
                    + "|likely|confirmed|not)\\b");

    private static int run(StringWriter out, String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(out, true), args);
    }

    @Test
    void theWholeTextReportIsInSpanish() throws IOException {
        List<String> args = new ArrayList<>(List.of("assess", "--full", "--as-of", "2026-01-15", "--language", "es"));
        try (Stream<Path> files = Files.list(Path.of("examples/patients"))) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".json"))
                    .sorted()
                    .forEach(args::add);
        }
        StringWriter out = new StringWriter();
        assertEquals(0, run(out, args.toArray(String[]::new)));
        // Ids of rules and patients, and what was written in the document, stay as they are.
        String text = RULE.matcher(out.toString()).replaceAll("");
        for (String line :
                text.lines().filter(line -> !line.contains("a fecha de")).toList()) {
            assertFalse(ENGLISH.matcher(line).find(), line);
        }
        assertFalse(out.toString().contains("[en]"));
        assertTrue(text.contains("\nEMERGENCIA  Llame a emergencias"), text.substring(0, 300));
        assertTrue(text.contains("   porque     "));
    }

    /** Programs read these; only the sentences are for people. */
    @Test
    void theCodesOfTheJsonStayCodes() throws IOException {
        String file = "examples/patients/thyroidectomy-tetany.json";
        StringWriter english = new StringWriter();
        StringWriter spanish = new StringWriter();
        run(english, "assess", file, "--as-of", "2026-01-15", "--format", "json");
        run(spanish, "assess", file, "--as-of", "2026-01-15", "--format", "json", "--language", "es");
        var one = Documents.read(english.toString());
        var other = Documents.read(spanish.toString());
        assertEquals("en", one.path("language").asText());
        assertEquals("es", other.path("language").asText());
        for (String field : List.of("level", "outcome", "evaluatedAt", "explanations", "ruleset")) {
            assertEquals(one.path(field), other.path(field));
        }
        for (String field : List.of("id", "kind", "level", "certainty", "attribution", "evidence", "mostUsual")) {
            assertEquals(
                    one.path("findings").findValues(field),
                    other.path("findings").findValues(field));
        }
        assertFalse(one.path("levelMeaning").equals(other.path("levelMeaning")));
    }

    @Test
    void aLanguageThatThereIsNotIsAWrongUse() {
        StringWriter out = new StringWriter();
        assertEquals(2, run(out, "assess", "examples/patients/thyroidectomy-tetany.json", "--language", "fr"));
        assertTrue(out.toString().contains("--language fr: no words in the language \"fr\"; available: en, es"));
    }
}
