package org.spasmcds.authoring.catalog;

import java.util.List;
import java.util.Map;
import org.spasmcds.Level;
import org.spasmcds.vocabulary.Csv;

/** The first page. */
record IndexPage(
        String version,
        String digest,
        List<Count> counts,
        List<Card> causes,
        List<Card> others,
        List<Badge> levels,
        List<Retired> retired,
        String failing) {

    /** How many there are of something. */
    record Count(int number, String what, String href) {}

    /** A chapter with its conditions. */
    record Card(String number, String anchor, Link link, String count, List<ConditionRow> rows) {}

    /** A condition that is no longer looked for. */
    record Retired(String id, String specification, String status, String reason) {}

    static IndexPage of(Contents contents) {
        List<Entry> entries = contents.entries();
        int cases = entries.stream()
                .mapToInt(entry -> entry.cases().verdicts().size())
                .sum();
        long failing =
                entries.stream().mapToLong(entry -> entry.cases().failed()).sum();
        List<Count> counts = List.of(
                new Count(entries.size(), "conditions", "#conditions"),
                new Count(contents.ruleset().rules().size(), "rules", "#conditions"),
                new Count(contents.thresholds().size(), "numbers", "thresholds.html"),
                new Count(contents.uses().size(), "facts read", "facts.html"),
                new Count(contents.vocabulary().sources().size(), "sources", "sources.html"),
                new Count(cases, "cases", ""));
        return new IndexPage(
                contents.ruleset().identity().version(),
                contents.ruleset().identity().digest(),
                counts,
                cards(contents, true),
                cards(contents, false),
                List.of(Level.values()).stream().map(Badge::of).toList(),
                retired(contents.files()),
                failing == 0 ? "" : Words.count((int) failing, "case") + " of " + cases);
    }

    private static List<Card> cards(Contents contents, boolean causes) {
        return contents.chapters().stream()
                .filter(chapter -> chapter.isCause() == causes)
                .map(chapter -> new Card(
                        chapter.number(),
                        Links.anchor(chapter.page()),
                        new Link(chapter.title(), Links.TOP.chapter(chapter)),
                        Words.count(chapter.entries().size(), "condition"),
                        chapter.entries().stream()
                                .map(entry -> ConditionRow.of(entry, contents.vocabulary(), Links.TOP))
                                .toList()))
                .toList();
    }

    private static List<Retired> retired(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith("retired.csv"))
                .flatMap(file -> Csv.rows(file.getValue()).stream())
                .map(row -> new Retired(row.get("id"), row.get("specification"), row.get("status"), row.get("reason")))
                .toList();
    }

    boolean hasRetired() {
        return !retired.isEmpty();
    }
}
