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

/** The catalog of a small folder, with texts in it that try to be more than text. */
class OwnFolderTest {
    private static final String EVIL = "<script>alert(1)</script>&";

    @TempDir
    private Path work;

    private Path rules;
    private Path site;

    @BeforeEach
    void write() throws IOException {
        rules = work.resolve("rules");
        site = work.resolve("site");
        file(
                "sources.csv",
                "id,title,organization,year,url,used_for,evidence\n" + "OWN," + EVIL + "," + EVIL
                        + ",2026,javascript:alert(1),,not-retrieved\n");
        file(
                "vocabulary.csv",
                "name,kind,display,synonyms\npotassium,analyte," + EVIL + ",\nfever,symptom,fever,\n"
                        + "vomiting,symptom,vomiting,\n");
        file(
                "tests.csv",
                "name,unit,decimals,plausible_low,plausible_high,reference_low,reference_high,window_hours,source\n"
                        + "potassium,mmol/L,1,0.5,15,3.5,5.1,168,OWN\n");
        file("groups.csv", "group,member,window_days,source\nlow-salt,potassium < 3.1 mmol/L,,OWN\n");
        file("own-rules/sample.drl", """
                // %1$s
                //
                // Asks      %1$s
                // Escalates Nothing.
                // Misses    Much.
                // Mimics    Little.
                //
                // Decision: %1$s

                package rules.own_rules

                import org.spasmcds.fact.*

                rule "sample"
                    @title("%1$s")
                    @spec("1.1")
                    @cause("none")
                    @level("ROUTINE")
                    @certainty("POSSIBLE")
                    @strength("risk")
                    @says("%1$s")
                    @ask("%1$s")
                    @source("OWN")
                when
                    Result( test == "potassium", current, value < 3.5 )   // mmol/L %1$s [OWN]
                    ( Symptom( name == "fever", present )
                        or ( not Symptom( name == "fever", absent )
                            and not Symptom( name == "vomiting", present, days > 2 ) ) )   // d [OWN]
                then
                end
                """.formatted(EVIL));
        file("own-rules/sample.scenarios.yaml", """
                - case: "%1$s"
                  given: { potassium: 3.4 mmol/L, fever: present }
                  expect: ROUTINE
                - case: wrong
                  given: { potassium: 3.4 mmol/L, fever: present }
                  expect: none
                """.formatted(EVIL));
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(rules.resolve(name).getParent());
        Files.writeString(rules.resolve(name), text);
    }

    private Pages catalog(Optional<Path> mutation) throws IOException {
        Catalog.Written written = Catalog.of(Ruleset.of(rules), rules, mutation).write(site);
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
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Catalog.of(ruleset, rules, Optional.of(report)));
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
