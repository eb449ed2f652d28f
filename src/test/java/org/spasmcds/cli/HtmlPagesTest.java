package org.spasmcds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPagesTest {
    private static final String LOW = low("low");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static String low(String id) {
        return "{\"id\":\"" + id
                + "\",\"results\":[{\"test\":\"potassium\",\"value\":2.3,\"unit\":\"mmol/L\",\"at\":\"now\"}]}";
    }

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("pages"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String pagesFolder() {
        return folder.resolve("pages").toString();
    }

    @Test
    void thePageOfOneDocumentGoesToStandardOutput() throws IOException {
        assertEquals(0, run("assess", file("low.json", LOW), "--format", "html", "--language", "es"));
        assertTrue(out.toString().startsWith("<!DOCTYPE html>\n<html lang=\"es\">"), out.toString());
        assertTrue(out.toString().stripTrailing().endsWith("</html>"));
        assertTrue(out.toString().contains("<title>Valoración de low</title>"));
    }

    /** The name of a file may be that of a person. */
    @Test
    void aDocumentWithoutAnIdGivesAPageWithoutAName() throws IOException {
        assertEquals(0, run("assess", file("John Doe.json", "{\"age\":60}"), "--format", "html"));
        assertFalse(out.toString().contains("John"), out.toString());
    }

    @Test
    void thePageOfOneDocumentGoesToTheFileThatIsNamed() throws IOException {
        Path page = folder.resolve("page.html");
        assertEquals(
                10,
                run(
                        "assess",
                        file("low.json", LOW),
                        "--format",
                        "html",
                        "--out",
                        page.toString(),
                        "--exit-level",
                        "URGENT"));
        assertEquals("", out.toString());
        assertTrue(Files.readString(page).contains("Emergency</h1>"));
    }

    @Test
    void severalDocumentsGiveAPageEachInAFolderAndNoneTakesTheNameOfAnother() throws IOException {
        String lines = file("all.ndjson", LOW + "\n" + LOW + "\n" + low("LOW") + "\n{\"age\":60}\n");
        assertEquals(0, run("assess", lines, "--format", "html", "--out", pagesFolder()));
        assertEquals(List.of("LOW-3.html", "all-4.html", "low-2.html", "low.html"), pages());
    }

    @Test
    void anIdCannotLeadOutOfTheFolder() throws IOException {
        String lines = file("all.ndjson", low("../../up") + "\n" + low("..") + "\n" + low(".hidden") + "\n");
        assertEquals(0, run("assess", lines, "--format", "html", "--out", pagesFolder()));
        assertEquals(List.of("hidden.html", "patient.html", "up.html"), pages());
    }

    @Test
    void aDocumentThatIsRefusedLeavesTheOtherPages() throws IOException {
        String lines = file("all.ndjson", LOW + "\n{\"agee\":60}\n");
        assertEquals(1, run("assess", lines, "--format", "html", "--out", pagesFolder()));
        assertEquals(List.of("low.html"), pages());
        assertTrue(err.toString().contains("all.ndjson:2: "), err.toString());
    }

    @Test
    void severalPagesNeedAFolder() throws IOException {
        String low = file("low.json", LOW);
        assertEquals(2, run("assess", low, low, "--format", "html"));
        assertTrue(err.toString().startsWith("several documents give several pages"), err.toString());
    }

    @Test
    void outIsForPages() throws IOException {
        assertEquals(2, run("assess", file("low.json", LOW), "--out", pagesFolder()));
        assertTrue(err.toString().startsWith("--out goes with --format html only"), err.toString());
    }

    @Test
    void aPageShowsTheBasis() throws IOException {
        assertEquals(2, run("assess", file("low.json", LOW), "--format", "html", "--no-basis"));
        assertTrue(err.toString().startsWith("--format html shows the basis"), err.toString());
    }

    @Test
    void aPageThatCannotBeWrittenIsAMessage() throws IOException {
        String low = file("low.json", LOW);
        String below = Path.of(low, "page.html").toString();
        assertEquals(2, run("assess", low, "--format", "html", "--out", below));
        assertTrue(err.toString().startsWith(below + ": "), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }
}
