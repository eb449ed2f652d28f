package org.spasmcds.authoring.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.Progress;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;
import org.spasmcds.vocabulary.Member;

/** The catalog of the bundled rules; without their cases, which take longer to run than the pages to write. */
class CatalogTest {
    @TempDir
    private static Path folder;

    private static Pages pages;

    @BeforeAll
    static void write() throws IOException {
        new Catalog(Contents.of(
                        TestRules.bundled(), RuleFiles.read(TestRules.FOLDER), List.of(), Map.of(), Progress.SILENT))
                .write(folder);
        pages = Pages.of(folder);
    }

    @Test
    void everyConditionHasAPageThatTellsOfEveryRule() {
        for (Rule rule : TestRules.bundled().rules()) {
            String page = pages.text("rule/" + rule.condition() + ".html");
            assertTrue(page != null && Pages.ids(page).contains(rule.id()), rule.id());
        }
    }

    @Test
    void everyAddressInsideTheFolderLeadsSomewhere() {
        assertEquals(List.of(), pages.dead());
    }

    @Test
    void noPageLoadsAnythingFromOutsideAndALinkThereTellsNothingOfTheReader() {
        pages.texts().forEach((page, text) -> {
            for (Pages.Address address : Pages.addresses(text)) {
                boolean outside = address.url().contains("//");
                assertTrue(!outside || address.tag().equals("a"), page + ": " + address.text());
                assertTrue(!outside || address.text().contains("rel=\"noreferrer\""), page + ": " + address.text());
            }
            assertFalse(text.contains("<style") || text.contains("style=\""), page.toString());
        });
        for (String file : List.of("style.css", "catalog.js")) {
            String text = Pages.read(folder.resolve(file));
            assertFalse(
                    Pattern.compile("https?:|url\\(|@import|fetch\\(|XMLHttp")
                            .matcher(text)
                            .find(),
                    file);
        }
    }

    @Test
    void aPageHasOneFirstHeadingAndNoIdTwiceAndItsTablesHaveHeads() {
        pages.texts().forEach((page, text) -> {
            assertEquals(1, Pages.count(text, "<h1"), page.toString());
            List<String> ids = Pages.ids(text);
            assertEquals(ids.size(), new HashSet<>(ids).size(), page.toString());
            assertEquals(
                    Pages.count(text, "<th"),
                    Pages.count(text, "<th scope=") + Pages.count(text, "<thead"),
                    page.toString());
            assertEquals(Pages.count(text, "<table"), Pages.count(text, "<caption"), page.toString());
        });
    }

    @Test
    void theThresholdsAreAllNumbersOfRulesAndGroups() {
        Set<String> numbers = new HashSet<>();
        for (Rule rule : TestRules.bundled().rules()) {
            for (Condition.Pattern pattern : Conditions.patterns(rule)) {
                pattern.tests().stream()
                        .filter(Condition.Test.Number.class::isInstance)
                        .forEach(test -> numbers.add(rule.file() + ":" + test.line() + ":" + test.column()));
            }
        }
        long limits = TestRules.bundled().vocabulary().groups().values().stream()
                .flatMap(List::stream)
                .filter(Member.Limit.class::isInstance)
                .count();
        assertTrue(numbers.size() > 900 && limits > 50, numbers.size() + " and " + limits);
        assertEquals(numbers.size() + limits, Pages.count(pages.text("thresholds.html"), "<tr><th scope=\"row\">"));
    }

    @Test
    void aNumberStandsWithItsUnitLevelAndTheSourceOfItsLine() {
        String row = pages.text("thresholds.html")
                .lines()
                .filter(line -> line.contains("rule/hypokalemia-severe.html#hypokalemia-severe.ecg"))
                .findFirst()
                .orElseThrow();
        assertTrue(row.contains(">&lt;</td>") && row.contains(">3.0</td>") && row.contains(">mmol/L</td>"), row);
        assertTrue(row.contains("level emergency") && row.contains("sources.html#CLIN-CONS"), row);
        assertFalse(row.contains("BMJBP-K"), row);
    }

    @Test
    void bothDirectionsBetweenFactsAndRulesAreShown() {
        String facts = pages.text("facts.html");
        String potassium = facts.lines()
                .filter(line -> line.startsWith("<tr id=\"potassium\""))
                .findFirst()
                .orElseThrow();
        assertTrue(potassium.contains("rule/hypokalemia-severe.html"), potassium);
        String page = pages.text("rule/hypokalemia-severe.html");
        assertTrue(page.contains("<a href=\"../facts.html#potassium\" class=\"left\""), "the drawing");
        assertTrue(page.contains("<th scope=\"row\"><a href=\"../facts.html#potassium\">"), "the table");
    }

    @Test
    void theSearchKnowsConditionsFactsAndSources() {
        String index = Pages.read(folder.resolve("search-index.js"));
        for (String part : List.of("\"rule/hiccups.html\"", "\"facts.html#potassium\"", "\"sources.html#BMJBP-K\"")) {
            assertTrue(index.contains("\"u\":" + part), part);
        }
    }

    @Test
    void aRelationToOtherConditionsIsLinkedBothWays() {
        String severe = pages.text("rule/hypokalemia-severe.html");
        String moderate = pages.text("rule/hypokalemia-moderate.html");
        assertTrue(
                severe.contains("Shows these as reasons of its own") && severe.contains("hypokalemia-moderate.html"));
        assertTrue(moderate.contains("Shown as a reason of") && moderate.contains("hypokalemia-severe.html"));
    }
}
