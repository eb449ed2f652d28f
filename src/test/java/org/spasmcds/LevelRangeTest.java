package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spasmcds.basis.Subject;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;
import org.spasmcds.json.PatientWriter;

/** What the range of the level promises, for patients and answers drawn at random. */
class LevelRangeTest {
    private static final Ruleset RULES = TestRules.bundled();

    @Test
    void whateverIsAnsweredTheLevelStaysInTheRange() {
        hold(3_000, 20_261_125);
    }

    @Test
    @Tag("slow")
    void whateverIsAnsweredTheLevelStaysInTheRangeForManyPatients() {
        hold(100_000, 20_261_126);
    }

    private static void hold(int patients, long seed) {
        System.out.println("LevelRangeTest: " + patients + " patients, seed " + seed);
        int parts = 2;
        IntStream.range(0, parts).parallel().forEach(part -> {
            Random random = new Random(seed + part);
            RandomPatients drawn = new RandomPatients(RULES, random);
            RandomAnswers answers = new RandomAnswers(drawn, random);
            for (int i = 0; i < patients / parts; i++) {
                Patient patient = random.nextInt(4) == 0 ? beginning(drawn.next(), random) : drawn.next();
                String subject = "seed " + (seed + part) + ", patient " + i + ": ";
                listed(patient, answers, random, subject);
            }
        });
    }

    /** What is known of a patient at the beginning of a dialog: hardly anything. */
    private static Patient beginning(Patient patient, Random random) {
        Map<String, Object> known = new LinkedHashMap<>();
        PatientWriter.document(patient).forEach((field, value) -> {
            boolean first = value instanceof List<?> list && !list.isEmpty() && !field.equals("incomplete");
            if (random.nextInt(3) == 0) {
                known.put(field, first ? List.of(((List<?>) value).get(0)) : value);
            }
        });
        known.remove("incomplete");
        known.put("incomplete", List.of("medicines", "conditions"));
        return new PatientReader(RULES).read(Documents.read(Documents.pretty(known)));
    }

    private static void listed(Patient patient, RandomAnswers answers, Random random, String subject) {
        Ruleset.Explored before = RULES.explore(patient, TestRules.NOW, Set.of());
        List<Subject> left = new ArrayList<>(
                random.nextInt(3) > 0
                        ? before.explorer().subjectsOfDialog()
                        : before.explorer().subjects());
        LevelRange range = before.explorer().range(left);
        LevelRange everything = before.explorer().range(before.explorer().everySubject());
        LevelRange given = range;
        assertTrue(given.contains(before.assessment().level()), () -> subject + given + " without any answer");
        assertTrue(everything.contains(given), () -> subject + everything + " is narrower than " + given);
        further(patient, before, everything, answers, random, subject);
        Patient known = patient;
        while (!left.isEmpty()) {
            Subject asked = left.remove(random.nextInt(left.size()));
            Optional<Patient> answered = answers.answer(known, asked);
            if (answered.isEmpty()) {
                continue;
            }
            known = answered.get();
            if (random.nextInt(3) == 0 || left.isEmpty()) {
                Ruleset.Explored now = RULES.explore(known, TestRules.NOW, Set.of());
                LevelRange rest = now.explorer().range(left);
                LevelRange outer = range;
                String entries = known.entries().toString();
                assertTrue(
                        outer.contains(rest),
                        () -> subject + rest + " after " + asked.id() + " leaves " + outer + " of "
                                + before.assessment().level() + "\n" + patient.entries() + "\n" + entries);
                range = rest;
                if (left.isEmpty()) {
                    assertEquals(
                            new LevelRange(
                                    now.assessment().level(), now.assessment().level()),
                            rest,
                            subject + "all answered");
                }
            }
        }
    }

    private static void further(
            Patient patient,
            Ruleset.Explored before,
            LevelRange everything,
            RandomAnswers answers,
            Random random,
            String subject) {
        List<Subject> all = before.explorer().everySubject();
        Patient known = patient;
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 4 && !all.isEmpty(); i++) {
            Subject any = all.get(random.nextInt(all.size()));
            Optional<Patient> answered = answers.answer(known, any);
            if (answered.isPresent() && !asked.contains(any.id())) {
                asked.add(any.id());
                known = answered.get();
            }
        }
        Optional<Level> level = RULES.assess(known, TestRules.NOW).level();
        String entries = known.entries().toString();
        assertTrue(
                everything.contains(level),
                () -> subject + level + " after " + asked + " leaves " + everything + "\n" + entries);
    }
}
