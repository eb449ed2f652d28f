package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;
import org.spasmcds.language.Language;
import org.spasmcds.language.Translations;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;

class LanguageTest {
    private static final Ruleset ENGLISH = TestRules.bundled();
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Ruleset ESPANOL = ENGLISH.in(SPANISH);
    /** Words that no Spanish sentence holds. */
    private static final Pattern ENGLISH_WORD = Pattern.compile(
            "\\b(the|and|with|is|are|for|not|at|within|below|above|hours|days|weeks|months|ago|since|given|unit|used|more"
                    + "|left|right|both|female|male|present|absent|pain|weakness|muscle|cramp|blood|low|high|medicine)\\b",
            Pattern.CASE_INSENSITIVE);

    private static List<Path> examples() throws IOException {
        List<Path> examples = new ArrayList<>();
        for (String folder : List.of("examples/patients", "examples/benchmark")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".json") && !file.endsWith("labels.json"))
                        .sorted()
                        .forEach(examples::add);
            }
        }
        return examples;
    }

    /** The rules of the library are complete in every language that it comes with; the rows that are missing are printed. */
    @Test
    void everyTextOfTheBundledRulesIsTranslated() {
        Language spanish = Language.of(
                Words.of(SPANISH).orElseThrow(),
                Translations.of(RuleFiles.translations(TestRules.FOLDER).files().apply("es")));
        List<String> missing = new ArrayList<>();
        for (Rule rule : ENGLISH.rules()) {
            List<String> texts = new ArrayList<>(spanish.ask(rule));
            texts.add(spanish.title(rule));
            texts.add(spanish.says(rule));
            texts.removeIf(text -> !text.contains(Words.MARK.strip()));
            texts.forEach(text -> missing.add(rule.id() + ": " + text));
        }
        for (Name name : ENGLISH.vocabulary().names()) {
            if (ESPANOL.vocabulary().display(name.id()).contains(Words.MARK.strip())) {
                missing.add("name," + name.id() + "," + name.display());
            }
        }
        assertEquals(List.of(), missing);
    }

    /** Everything that a reader sees and that is no id or code. */
    private static List<String> sentences(Assessment assessment) {
        List<String> sentences = new ArrayList<>(List.of(assessment.returnAdvice(), assessment.disclaimer()));
        assessment.findings().forEach(finding -> {
            sentences.add(finding.title());
            sentences.add(finding.says());
            sentences.addAll(finding.assumptions());
            sentences.addAll(finding.ask());
            finding.reasons().forEach(reason -> {
                sentences.add(reason.says());
                sentences.addAll(reason.facts());
                sentences.addAll(reason.doubts());
            });
            finding.raises().forEach(gap -> sentences(gap, sentences));
        });
        assessment.gaps().forEach(gap -> sentences(gap, sentences));
        assessment.refused().forEach(refusal -> sentences.add(refusal.fact() + ": " + refusal.reason()));
        assessment.notes().forEach(note -> sentences.add(note.replaceFirst(": .*", "")));
        return sentences;
    }

    private static void sentences(Gap gap, List<String> sentences) {
        sentences.add(gap.title());
        sentences.addAll(gap.missing());
    }

    private static void assertSpanish(Assessment assessment, String whose) {
        for (String sentence : sentences(assessment)) {
            assertFalse(sentence.contains("[en]"), whose + ": " + sentence);
            assertFalse(ENGLISH_WORD.matcher(sentence).find(), whose + ": " + sentence);
        }
    }

    @Test
    void everyExampleIsAnsweredInSpanishOnly() throws IOException {
        List<Path> examples = examples();
        assertTrue(examples.size() > 60, "only " + examples.size());
        for (Path example : examples) {
            Patient patient = new PatientReader(ESPANOL).read(Documents.read(Files.readString(example)));
            assertSpanish(ESPANOL.assess(patient, TestRules.NOW), example.toString());
        }
    }

    /** The answer without its sentences. */
    private static String answer(Assessment assessment) {
        StringBuilder answer =
                new StringBuilder(assessment.outcome() + " " + assessment.level() + " " + assessment.ruleset());
        assessment.findings().forEach(finding -> {
            answer.append("\n").append(finding.id()).append(finding.level()).append(finding.certainty());
            answer.append(finding.attribution()).append(finding.mostUsual()).append(finding.causes());
            answer.append(finding.sources());
            finding.reasons()
                    .forEach(reason -> answer.append(" ")
                            .append(reason.rule())
                            .append(reason.level())
                            .append(reason.facts().size())
                            .append(reason.doubts().size()));
            answer.append(finding.assumptions().size())
                    .append(" ")
                    .append(finding.ask().size());
            finding.raises().forEach(gap -> answer(gap, answer));
        });
        answer.append("\n")
                .append(assessment.explanations().stream().map(Finding::id).toList());
        assessment.gaps().forEach(gap -> answer(gap, answer));
        assessment.refused().forEach(refusal -> answer.append(refusal.field()));
        return answer.append(assessment.notes().size()).toString();
    }

    private static void answer(Gap gap, StringBuilder answer) {
        answer.append(gap.id()).append(gap.level()).append(gap.missing().size());
    }

    @Test
    void theLanguageChangesNothingButTheSentences() {
        long seed = 20_260_115;
        RandomPatients patients = new RandomPatients(ENGLISH, new Random(seed));
        for (int i = 0; i < 300; i++) {
            Patient patient = patients.next();
            Assessment spanish = ESPANOL.assess(patient, TestRules.NOW);
            assertEquals(
                    answer(ENGLISH.assess(patient, TestRules.NOW)), answer(spanish), "seed " + seed + ", patient " + i);
            assertSpanish(spanish, "seed " + seed + ", patient " + i);
        }
    }

    @Test
    void aPatientDescribedInEitherIsAcceptedByBoth() {
        Patient english = ENGLISH.patient()
                .result("potassium", 2.3, "mmol/L", details -> details.set("at", "now"))
                .build();
        Patient spanish = ESPANOL.patient()
                .result("potasio", 2.3, "mmol/L", details -> details.set("at", "now"))
                .build();
        for (Patient patient : List.of(english, spanish)) {
            assertEquals(
                    Optional.of(Level.EMERGENCY),
                    ENGLISH.assess(patient, TestRules.NOW).level());
            assertEquals(
                    Optional.of(Level.EMERGENCY),
                    ESPANOL.assess(patient, TestRules.NOW).level());
        }
    }

    @Test
    void aNameIsFoundByItsTranslationAndAsBefore() {
        Set<Kind> all = EnumSet.allOf(Kind.class);
        for (String written : List.of("potasio", "Potasio", "potassium", "LOINC 2823-3", "serum potassium")) {
            Optional<Name> english = ENGLISH.vocabulary().find(written, all);
            Optional<Name> spanish = ESPANOL.vocabulary().find(written, all);
            if (written.equalsIgnoreCase("potasio")) {
                assertTrue(english.isEmpty());
                assertEquals("potassium", spanish.orElseThrow().id());
            } else {
                assertEquals(english.map(Name::id), spanish.map(Name::id), written);
            }
        }
        assertEquals("potasio", ESPANOL.vocabulary().display("potassium"));
        for (Name name : ENGLISH.vocabulary().names()) {
            assertEquals(
                    name.id(),
                    ESPANOL.vocabulary().find(name.display(), all).orElseThrow().id());
            String shown = ESPANOL.vocabulary().display(name.id());
            assertEquals(
                    name.id(),
                    ESPANOL.vocabulary().find(shown, all).orElseThrow().id(),
                    shown);
        }
    }

    @Test
    void aLanguageWithoutWordsIsRefusedWithThoseThatThereAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> ENGLISH.in(Locale.FRENCH))
                .getMessage();
        assertEquals("no words in the language \"fr\"; available: en, es", message);
        assertEquals(List.of(Locale.ENGLISH, SPANISH), ENGLISH.languages());
        assertEquals(List.of(Locale.ENGLISH, SPANISH), ESPANOL.languages());
    }

    @Test
    void fromEveryLanguageAWayLeadsToEveryOther() {
        assertSame(ENGLISH, ESPANOL.in(Locale.UK));
        assertSame(ESPANOL, ENGLISH.in(Locale.forLanguageTag("es-MX")));
        assertSame(ESPANOL, ESPANOL.in(SPANISH));
        assertEquals(SPANISH, ESPANOL.language());
    }

    @Test
    void aVariantKeepsItsChangesInEveryLanguage() {
        String id = "hypokalemia-severe";
        Patient patient = ENGLISH.patient()
                .result("potassium", 2.3, "mmol/L", details -> details.set("at", "now"))
                .build();
        Map<String, Optional<org.spasmcds.rule.Rule>> without = Map.of(id, Optional.empty());
        for (Ruleset variant : List.of(
                ESPANOL.changed(without),
                ENGLISH.changed(without).in(SPANISH),
                ENGLISH.changed(without).in(SPANISH).in(Locale.ENGLISH).in(SPANISH))) {
            Assessment assessment = variant.assess(ESPANOL.examine(patient, TestRules.NOW));
            assertTrue(assessment.findings().stream()
                    .noneMatch(finding -> finding.id().equals(id)));
            assertSpanish(assessment, "variant");
        }
        Ruleset otherVocabulary = ESPANOL.changed(ESPANOL.vocabulary().withGroup("fluid-loss", List.of()));
        assertEquals(SPANISH, otherVocabulary.language());
        assertEquals(
                List.of(),
                otherVocabulary.in(Locale.ENGLISH).vocabulary().groups().get("fluid-loss"));
        assertEquals(
                "potassium", otherVocabulary.in(Locale.ENGLISH).vocabulary().display("potassium"));
    }

    private static void copySample(Path folder) throws IOException {
        Path sample = Path.of("src/test/resources/checks/sample");
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(sample.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void whatIsOutdatedOrMissingIsEnglishAndMarked(@TempDir Path folder) throws IOException {
        copySample(folder);
        Path file = folder.resolve("translations/es.csv");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("title,low-potassium,Low potassium", "title,low-potassium,Lowish potassium")
                        .replace("name,potassium,potassium,potasio\n", ""));
        Ruleset spanish = Ruleset.of(folder).in(SPANISH);
        Patient patient = spanish.patient()
                .result("potassium", 3.2, "mmol/L", details -> details.set("at", "now"))
                .build();
        Finding finding = spanish.assess(patient, TestRules.NOW).findings().get(0);
        assertEquals("[en] Low potassium", finding.title());
        assertEquals("El potasio está bajo; pida que revisen su lista de medicamentos.", finding.says());
        assertEquals(List.of("lista de medicamentos", "magnesio", "repetir en 7 días"), finding.ask());
        assertEquals(
                List.of("[en] potassium 3,2 mmol/L (ahora)"),
                finding.reasons().get(0).facts());
    }

    @Test
    void aFolderWithoutTranslationsSpeaksMarkedEnglishBetweenSpanishSentences(@TempDir Path folder) throws IOException {
        copySample(folder);
        Files.delete(folder.resolve("translations/es.csv"));
        Ruleset spanish = Ruleset.of(folder).in(SPANISH);
        Patient patient = spanish.patient()
                .result("potassium", 3.2, "mmol/L", details -> details.set("at", "now"))
                .build();
        Assessment assessment = spanish.assess(patient, TestRules.NOW);
        assertTrue(assessment.findings().get(0).says().startsWith("[en] Potassium is low"));
        assertTrue(assessment.disclaimer().startsWith("Apoyo a la decisión"));
    }

    @Test
    void theDigestIsTheSameInEveryLanguageAndWithoutTranslations(@TempDir Path folder) throws IOException {
        copySample(folder);
        Ruleset with = Ruleset.of(folder);
        assertEquals(with.identity(), with.in(SPANISH).identity());
        Files.delete(folder.resolve("translations/es.csv"));
        assertEquals(with.identity(), Ruleset.of(folder).identity());
    }
}
