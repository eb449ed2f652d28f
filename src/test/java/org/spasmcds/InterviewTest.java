package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;

/** How many questions it takes from the first complaint to the level that all the facts of a document give. */
class InterviewTest {
    private static final Ruleset RULES = TestRules.bundled();
    private static final int MOST = 80;
    private static final boolean LOG = Boolean.getBoolean("spasmcds.interviews");

    /**
     * A dialog about one document.
     *
     * @param level that of the whole document
     * @param toLevel after how many questions the level was that one and stayed so; empty when it never was
     * @param all how many questions there were until nothing was left to ask
     */
    private record Held(String name, Optional<Level> first, Optional<Level> level, Optional<Integer> toLevel, int all) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %d |",
                    name,
                    word(first),
                    word(level),
                    toLevel.map(String::valueOf).orElse("never"),
                    all);
        }

        private static String word(Optional<Level> level) {
            return level.map(Level::name).orElse("-");
        }
    }

    private static List<Path> documents(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("examples", folder))) {
            return files.filter(file -> file.toString().endsWith(".json") && !file.endsWith("labels.json"))
                    .sorted()
                    .toList();
        }
    }

    /** Age, sex and the first complaint. */
    private static ObjectNode beginning(JsonNode document) {
        ObjectNode beginning = ((ObjectNode) document.deepCopy()).retain("age", "birthDate", "sex");
        String section = document.path("spasms").isEmpty() ? "symptoms" : "spasms";
        ArrayNode first = beginning.putArray(section);
        if (!document.path(section).isEmpty()) {
            first.add(document.path(section).get(0));
        }
        return beginning;
    }

    /** @param volunteers whether open questions are answered with all that the document names, or only closed ones are answered */
    private static Held hold(Path file, boolean volunteers) throws IOException {
        JsonNode document = Documents.read(Files.readString(file));
        PatientReader reader = new PatientReader(RULES);
        Patient full = reader.read(document);
        DocumentAnswers answers = new DocumentAnswers(full, RULES.vocabulary());
        Optional<Level> wanted = RULES.assess(full, TestRules.NOW).level();
        Interview interview = RULES.interview(reader.read(beginning(document)), TestRules.NOW);
        List<Optional<Level>> levels =
                new ArrayList<>(List.of(interview.basis().assessment().level()));
        Set<String> asked = new LinkedHashSet<>();
        StringBuilder log = new StringBuilder();
        for (Optional<Question> next = interview.next(); next.isPresent() && asked.size() < MOST; ) {
            String id = next.get().id();
            assertTrue(asked.add(id), () -> file + ": asked twice: " + id + " " + asked);
            boolean open = Set.of("symptoms", "exposures", "results").contains(id);
            String answer = open && !volunteers ? DocumentAnswers.UNKNOWN : answers.to(next.get());
            interview = interview.answer(id, answer);
            levels.add(interview.basis().assessment().level());
            log.append("    ")
                    .append(id)
                    .append(": ")
                    .append(answer)
                    .append(" -> ")
                    .append(levels.get(levels.size() - 1).map(Enum::name).orElse("-"))
                    .append('\n');
            next = interview.next();
        }
        int reached = levels.size();
        while (reached > 0 && levels.get(reached - 1).equals(wanted)) {
            reached--;
        }
        Held held = new Held(
                file.getFileName().toString().replace(".json", ""),
                levels.get(0),
                wanted,
                reached == levels.size() ? Optional.empty() : Optional.of(reached),
                asked.size());
        if (LOG) {
            System.out.println(held.row());
            System.out.print(log);
            Assessment assessment = RULES.assess(full, TestRules.NOW);
            assessment
                    .findings()
                    .forEach(finding -> System.out.println("    = " + finding.level() + " " + finding.id() + " "
                            + finding.reasons().stream().map(Reason::facts).toList()));
        }
        return held;
    }

    private static List<Held> table(String folder, boolean volunteers) throws IOException {
        List<Held> all = new ArrayList<>();
        for (Path file : documents(folder)) {
            all.add(hold(file, volunteers));
        }
        System.out.println("| " + folder + " | from | level | questions to the level | in all |");
        System.out.println("| --- | --- | --- | --- | --- |");
        all.forEach(held -> System.out.println(held.row()));
        System.out.println("median " + median(all) + ", never "
                + all.stream().filter(held -> held.toLevel().isEmpty()).count() + " of " + all.size());
        return all;
    }

    /** Half of the documents need no more questions; one whose level is never reached needs more than any. */
    private static int median(List<Held> all) {
        return all.stream()
                .map(held -> held.toLevel().orElse(Integer.MAX_VALUE))
                .sorted()
                .toList()
                .get((all.size() - 1) / 2);
    }

    @Test
    void fromTheFirstComplaintOfAnExampleItTakesAtMostEightQuestionsToItsLevel() throws IOException {
        List<Held> held = table("patients", true);
        assertEquals(18, held.size());
        assertTrue(median(held) <= 4, "median " + median(held));
        held.forEach(each -> {
            assertTrue(each.toLevel().orElse(MOST) <= 8, each.row());
            assertTrue(each.all() <= 16, each.row());
        });
    }

    @Test
    @Tag("slow")
    void theSameHoldsForTheVignettesOfTheBenchmark() throws IOException {
        List<Held> held = table("benchmark", true);
        assertEquals(48, held.size());
        assertTrue(median(held) <= 4, "median " + median(held));
        held.forEach(each -> {
            assertTrue(each.toLevel().orElse(MOST) <= 8, each.row());
            assertTrue(each.all() <= 16, each.row());
        });
    }

    /** A patient who names nothing unasked takes longer, and what nothing points to is never asked. */
    @Test
    @Tag("slow")
    void withClosedQuestionsAloneMostLevelsAreReachedToo() throws IOException {
        List<Held> held = table("patients", false);
        long reached = held.stream().filter(each -> each.toLevel().isPresent()).count();
        assertTrue(reached >= 14, reached + " reached");
        assertTrue(median(held) <= 8, "median " + median(held));
        held.forEach(each -> assertTrue(each.all() <= 16, each.row()));
    }
}
