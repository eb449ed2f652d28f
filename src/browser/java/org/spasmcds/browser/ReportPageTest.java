package org.spasmcds.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;
import org.spasmcds.report.HtmlReport;

/** The page of an assessment as a clinician meets it: in light and dark, on a phone and on paper. */
class ReportPageTest {
    private static final Path EXAMPLES = Path.of("examples/patients");
    private static final Path PAGES = Path.of("target/pages/report").toAbsolutePath();
    private static final Path PICTURES = Path.of("target/screenshots/report");

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(
                Browser.isInstalled(),
                "no /usr/bin/chromium with /usr/bin/chromedriver: no page is tried in a browser");
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
    void thePageAsksForNothingElseAndNothingIsComplainedOf() {
        List<String> requests = browser.requests();
        assertTrue(!requests.isEmpty(), "the page itself is a request");
        String pages = PAGES.toUri().toString();
        assertEquals(
                List.of(),
                requests.stream().filter(url -> !url.startsWith(pages)).toList());
        assertEquals(List.of(), browser.complaints());
    }

    /** The page of an example, in Spanish where its name ends so. */
    private static void open(String name) throws IOException {
        boolean spanish = name.endsWith(".es");
        Ruleset rules = spanish ? TestRules.bundled().in(Locale.forLanguageTag("es")) : TestRules.bundled();
        String document = Files.readString(EXAMPLES.resolve(name.replace(".es", "") + ".json"));
        Patient patient = new PatientReader(rules).read(Documents.read(document));
        Path page = Files.createDirectories(PAGES).resolve(name + ".html");
        browser.open(Files.writeString(page, HtmlReport.of(rules.explain(patient, TestRules.NOW), patient, name)));
    }

    @ParameterizedTest
    @CsvSource({
        "omeprazole-cramps-and-tingling, light",
        "omeprazole-cramps-and-tingling, dark",
        "calf-cramp-nearly-constant, light",
        "calf-cramp-nearly-constant, dark",
        "simvastatin-and-clarithromycin.es, light",
        "simvastatin-and-clarithromycin.es, dark"
    })
    void axeFindsNothing(String name, String scheme) throws IOException {
        browser.look(1200, scheme);
        open(name);
        browser.driver().findElements(By.tagName("summary")).forEach(summary -> summary.click());
        assertEquals(List.of(), browser.violations());
        browser.picture(PICTURES.resolve(name + "-" + scheme + ".png"), 1200, 4000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "omeprazole-cramps-and-tingling",
                "calf-cramp-nearly-constant",
                "simvastatin-and-clarithromycin.es"
            })
    void aPhoneNeedsNoSidewaysScrollingAndTwoSheetsOfPaperAreEnough(String name) throws IOException {
        browser.look(390, "light");
        open(name);
        browser.driver().findElements(By.tagName("summary")).forEach(summary -> summary.click());
        Number width = (Number) browser.driver().executeScript("return document.documentElement.scrollWidth");
        assertTrue(width.intValue() <= 390, name + " is " + width + " pixels wide");
        browser.picture(PICTURES.resolve(name + "-phone.png"), 390, 6000);
        browser.look(1200, "dark");
        open(name);
        int a4 = browser.print(PICTURES.resolve(name + "-a4.pdf"), 8.27, 11.69);
        int letter = browser.print(PICTURES.resolve(name + "-letter.pdf"), 8.5, 11);
        assertTrue(a4 >= 1 && a4 <= 2 && letter >= 1 && letter <= 2, name + ": " + a4 + " and " + letter + " sheets");
    }
}
