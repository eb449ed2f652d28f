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
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spasmcds.basis.Explorer;
import org.spasmcds.basis.Subject;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Section;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;
import org.spasmcds.json.PatientWriter;
import org.spasmcds.vocabulary.Kind;

/** What the range of the level promises, for patients and answers drawn at random. */
class LevelRangeTest {
    private static final Ruleset RULES = TestRules.bundled();
    /** The list of everything that can be asked is long, so that every so many patients only are tried with it. */
    private static final int EXHAUSTIVE = 5;

    /** In a dialog after these, single questions are put together to lists that are read out. */
    private static final Set<String> READ_OUT = Set.of("symptoms", "symptoms.*", "exposures");

    @Test
    void whateverIsAnsweredTheLevelStaysInTheRange() {
        hold(1_000, 20_261_125);
    }

    @Test
    @Tag("slow")
    void whateverIsAnsweredTheLevelStaysInTheRangeForManyPatients() {
        hold(100_000, 20_261_126);
    }

    /** A fact that says nothing new never changes the answer. */
    @Test
    void whatIsKnownAlreadyChangesNothing() {
        Random random = new Random(20_261_127);
        RandomPatients drawn = new RandomPatients(RULES, random);
        for (int i = 0; i < 500; i++) {
            Patient patient = drawn.next();
            Patient.Builder again = patient.change();
            for (Entry entry : patient.entries()) {
                boolean plain = entry.section() == Section.CONDITIONS
                        && entry.statusOr("present").equals("present");
                if (plain) {
                    // A wider name of a known disease says less than is known.
                    RULES.vocabulary().ancestors(entry.name()).stream()
                            .filter(wider -> isCondition(wider) && !isNamed(patient, wider))
                            .findFirst()
                            .ifPresent(wider -> again.fact(Section.CONDITIONS, wider, entry.values()));
                } else if (entry.statusOr("").equals("absent")) {
                    RULES.vocabulary().descendants(entry.name()).stream()
                            .filter(narrower -> Section.of(kind(narrower))
                                    .filter(entry.section()::equals)
                                    .isPresent())
                            .filter(narrower -> entry.text("site").isEmpty()
                                    && entry.text("side").isEmpty()
                                    && !isNamed(patient, narrower))
                            .findFirst()
                            .ifPresent(narrower -> again.fact(entry.section(), narrower, Map.of("status", "absent")));
                }
                if (!entry.name().isEmpty()) {
                    again.fact(entry.section(), entry.name(), entry.values());
                }
            }
            Patient same = again.build();
            Explanations.Explored before = RULES.explanations().explore(patient, TestRules.NOW, Set.of());
            Explanations.Explored after = RULES.explanations().explore(same, TestRules.NOW, Set.of());
            assertEquals(levels(before), levels(after), "patient " + i + same.entries());
        }
    }

    /** Sorted, since findings that are equal in all else stand in the order of how many facts speak for them. */
    private static List<String> levels(Explanations.Explored explored) {
        return explored.assessment().findings().stream()
                .map(finding -> finding.id() + " " + finding.level() + " " + finding.certainty())
                .sorted()
                .toList();
    }

    private static boolean isNamed(Patient patient, String name) {
        return patient.entries().stream().anyMatch(entry -> entry.name().equals(name));
    }

    private static Kind kind(String name) {
        return RULES.vocabulary().name(name).orElseThrow().kind();
    }

    private static boolean isCondition(String name) {
        return kind(name) == Kind.CONDITION;
    }

    private static void hold(int patients, long seed) {
        System.out.println("LevelRangeTest: " + patients + " patients, seed " + seed);
        int parts = 2;
        LongAdder narrowed = new LongAdder();
        LongAdder reached = new LongAdder();
        LongAdder asked = new LongAdder();
        IntStream.range(0, parts).parallel().forEach(part -> {
            Random random = new Random(seed + part);
            RandomPatients drawn = new RandomPatients(RULES, random);
            RandomAnswers answers = new RandomAnswers(drawn, random);
            for (int i = 0; i < patients / parts; i++) {
                Patient patient = random.nextInt(4) == 0 ? beginning(drawn.next(), random) : drawn.next();
                String subject = "seed " + (seed + part) + ", patient " + i + ": ";
                Set<String> declined = random.nextBoolean() ? Set.of() : READ_OUT;
                Explanations.Explored before = RULES.explanations().explore(patient, TestRules.NOW, declined);
                List<Subject> listed = listed(before.explorer(), random);
                LevelRange range = before.explorer().range(listed);
                assertTrue(range.contains(before.assessment().level()), () -> subject + range + " without any answer");
                Optional<Level> last = answered(patient, listed, range, answers, random, subject);
                asked.increment();
                if (!range.isClosed()) {
                    narrowed.increment();
                    if (!last.equals(before.assessment().level())) {
                        reached.increment();
                    }
                }
                if (i % EXHAUSTIVE == 0) {
                    further(patient, before, range, answers, random, subject);
                }
            }
        });
        System.out.println("LevelRangeTest: of " + asked + " ranges " + narrowed + " were open, and in " + reached
                + " of these the answers drawn moved the level");
    }

    /** The questions of a report or of a dialog, or a single one of these, beside which no other hides what it leaves open. */
    private static List<Subject> listed(Explorer explorer, Random random) {
        List<Subject> listed = random.nextBoolean() ? explorer.subjectsOfDialog() : explorer.subjects();
        return listed.isEmpty() || random.nextBoolean() ? listed : List.of(listed.get(random.nextInt(listed.size())));
    }

    /** What is known of a patient at the beginning of a dialog: hardly anything. */
    private static Patient beginning(Patient patient, Random random) {
        Map<String, Object> known = new LinkedHashMap<>();
        PatientWriter.document(patient).forEach((field, value) -> {
            boolean first = value instanceof List<?> list && !list.isEmpty();
            if (random.nextInt(3) == 0) {
                known.put(field, first ? List.of(((List<?>) value).get(0)) : value);
            }
        });
        known.put("incomplete", List.of("medicines", "conditions"));
        return new PatientReader(RULES).read(Documents.read(Documents.pretty(known)));
    }

    /** Answers all questions in any order, looks at the range once on the way, and at the end. */
    private static Optional<Level> answered(
            Patient patient,
            List<Subject> listed,
            LevelRange range,
            RandomAnswers answers,
            Random random,
            String subject) {
        List<Subject> left = new ArrayList<>(listed);
        int look = left.isEmpty() ? 0 : random.nextInt(left.size());
        LevelRange outer = range;
        Optional<Level> level = Optional.empty();
        Patient known = patient;
        while (true) {
            boolean last = left.isEmpty();
            if (last || left.size() == look) {
                Explanations.Explored now = RULES.explanations().explore(known, TestRules.NOW, Set.of());
                LevelRange rest = now.explorer().range(left);
                LevelRange before = outer;
                String entries = known.entries().toString();
                assertTrue(
                        before.contains(rest),
                        () -> subject + rest + " is not within " + before + "\n" + patient.entries() + "\n" + entries);
                outer = rest;
                level = now.assessment().level();
            }
            if (last) {
                assertEquals(new LevelRange(level, level), outer, subject + "all answered");
                return level;
            }
            Subject asked = left.remove(random.nextInt(left.size()));
            known = answers.answer(known, asked).orElse(known);
        }
    }

    private static void further(
            Patient patient,
            Explanations.Explored before,
            LevelRange range,
            RandomAnswers answers,
            Random random,
            String subject) {
        List<Subject> all = before.explorer().everySubject();
        LevelRange everything = before.explorer().range(all);
        assertTrue(everything.contains(range), () -> subject + everything + " is narrower than " + range);
        for (int repeat = 0; repeat < 3; repeat++) {
            Patient known = patient;
            List<String> asked = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(12) && !all.isEmpty(); i++) {
                Subject any = all.get(random.nextInt(all.size()));
                Optional<Patient> answered = asked.contains(any.id()) ? Optional.empty() : answers.answer(known, any);
                if (answered.isPresent()) {
                    asked.add(any.id());
                    known = answered.get();
                }
            }
            Optional<Level> level = RULES.assess(known, TestRules.NOW).level();
            String entries = known.entries().toString();
            assertTrue(
                    everything.contains(level),
                    () -> subject + level + " after " + asked + " is not within " + everything + "\n" + entries);
        }
    }
}
