package org.spasmcds.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.Progress;
import org.spasmcds.authoring.catalog.Catalog;

/** The pages as a clinician meets them: opened from a folder, with a keyboard, in light and dark, on a phone and on paper. */
class BrowserTest {
    private static final Path CATALOG = Path.of("target/pages/catalog").toAbsolutePath();
    private static final Path PICTURES = Path.of("target/screenshots");

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                Browser.isInstalled(),
                "no /usr/bin/chromium with /usr/bin/chromedriver: no page is tried in a browser");
        Catalog.of(TestRules.bundled(), TestRules.FOLDER, Optional.empty(), Progress.SILENT)
                .write(CATALOG);
        browser = Browser.start();
        // The browser's own first page is none of ours.
        browser.requests();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void noRequestLeavesTheFolderAndNothingIsComplainedOf() {
        List<String> requests = browser.requests();
        assertTrue(!requests.isEmpty(), "the page itself is a request");
        assertEquals(
                List.of(),
                requests.stream()
                        .filter(url ->
                                !url.startsWith("file:") && !url.startsWith("data:") && !url.startsWith("about:"))
                        .toList());
        assertEquals(List.of(), browser.complaints());
    }

    private static WebElement find(String css) {
        return new WebDriverWait(browser.driver(), Duration.ofSeconds(20))
                .until(driver -> driver.findElement(By.cssSelector(css)));
    }

    private static void open(String page) {
        browser.look(1280, "light");
        browser.open(CATALOG.resolve(page));
    }

    @Test
    void theKeyboardAloneLeadsFromASearchToARuleItsCauseAndItsSources() {
        open("index.html");
        find("#query").sendKeys("potassium");
        find("#results a");
        assertTrue(
                find("#hits").getText().matches(".*\\d+ results\\."),
                find("#hits").getText());
        find("#query").sendKeys("", Keys.ESCAPE);
        assertEquals(List.of(), browser.driver().findElements(By.cssSelector("#results a")));
        find("#query").sendKeys("severe hypokal", Keys.ARROW_DOWN);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        assertEquals("Severe hypokalemia", find("main h1").getText());
        find("#sources ~ ul a.out");
        find(".rule a[href*='sources.html']").click();
        assertEquals("Sources", find("main h1").getText());
        assertTrue(browser.driver().getCurrentUrl().endsWith("sources.html#BMJBP-K"));
        find("tr:target a[href='rule/hypokalemia-severe.html']").click();
        find(".crumbs a[href*='cause/']").click();
        assertTrue(find("main h1").getText().contains("Electrolyte disorder"));
        find("nav a[href$='thresholds.html']").click();
        assertEquals("Thresholds", find("main h1").getText());
    }

    @Test
    void theThresholdsCanBeFilteredAndSorted() {
        open("thresholds.html");
        int all = browser.driver()
                .findElements(By.cssSelector("#thresholds tbody tr"))
                .size();
        find("#filter").sendKeys("potassium mmol/L");
        int shown = browser.driver()
                .findElements(By.cssSelector("#thresholds tbody tr:not([hidden])"))
                .size();
        assertTrue(shown > 10 && shown < all, shown + " of " + all);
        assertEquals(
                shown + " of " + all + " rows.", find(".filter [role=status]").getText());
        WebElement head = find("#thresholds thead th.number");
        head.findElement(By.tagName("button")).sendKeys(Keys.ENTER);
        assertEquals("ascending", head.getDomAttribute("aria-sort"));
        assertEquals(numbers().stream().sorted().toList(), numbers());
        head.findElement(By.tagName("button")).sendKeys(Keys.SPACE);
        assertEquals("descending", head.getDomAttribute("aria-sort"));
        assertEquals(numbers().get(0), numbers().stream().max(Double::compare).orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private static List<Double> numbers() {
        List<String> texts = (List<String>) browser.driver()
                .executeScript(
                        "return [...document.querySelectorAll('#thresholds tbody td.number')].map(c => c.textContent)");
        return texts.stream().map(Double::parseDouble).toList();
    }

    @Test
    void aNameOfTheDrawingShowsItsLinesAlone() {
        open("rule/rhabdomyolysis.html");
        browser.driver().executeScript("document.querySelector('.graph [data-node]').focus()");
        Number lit = (Number)
                browser.driver().executeScript("return document.querySelectorAll('.graph svg.lit path.on').length");
        Number all = (Number) browser.driver().executeScript("return document.querySelectorAll('.graph path').length");
        assertTrue(lit.intValue() > 0 && lit.intValue() < all.intValue(), lit + " of " + all);
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, light", "index.html, dark",
        "cause/07-electrolyte-disorder.html, light", "cause/07-electrolyte-disorder.html, dark",
        "rule/rhabdomyolysis.html, light", "rule/rhabdomyolysis.html, dark",
        "thresholds.html, light", "thresholds.html, dark",
        "sources.html, light", "sources.html, dark",
        "groups.html, light", "facts.html, dark"
    })
    void axeFindsNothing(String page, String scheme) throws IOException {
        browser.look(1280, scheme);
        browser.open(CATALOG.resolve(page));
        shorten();
        browser.driver().executeScript("document.querySelectorAll('details').forEach(each => { each.open = true; })");
        assertEquals(List.of(), browser.violations());
        picture(page, 1280, scheme);
    }

    /** A thousand rows of one kind take minutes to look at and show no more than a hundred do. */
    private static void shorten() {
        browser.driver().findElements(By.cssSelector("#filter")).forEach(box -> box.sendKeys("potassium"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "cause/07-electrolyte-disorder.html",
                "rule/rhabdomyolysis.html",
                "rule/hypokalemia-severe.html",
                "thresholds.html",
                "facts.html",
                "groups.html",
                "sources.html"
            })
    void aPhoneNeedsNoSidewaysScrollingAndPaperHasNoMenu(String page) throws IOException {
        for (String scheme : List.of("light", "dark")) {
            browser.look(390, scheme);
            browser.open(CATALOG.resolve(page));
            Number width = (Number) browser.driver().executeScript("return document.documentElement.scrollWidth");
            assertTrue(width.intValue() <= 390, page + " is " + width + " pixels wide");
            picture(page, 390, scheme);
        }
        browser.print(PICTURES.resolve(name(page) + ".pdf"));
    }

    private static void picture(String page, int width, String scheme) throws IOException {
        browser.picture(PICTURES.resolve(name(page) + "-" + width + "-" + scheme + ".png"), width, 4000);
    }

    private static String name(String page) {
        return page.replace(".html", "").replace('/', '-');
    }
}
