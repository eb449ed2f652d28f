package org.spasmcds.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spasmcds.Basis;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.LevelRange;
import org.spasmcds.Patient;
import org.spasmcds.Question;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;
import org.spasmcds.language.Words;

class HtmlReportTest {
    private static final Path EXAMPLES = Path.of("examples/patients");
    private static final Ruleset ENGLISH = TestRules.bundled();
    private static final Ruleset SPANISH = ENGLISH.in(Locale.forLanguageTag("es"));
    private static final String CRAMP = """
            {"age": 68, "sex": "female",
             "spasms": [{"kind": "muscle-cramp", "sites": ["calf"], "nocturnal": true, "onset": "3 months ago"}]}
            """;

    /** A patient with the basis of the answer and the page of it. */
    private record Shown(Basis basis, String page) {
        /** The page as it is read: no tags, style left out. */
        String text() {
            return plain(page.substring(page.indexOf("<body")));
        }

        String part(String from, String to) {
            int begin = page.indexOf(from);
            assertTrue(begin >= 0, from + " is not on the page");
            return page.substring(begin, page.indexOf(to, begin));
        }
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x60;", "`")
                .replace("&#x3D;", "=")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    private static Shown show(Ruleset rules, String document, String id) {
        Patient patient = new PatientReader(rules).read(Documents.read(document));
        Basis basis = rules.explain(patient, TestRules.NOW);
        return new Shown(basis, HtmlReport.of(basis, patient, id));
    }

    private static String example(String name) throws IOException {
        return Files.readString(EXAMPLES.resolve(name + ".json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"omeprazole-cramps-and-tingling", "simvastatin-and-clarithromycin", "calf-pain-after-two-blocks"
            })
    void everythingThatBearsOnTheDecisionIsOnThePage(String name) throws IOException {
        Shown shown = show(ENGLISH, example(name), name);
        String text = shown.text();
        assertTrue(shown.page().contains("<title>Assessment of " + name + "</title>"));
        for (Finding finding : shown.basis().assessment().findings()) {
            assertTrue(text.contains(finding.title()), finding.title());
            assertTrue(text.contains(finding.says()), finding.says());
            finding.assumptions().forEach(each -> assertTrue(text.contains(each), each));
            finding.ask().forEach(each -> assertTrue(text.contains(each), each));
            finding.sources().forEach(each -> assertTrue(text.contains(each.title()), each.title()));
            finding.sources().stream()
                    .filter(each -> !each.url().isEmpty())
                    .forEach(each ->
                            assertTrue(text.contains(each.organization() + " " + each.year()), each.organization()));
        }
        shown.basis().why().forEach(why -> {
            assertTrue(text.contains(why.rule() + ", version"), why.rule());
            why.grounds()
                    .forEach(ground -> assertTrue(
                            text.toLowerCase(Locale.ROOT)
                                    .contains(ground.sentence().toLowerCase(Locale.ROOT)),
                            ground.sentence()));
            why.excluded()
                    .forEach(ground -> assertTrue(
                            text.toLowerCase(Locale.ROOT)
                                    .contains(ground.sentence().toLowerCase(Locale.ROOT)),
                            ground.sentence()));
        });
        shown.basis().cannotRuleOut().forEach(each -> assertTrue(text.contains(each.title()), each.title()));
        shown.basis().questions().forEach(each -> assertTrue(text.contains(each.text()), each.text()));
        shown.basis().assessment().gaps().forEach(each -> assertTrue(text.contains(each.title()), each.title()));
        assertTrue(text.contains(shown.basis().assessment().returnAdvice()));
        assertTrue(text.contains(shown.basis().assessment().disclaimer()));
        assertTrue(text.contains(shown.basis().assessment().ruleset().digest().substring(0, 12)));
    }

    @Test
    void theLevelIsAWordAShapeAndWhatToDo() throws IOException {
        Shown shown = show(ENGLISH, example("omeprazole-cramps-and-tingling"), "");
        String lead = shown.part("<section class=\"lead\"", "</section>");
        assertTrue(lead.contains("<use href=\"#emergency\"/></svg>Emergency</h1>"), lead);
        assertTrue(lead.contains(Level.EMERGENCY.meaning()), lead);
        assertTrue(shown.text().contains("Female, age 58"));
        assertTrue(shown.text().contains("as of January 15, 2026, 12:00 UTC"), shown.text());
        assertTrue(shown.page().contains("<title>Assessment of a muscle complaint</title>"));
    }

    @Test
    void theScaleShowsTheLevelNowAndThoseThatAnswersCouldReach() throws IOException {
        Basis basis = show(ENGLISH, example("calf-pain-after-two-blocks"), "").basis();
        assertEquals(Optional.of(Level.SOON), basis.assessment().level());
        Basis ranging = new Basis(
                basis.assessment(),
                basis.why(),
                new LevelRange(Optional.of(Level.ROUTINE), Optional.of(Level.URGENT)),
                basis.cannotRuleOut(),
                basis.questions(),
                basis.notAsked(),
                basis.whatIf());
        Shown shown =
                new Shown(ranging, HtmlReport.of(ranging, ENGLISH.patient().build(), ""));
        List<String> steps = Pattern.compile(
                        "<li class=\"(\\S+ \\S+)\"><svg[^>]*><use[^>]*></svg><span class=\"word\">")
                .matcher(shown.part("<ol class=\"scale\">", "</ol>"))
                .results()
                .map(step -> step.group(1))
                .toList();
        assertEquals(List.of("self-care out", "routine open", "soon now", "urgent open", "emergency out"), steps);
        String scale = plain(shown.part("<ol class=\"scale\">", "</ol>")).strip();
        assertEquals("Self-care Routine possible Soon now Urgent possible Emergency", scale);
        assertTrue(shown.text().contains("could still move this between Routine and Urgent."), shown.text());
    }

    @Test
    void aReassuringAnswerSaysFirstWhatItAssumed() {
        Shown shown = show(ENGLISH, CRAMP, "");
        assertEquals(Optional.of(Level.SELF_CARE), shown.basis().assessment().level());
        String finding =
                shown.part("<li class=\"self-care\">\n<div class=\"head\">", "</ul>\n</div>\n<div class=\"base\">");
        int assumed = finding.indexOf("This holds only if the following is so. It is not known:");
        assertTrue(assumed > 0 && assumed < finding.indexOf("Because"), finding);
        assertTrue(finding.contains("class=\"assumed strong\""), finding);
        assertTrue(shown.text().contains("could still move this between no finding and Emergency."), shown.text());
        assertTrue(shown.text().contains(shown.basis().notAsked() + " further conditions"), shown.text());
    }

    @Test
    void aPageWithoutAFindingIsNoAllClear() {
        Shown shown = show(ENGLISH, "{}", "");
        assertTrue(shown.page().contains("</svg>No finding</h1>"));
        assertTrue(shown.text().contains("this is not an all-clear"), shown.text());
        assertFalse(shown.page().contains("id=\"todo\""));
    }

    /** The dot of 0.37 stands left of the limit 0.4, and both left of the reference range. */
    @Test
    void aValueIsDrawnAgainstItsRangeAndTheLimitOfTheRule() throws IOException {
        Shown shown = show(ENGLISH, example("omeprazole-cramps-and-tingling"), "");
        String bar = shown.part(
                "aria-label=\"magnesium 0.37 mmol/L; rule: below 0.4; reference range 0.7 to 1\"", "</figure>");
        double dot = number(bar, "circle class=\"dot\" cx=\"([\\d.]+)\"");
        double limit = number(bar, "line class=\"limit\" x1=\"([\\d.]+)\"");
        double band = number(bar, "rect class=\"band\" x=\"([\\d.]+)\"");
        assertTrue(dot > 0 && dot < limit && limit < band && band < Axis.WIDTH, dot + " " + limit + " " + band);
        assertEquals(1, shown.page().split("aria-label=\"magnesium 0.37", -1).length - 1, "drawn once");
    }

    @Test
    void aValueManyTimesItsLimitIsDrawnOnALogarithmicAxisThatIsSaidToBeOne() throws IOException {
        Shown shown = show(ENGLISH, example("olanzapine-fever-and-rigidity"), "");
        String label = "creatine kinase 256020 U/L; rule: at least 1000 and at least 5000; "
                + "reference range 25 to 200; logarithmic axis";
        String bar = shown.part("aria-label=\"" + label, "</figure>");
        double band = number(bar, "rect class=\"band\" x=\"[\\d.]+\" y=\"14\" width=\"([\\d.]+)\"");
        assertTrue(band > 20, "a linear axis would leave nothing of the range: " + band);
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), pattern + " in " + text);
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void aValueTellsHowItWasGivenInWhichDocumentAndHowItWasComputed() {
        Shown shown = show(ENGLISH, """
                {"age": 70, "spasms": [{"kind": "muscle-cramp"}], "results": [
                  {"test": "calcium", "value": 7.2, "unit": "mg/dL", "at": "1 day ago", "document": "lab-17.pdf"},
                  {"test": "albumin", "value": 40, "unit": "g/L", "at": "1 day ago"}]}
                """, "");
        String text = shown.text();
        assertTrue(text.contains("given as 7.2 mg/dL; lab-17.pdf"), text);
        assertTrue(text.contains("total calcium + 0.02 × (40 − albumin)"), text);
        String row = shown.part("<tr><th scope=\"row\">total calcium", "</tr>");
        assertEquals(
                "total calcium 1.8 mmol/L 7.2 mg/dL 1 day ago results[0] lab-17.pdf",
                plain(row).strip());
    }

    @Test
    void nothingFromTheDocumentIsTakenForMarkup() {
        String attack = "<script>alert('x')</script>\\\"><img src=x onerror=alert(1)>";
        Shown shown = show(ENGLISH, """
                {"id": "%1$s", "note": "%1$s", "age": 60,
                 "spasms": [{"kind": "muscle-cramp", "note": "%1$s"}],
                 "results": [{"test": "potassium", "value": 2.3, "unit": "mmol/L", "at": "now", "document": "%1$s"},
                             {"test": "sodium", "value": 900, "unit": "mmol/L", "at": "now", "note": "%1$s"}]}
                """.formatted(attack), attack.replace("\\\"", "\""));
        String page = shown.page().toLowerCase(Locale.ROOT);
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<img"), page);
        assertTrue(
                shown.text().contains("<script>alert('x')</script>\"><img src=x onerror=alert(1)>"), "shown as text");
        assertFalse(shown.part("<title>", "</title>").contains("<script"));
    }

    @Test
    void aLongListIsShortenedAndTheRestCountedAndKept() {
        String wrong = "{\"test\": \"potassium\", \"value\": 900, \"unit\": \"mmol/L\", \"at\": \"%d days ago\"}";
        Shown shown = show(
                ENGLISH,
                "{\"results\": ["
                        + String.join(
                                ",",
                                Stream.iterate(1, day -> day + 1)
                                        .limit(8)
                                        .map(wrong::formatted)
                                        .toList())
                        + "]}",
                "");
        assertEquals(8, shown.basis().assessment().refused().size());
        assertEquals(5, shown.part("<ul class=\"refused\">", "</ul>").split("<li>").length - 1);
        assertTrue(shown.part("<summary>and 3 more</summary>", "</details>").contains("results[7]"));
    }

    @Test
    void whatWouldChangeTheLevelIsToldWithTheLevelThen() {
        Shown shown = show(ENGLISH, CRAMP, "");
        Basis basis = shown.basis();
        Basis turning = new Basis(
                basis.assessment(),
                basis.why(),
                basis.range(),
                basis.cannotRuleOut(),
                basis.questions(),
                basis.notAsked(),
                List.of(
                        new Basis.Turn(
                                "spasms[0]",
                                "muscle weakness appears",
                                Optional.of(Level.SELF_CARE),
                                Optional.of(Level.URGENT)),
                        new Basis.Turn(
                                "spasms[0]",
                                "muscle cramp is not there",
                                Optional.of(Level.SELF_CARE),
                                Optional.empty())));
        String page = HtmlReport.of(turning, ENGLISH.patient().build(), "");
        String turns = plain(page.substring(page.indexOf("id=\"whatif\"")));
        assertTrue(turns.contains("Muscle weakness appears: Urgent"), turns);
        assertTrue(turns.contains("Muscle cramp is not there: No finding"), turns);
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aSpanishPageIsSpanishThroughout(Path example) throws IOException {
        Shown shown = show(SPANISH, Files.readString(example), "caso");
        assertTrue(shown.page().startsWith("<!DOCTYPE html>\n<html lang=\"es\">"));
        assertFalse(shown.page().contains("[en]"), () -> shown.page().replaceAll("(?s).*(.{80}\\[en].{80}).*", "$1"));
        String own = plain(
                shown.page().replaceAll("<a [^>]*>[^<]*</a>|<span class=\"rule\">[^<]*</span>", "a title or an id"));
        for (String word :
                Set.of("Because", "Sources", "possible", "Ask next", "version", "rule:", "reference range")) {
            assertFalse(own.contains(word), word);
        }
        assertTrue(shown.text().contains("a fecha de 15 de enero de 2026"), shown.text());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void thePageNeedsNothingButItselfAndIsWellFormed(Path example) throws IOException {
        String page = show(ENGLISH, Files.readString(example), "case").page();
        for (String fetching :
                List.of("<script", "<link", "<img", "<iframe", "@import", "url(", "src=", "http-equiv=\"refresh")) {
            assertFalse(page.contains(fetching), fetching);
        }
        Pattern.compile("href=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(href -> href.group(1))
                .forEach(href -> {
                    assertTrue(href.matches("#[a-z-]+|https?://.*"), href);
                    assertTrue(!href.startsWith("#") || page.contains("id=\"" + href.substring(1) + "\""), href);
                });
        List<String> ids = Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map(id -> id.group(1))
                .toList();
        assertEquals(ids.size(), Set.copyOf(ids).size(), "ids occur once");
        assertTagsAreClosed(page);
        List<Integer> headings = Pattern.compile("<h([1-6])")
                .matcher(page)
                .results()
                .map(heading -> Integer.parseInt(heading.group(1)))
                .toList();
        assertEquals(1, headings.get(0));
        for (int i = 1; i < headings.size(); i++) {
            assertTrue(headings.get(i) > 1 && headings.get(i) <= headings.get(i - 1) + 1, headings.toString());
        }
    }

    private static void assertTagsAreClosed(String page) {
        Deque<String> open = new ArrayDeque<>();
        Iterable<MatchResult> tags = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>")
                .matcher(page)
                .results()::iterator;
        for (MatchResult tag : tags) {
            if (tag.group(2).equals("meta") || !tag.group(3).isEmpty()) {
                continue;
            }
            if (tag.group(1).isEmpty()) {
                open.push(tag.group(2));
            } else {
                assertEquals(open.pop(), tag.group(2), () -> page.substring(Math.max(0, tag.start() - 200), tag.end()));
            }
        }
        assertTrue(open.isEmpty(), open.toString());
    }

    @Test
    void everyEffortHasAWord() {
        for (Question.Effort effort : Question.Effort.values()) {
            Question question = new Question("q", "Q?", effort, Question.Form.YES_NO, "", List.of(), List.of());
            assertFalse(Open.Asked.of(question, Words.english()).effort().isEmpty());
        }
    }
}
