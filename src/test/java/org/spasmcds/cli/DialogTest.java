package org.spasmcds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.json.Documents;

class DialogTest {
    private static final String CRAMP =
            "{\"id\":\"cramp\",\"age\":68,\"sex\":\"female\",\"spasms\":[{\"sites\":[\"calf\"],\"nocturnal\":true,\"onset\":\"3 months ago\"}]}";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int hold(List<String> answers, String... more) {
        List<String> args = new ArrayList<>(List.of("assess", "--interactive", "--as-of", "2026-01-15"));
        args.addAll(List.of(more));
        InputStream standard = System.in;
        try {
            System.setIn(new ByteArrayInputStream(String.join("\n", answers).getBytes(StandardCharsets.UTF_8)));
            return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
        } finally {
            System.setIn(standard);
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** What was printed, without the breaks of lines. */
    private String printed() {
        return out.toString().replaceAll("\\s+", " ");
    }

    @Test
    void beginningWithNothingItAsksWhoThePatientIsAndWhatTheComplaintIs() throws IOException {
        Path saved = folder.resolve("saved.json");
        assertEquals(
                0,
                hold(
                        List.of(
                                "68",
                                "fem",
                                "cramp",
                                "calf",
                                "night, 2",
                                "1 week ago",
                                "leg swelling (side: left)",
                                "done"),
                        "--save",
                        saved.toString()));
        List<String> asked = List.of(
                "1. How old",
                "2. Which sex",
                "3. What is the complaint",
                "4. Cramp",
                "5. When does it",
                "6. Cramp",
                "7. Which other");
        int from = 0;
        for (String question : asked) {
            from = printed().indexOf(question, from);
            assertTrue(from >= 0, question + " not in " + out);
        }
        JsonNode document = Documents.read(Files.readString(saved));
        assertEquals(68, document.path("age").asInt());
        assertEquals("calf", document.at("/spasms/0/sites/0").asText());
        assertTrue(document.at("/spasms/0/nocturnal").asBoolean());
        assertTrue(document.at("/spasms/0/atRest").asBoolean());
        assertTrue(document.at("/spasms/0/exertional").isMissingNode());
        assertEquals("left", document.at("/symptoms/0/side").asText());
        assertTrue(printed().contains("interview as of 2026-01-15"), out.toString());
    }

    /** A woman of 68 who has nothing but a calf that cramps at night. */
    @Test
    void anOrdinaryNightCrampEndsWithSelfCareAfterFewQuestions() {
        List<String> answers = new ArrayList<>(List.of("68", "female", "cramp", "calf", "at night", "3 months ago"));
        for (int i = 0; i < 30; i++) {
            answers.add(i < 5 ? "no" : "none");
            answers.add(i < 5 ? "" : "unknown");
        }
        hold(answers);
        assertTrue(printed().contains("SELF_CARE Self-care is reasonable."), out.toString());
        long asked = out.toString()
                .lines()
                .filter(line -> line.matches("\\d+\\. .*\\?"))
                .count();
        assertTrue(asked <= 16, asked + " questions");
        assertTrue(printed().contains("Is any of these there?"), out.toString());
    }

    @Test
    void theSavedDocumentGetsTheAnswerThatTheDialogEndedWith() throws IOException {
        Path saved = folder.resolve("saved.json");
        hold(
                List.of("ask 1", "none", "none", "yes", "done"),
                file("c.json", CRAMP),
                "--save",
                saved.toString(),
                "--no-basis");
        String dialog = out.toString();
        String report = dialog.substring(dialog.indexOf("cramp   as of"));
        out.getBuffer().setLength(0);
        Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "assess",
                saved.toString(),
                "--no-basis",
                "--as-of",
                "2026-01-15");
        assertEquals(report, out.toString());
    }

    @Test
    void aWrongAnswerIsRefusedWithWhatIsAllowedAndTheQuestionStays() throws IOException {
        hold(List.of("a long list", "ramipril", "none"), file("c.json", CRAMP));
        assertTrue(printed().contains("Not taken: \"a long list\" is not a known symptom"), out.toString());
        assertTrue(printed().contains("is a name of the kind medicine"), out.toString());
        assertTrue(printed().contains("1. Which other complaints"), out.toString());
        assertTrue(printed().contains("2. "), out.toString());
        assertFalse(printed().contains("2. Which other complaints"), out.toString());
    }

    @Test
    void aMisspelledNameIsSearchedFor() throws IOException {
        hold(List.of("muscle weaknes (onset: 2 weeks ago)"), file("c.json", CRAMP));
        assertTrue(printed().contains("did you mean muscle-weakness"), out.toString());
    }

    @Test
    void backTakesTheLastAnswerBack() throws IOException {
        Path saved = folder.resolve("saved.json");
        hold(List.of("back", "fever", "back", "nausea", "done"), file("c.json", CRAMP), "--save", saved.toString());
        assertTrue(printed().contains("There is no answer to take back."), out.toString());
        assertTrue(printed().contains("Taken back. "), out.toString());
        JsonNode symptoms = Documents.read(Files.readString(saved)).path("symptoms");
        assertEquals("[{\"name\":\"nausea\"}]", symptoms.toString());
    }

    @Test
    void whatNobodyKnowsIsNotAskedAgainAndNotSaved() throws IOException {
        Path saved = folder.resolve("saved.json");
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            answers.add(i % 2 == 0 ? "skip" : "unknown");
        }
        hold(answers, file("c.json", CRAMP), "--save", saved.toString());
        assertTrue(printed().contains("Nothing is left that is worth asking."), out.toString());
        String dialog = out.toString().substring(0, out.toString().indexOf("Nothing is left"));
        List<String> questions = Pattern.compile("(?s)\\n\\d+\\. (.*?)\\n> ")
                .matcher(dialog)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(questions.size() > 5, questions.toString());
        assertEquals(Set.copyOf(questions).size(), questions.size(), questions.toString());
        assertTrue(Documents.read(Files.readString(saved)).path("medicines").isMissingNode());
    }

    @Test
    void theAnswerOfAProgramStandsApartFromTheDialog() throws IOException {
        assertEquals(10, hold(List.of("none"), file("c.json", CRAMP), "--format", "json", "--exit-level", "SELF_CARE"));
        assertEquals("cramp", Documents.read(out.toString()).path("subject").asText());
        assertTrue(err.toString().contains("Which other complaints"), err.toString());
    }

    @Test
    void theSpanishDialogTakesSpanishAnswers() throws IOException {
        Path saved = folder.resolve("saved.json");
        hold(
                List.of(
                        "68",
                        "mujer",
                        "calambre muscular",
                        "pantorrilla",
                        "noche; en reposo",
                        "2026-01-10",
                        "fiebre",
                        "atrás",
                        "ninguna",
                        "?",
                        "lista",
                        "fin"),
                "--language",
                "es",
                "--save",
                saved.toString());
        JsonNode document = Documents.read(Files.readString(saved));
        assertEquals("female", document.path("sex").asText());
        assertEquals("muscle-cramp", document.at("/spasms/0/kind").asText());
        assertEquals("calf", document.at("/spasms/0/sites/0").asText());
        assertTrue(document.at("/spasms/0/nocturnal").asBoolean());
        assertTrue(document.at("/spasms/0/atRest").asBoolean());
        assertTrue(document.path("symptoms").isMissingNode(), document.toString());
        assertTrue(printed().contains("¿Cuál es la molestia"), out.toString());
        assertFalse(printed().contains("[en]"), out.toString());
        assertFalse(printed().contains("unknown"), out.toString());
    }

    @Test
    void wrongUsageIsTold() throws IOException {
        String cramp = file("c.json", CRAMP);
        assertEquals(2, hold(List.of(), cramp, cramp));
        assertEquals(2, hold(List.of(), "-"));
        assertEquals(2, Main.run(new PrintWriter(out), new PrintWriter(err), "assess", cramp, "--save", "x.json"));
        assertEquals(
                2,
                hold(List.of("done"), "--save", folder.resolve("no/where.json").toString()));
        assertFalse(err.toString().contains("\tat "), err.toString());
    }
}
