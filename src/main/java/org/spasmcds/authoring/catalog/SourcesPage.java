package org.spasmcds.authoring.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spasmcds.vocabulary.Csv;
import org.spasmcds.vocabulary.Source;

/** Every publication, with the conditions that cite it. */
record SourcesPage(List<SourceRow> rows) {
    static SourcesPage of(Contents contents) {
        Map<String, Set<String>> files = files(contents.files());
        return new SourcesPage(contents.vocabulary().sources().stream()
                .sorted(Comparator.comparing(Source::id))
                .map(source -> SourceRow.of(
                        source,
                        files.containsKey(source.id())
                                ? "Also cited in " + String.join(", ", files.get(source.id())) + "."
                                : "",
                        Link.joined(
                                contents.entries().stream()
                                        .filter(entry -> entry.sources().contains(source.id()))
                                        .map(Links.TOP::condition)
                                        .toList(),
                                "and")))
                .toList());
    }

    /** The vocabulary files that cite a source. */
    private static Map<String, Set<String>> files(Map<String, String> texts) {
        Map<String, Set<String>> files = new TreeMap<>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".csv")) {
                for (Csv.Row row : Csv.rows(text)) {
                    for (String id : row.get("source").split("[,;]")) {
                        files.computeIfAbsent(id.strip(), any -> new TreeSet<>())
                                .add(file.substring(file.lastIndexOf('/') + 1));
                    }
                }
            }
        });
        return files;
    }
}
