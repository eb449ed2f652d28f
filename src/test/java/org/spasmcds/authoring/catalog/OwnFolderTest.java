package org.spasmcds.authoring.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Progress;

/** The catalog of a small folder, with texts in it that try to be more than text. */
class OwnFolderTest {
    @TempDir
    private Path work;

    private Path rules;
    private Path site;

    @BeforeEach
    void write() throws IOException {
        rules = work.resolve("rules");
        site = work.resolve("site");
        OwnFolder.write(rules);
    }

    private Pages catalog(Optional<Path> mutation) throws IOException {
        Catalog.Written written =
                Catalog.of(Ruleset.of(rules), rules, mutation, Progress.SILENT).write(site);
        assertEquals(1, written.conditions());
        assertEquals(1, written.failed());
        return Pages.of(site);
    }

    @Test
    void whatAnAuthorWritesStaysText() throws IOException {
        Pages pages = catalog(Optional.empty());
        assertEquals(7, pages.texts().size());
        pages.texts().forEach((page, text) -> {
            assertEquals(2, Pages.count(text, "<script"), page + " has the two scripts of the catalog only");
            assertFalse(text.contains("javascript:"), page.toString());
            assertFalse(text.contains("</script>&"), page.toString());
        });
        String page = pages.text("rule/sample.html");
        assertTrue(page.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;&amp;</h1>"), page);
        assertEquals(java.util.List.of(), pages.dead());
    }

    @Test
    void aCaseThatFailsIsShownAsFailing() throws IOException {
        Pages pages = catalog(Optional.empty());
        String page = pages.text("rule/sample.html");
        assertEquals(1, Pages.count(page, ">Fails</span>"));
        assertEquals(1, Pages.count(page, ">Passes</span>"));
        assertTrue(page.contains("expected no sample, got ROUTINE"), page);
        assertTrue(pages.text("index.html").contains("<strong>1 case of 2</strong>"));
    }

    @Test
    void conditionsReadAsNestedLists() throws IOException {
        String page = catalog(Optional.empty())
                .text("rule/sample.html")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
        assertTrue(
                page.contains(
                        "below 3.5 mmol/L At least one of these Symptom fever All of these Symptom fever not ruled out"
                                + " Symptom no known vomiting more than 2 days ago"),
                page);
    }

    @Test
    void scoresOfAMutationReportAreShownAndAnythingElseIsRefused() throws IOException {
        Path report = Files.writeString(
                work.resolve("report.json"),
                "{\"conditions\":{\"sample\":{\"mutants\":12,\"noticed\":9,\"explained\":1}}}");
        assertTrue(catalog(Optional.of(report))
                .text("rule/sample.html")
                .contains("9 of 12 small changes of the rules noticed"));
        Files.writeString(report, "[]");
        Ruleset ruleset = Ruleset.of(rules);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Catalog.of(ruleset, rules, Optional.of(report), Progress.SILENT));
        assertTrue(refused.getMessage().contains("rules mutate --format json"), refused.getMessage());
    }

    @Test
    void aCatalogIsWrittenOverWithoutLeavingPagesOfWhatIsGone() throws IOException {
        assertTrue(Catalog.mayWrite(site));
        catalog(Optional.empty());
        assertTrue(Catalog.mayWrite(site));
        Files.writeString(site.resolve("rule/gone.html"), "");
        catalog(Optional.empty());
        assertFalse(Files.exists(site.resolve("rule/gone.html")));
        assertFalse(Catalog.mayWrite(rules));
    }
}
