package org.spasmcds.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spasmcds.Certainty;
import org.spasmcds.Evidence;
import org.spasmcds.Level;
import org.spasmcds.Question;
import org.spasmcds.WhyNot;
import org.spasmcds.basis.Subject;
import org.spasmcds.fact.FactType;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.CauseGroup;

class WordsTest {

    private static final Path FILES = Path.of("src/main/resources/org/spasmcds");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Words SPANISH =
            Words.of(Locale.forLanguageTag("es-MX")).orElseThrow();
    /** What an entry says of itself when it is given, and what is asked for by another field. */
    private static final Set<String> NOT_ASKED = Set.of(
            "status", "observed", "ended", "stopped", "start", "recent", "longStanding", "kind", "note", "document");

    private static final Set<String> READ_WITHOUT_SAY = Set.of("number.decimal", "list.or.other.before");

    private static Map<String, String> texts(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FILES.resolve(file))) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .forEach(places::add);
        return places;
    }

    @Test
    void everyDeliveredLanguageHasTheKeysAndPlaceholdersOfEnglish() throws IOException {
        Map<String, String> english = texts("words.properties");
        for (String language : Words.languages().subList(1, Words.languages().size())) {
            Map<String, String> other = texts("words_" + language + ".properties");
            assertEquals(english.keySet(), other.keySet());
            english.forEach((key, text) -> {
                // One day is "yesterday" in some languages: the number may be left out where it is one.
                if (!key.contains(".one.")) {
                    assertEquals(places(text), places(other.get(key)), key);
                }
            });
        }
    }

    @Test
    void everyFileOfWordsIsADeliveredLanguage() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            Set<String> languages = new TreeSet<>(Set.of("en"));
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith("words_"))
                    .forEach(name -> languages.add(name.substring(6, name.indexOf('.'))));
            assertEquals(new TreeSet<>(Words.languages()), languages);
        }
    }

    /** Keys that the program puts together from a beginning and one of these. */
    private static Map<String, List<String>> putTogether() {
        List<String> properties = new ArrayList<>();
        List<String> measures = new ArrayList<>();
        for (FactType type : FactType.all()) {
            properties.addAll(type.properties().keySet());
            type.properties().forEach((name, property) -> {
                boolean time = name.matches("hours|days|weeks|months|.*Weeks|changedDays|stoppedDays|missedDays");
                if (property instanceof FactType.Property.Number && !time) {
                    measures.add(name);
                }
            });
        }
        List<String> fields = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        List<String> values = new ArrayList<>(List.of("low", "normal", "high", "yes", "no", "female", "male"));
        values.addAll(List.of("measured", "computed", "unadjusted"));
        for (Section section : Section.values()) {
            for (Field field : section.fields()) {
                if (section != Section.RESULTS
                        && section != Section.FAMILY_HISTORY
                        && !NOT_ASKED.contains(field.name())) {
                    asked.add(field.name());
                }
                if (field.type() instanceof Field.Time) {
                    fields.add(field.name());
                }
                if (field.type() instanceof Field.Choice choice
                        && !Set.of("status", "kind").contains(field.name())) {
                    values.addAll(choice.words());
                }
            }
        }
        List<String> units = List.of("minute", "hour", "day", "week", "month", "year");
        List<String> within = List.of("hour", "day", "week", "month");
        List<String> levels = new ArrayList<>();
        for (Level level : Level.values()) {
            levels.add(level.name());
            levels.add(level.name() + ".meaning");
        }
        return Map.ofEntries(
                Map.entry(
                        "cause.",
                        Arrays.stream(CauseGroup.values())
                                .map(CauseGroup::label)
                                .toList()),
                Map.entry("certainty.", names(Certainty.values())),
                Map.entry("effort.", names(Question.Effort.values())),
                Map.entry("evidence.", names(Evidence.values())),
                Map.entry("explain.state.", names(WhyNot.State.values())),
                Map.entry("field.", fields),
                Map.entry("level.", levels),
                Map.entry("mark.", Subject.Circumstances.FIELDS),
                Map.entry("measure.", measures),
                Map.entry("property.", properties),
                Map.entry("question.", List.of("conditions", "exposures", "medicines", "results", "symptoms")),
                Map.entry("question.field.", asked),
                Map.entry(
                        "section.",
                        Arrays.stream(Section.values()).map(Section::label).toList()),
                Map.entry("time.many.", units),
                Map.entry("time.one.", units),
                Map.entry("value.", values),
                Map.entry("when.within.many.", within),
                Map.entry("when.within.one.", within));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    @Test
    void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
        Set<String> keys = texts("words.properties").keySet();
        Pattern literal = Pattern.compile("\"((?:" + String.join("|", groups(keys)) + ")\\.[A-Za-z0-9.-]*)\"");
        Set<String> used = new TreeSet<>(READ_WITHOUT_SAY);
        Set<String> beginnings = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.toString().contains("authoring"))
                    .toList()) {
                literal.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(key -> {
                            if (key.endsWith(".")) {
                                beginnings.add(key);
                            } else {
                                used.add(key);
                            }
                        });
            }
        }
        assertEquals(new TreeSet<>(putTogether().keySet()), beginnings);
        putTogether().forEach((beginning, ends) -> ends.forEach(end -> used.add(beginning + end)));
        assertEquals(new TreeSet<>(keys), used);
    }

    private static Set<String> groups(Set<String> keys) {
        Set<String> groups = new TreeSet<>();
        keys.forEach(key -> groups.add(key.substring(0, key.indexOf('.'))));
        return groups;
    }

    /** So that a translator can lay the files side by side. */
    @Test
    void theKeysStandInTheSameOrderInEveryLanguage() throws IOException {
        for (String language : Words.languages().subList(1, Words.languages().size())) {
            assertEquals(keysInOrder("words.properties"), keysInOrder("words_" + language + ".properties"));
        }
    }

    private static List<String> keysInOrder(String file) throws IOException {
        return Files.readAllLines(FILES.resolve(file)).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0, now, ahora",
        "0.0417, 60 minutes ago, hace 60 minutos",
        "0.125, 3 hours ago, hace 3 horas",
        "1, 1 day ago, hace 1 día",
        "20, 20 days ago, hace 20 días",
        "21, 3 weeks ago, hace 3 semanas",
        "91.3, 3 months ago, hace 3 meses",
        "800, 2 years ago, hace 2 años"
    })
    void anAgeIsSaidInTheLargestReadableUnit(double days, String english, String spanish) {
        assertEquals(english, Words.english().ago(days));
        assertEquals(spanish, SPANISH.ago(days));
    }

    @Test
    void numbersHaveTheDecimalMarkOfTheLanguage() {
        assertEquals("2.5", Words.english().number(2.5));
        assertEquals("2,5", SPANISH.number(2.5));
        assertEquals("25", SPANISH.number(25));
        assertEquals("no consta", SPANISH.number(Double.NaN));
        assertEquals("superior a 2,5", SPANISH.say("compare.above", 2.5));
    }

    @Test
    void orChangesBeforeItsOwnSound() {
        assertEquals("dolor u hormigueo", SPANISH.or("dolor", "hormigueo"));
        assertEquals("calor u orina de color cola", SPANISH.or(List.of("calor", "orina de color cola")));
        assertEquals("fiebre o tos", SPANISH.or("fiebre", "tos"));
        assertEquals("pain or odor", Words.english().or("pain", "odor"));
    }

    @Test
    void aKeyThatDoesNotExistIsAnErrorOfTheProgram() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> SPANISH.say("fact.nothing"))
                .getMessage()
                .contains("fact.nothing"));
    }

    @Test
    void aLanguageOfWhichThereIsNoFileHasNoWords() {
        assertTrue(Words.of(Locale.FRENCH).isEmpty());
        assertTrue(Words.of(Locale.ROOT).isEmpty());
        assertEquals(Words.english(), Words.of(Locale.UK).orElseThrow());
    }

    /** The file for this language stands among the resources of the tests and holds one sentence. */
    @Test
    void aSentenceThatALanguageLacksIsEnglishAndMarked() {
        Words esperanto = Words.of(Locale.forLanguageTag("eo")).orElseThrow();
        assertEquals("antaŭ 3 horoj", esperanto.say("time.ago", "3 horoj"));
        assertEquals("antaŭ [en] 3 hours", esperanto.ago(0.125));
        assertEquals("2.5", esperanto.number(2.5));
        assertEquals("[en] no febro", esperanto.say("fact.absent", "febro"));
    }
}
