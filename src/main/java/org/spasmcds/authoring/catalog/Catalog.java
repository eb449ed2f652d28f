package org.spasmcds.authoring.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Progress;
import org.spasmcds.authoring.html.Html;
import org.spasmcds.json.Documents;

/** The rules as a folder of HTML pages for clinicians. It needs no server and asks for nothing outside itself. */
public final class Catalog {
    private static final String SEARCH = "search-index.js";
    private static final String SCRIPT = "catalog.js";

    private final Contents contents;

    Catalog(Contents contents) {
        this.contents = contents;
    }

    /**
     * What was written.
     *
     * @param cases cases that were run
     * @param failed cases that do not come out as they should
     */
    public record Written(String folder, int conditions, int pages, int cases, int failed, long bytes) {}

    /**
     * Reads the texts and runs the cases of a rule set.
     *
     * @param folder from which it was loaded, alone or on top of the bundled rules
     * @param mutation a report of {@code rules mutate --format json}
     * @throws IllegalArgumentException when the report is none
     */
    public static Catalog of(Ruleset ruleset, Path folder, Optional<Path> mutation, Progress progress) {
        return new Catalog(
                Contents.of(ruleset, folder, mutation.map(Catalog::scores).orElse(Map.of()), progress));
    }

    private static Map<String, Score> scores(Path report) {
        try {
            JsonNode node = Documents.read(Files.readString(report));
            return Score.read(report, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a catalog may be written there: the folder is missing, empty, or a catalog. */
    public static boolean mayWrite(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return isCatalog(folder) || files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCatalog(Path folder) {
        return Files.exists(folder.resolve(SEARCH)) && Files.exists(folder.resolve(SCRIPT));
    }

    /** Writes the pages. Pages of conditions that an earlier catalog had and this one has not are removed. */
    public Written write(Path folder) {
        try {
            if (isCatalog(folder)) {
                removePages(folder.resolve(Links.RULES));
                removePages(folder.resolve(Links.CHAPTERS));
            }
            Site site = new Site(folder);
            site.file("style.css", Html.resource("style.css") + Html.resource("catalog/catalog.css"));
            site.file(SCRIPT, Html.resource("catalog/catalog.js"));
            site.file(SEARCH, SearchIndex.script(contents));
            write(site);
            List<Entry> entries = contents.entries();
            return new Written(
                    folder.toString(),
                    entries.size(),
                    site.pages(),
                    entries.stream()
                            .mapToInt(entry -> entry.cases().verdicts().size())
                            .sum(),
                    (int) entries.stream()
                            .mapToLong(entry -> entry.cases().failed())
                            .sum(),
                    site.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Site site) throws IOException {
        site.top("index", "Rule catalog", IndexPage.of(contents));
        site.top("thresholds", "Thresholds", ThresholdsPage.of(contents));
        site.top("facts", "Facts", FactsPage.of(contents));
        site.top("groups", "Groups", GroupsPage.of(contents));
        site.top("sources", "Sources", SourcesPage.of(contents));
        for (Chapter chapter : contents.chapters()) {
            site.below(
                    Links.CHAPTERS + "/" + Links.file(chapter.page()),
                    chapter.title(),
                    "chapter",
                    ChapterPage.of(chapter, contents));
            for (Entry entry : chapter.entries()) {
                site.below(
                        Links.RULES + "/" + Links.file(entry.id()),
                        entry.title(),
                        "condition",
                        ConditionPage.of(entry, chapter, contents));
            }
        }
    }

    private static void removePages(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".html")).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
