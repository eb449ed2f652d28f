package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * The page of a cause, or of another folder of rules.
 *
 * @param others conditions of other folders that name this cause too
 */
record ChapterPage(
        Chapter chapter,
        String lead,
        List<ConditionRow> rows,
        List<ConditionRow> others,
        Graph graph,
        List<FactRow> facts) {

    static ChapterPage of(Chapter chapter, Contents contents) {
        Links links = Links.BELOW;
        Vocabulary vocabulary = contents.vocabulary();
        int rules = chapter.entries().stream()
                .mapToInt(entry -> entry.rules().size())
                .sum();
        String lead = Words.count(chapter.entries().size(), "condition") + " with " + Words.count(rules, "rule")
                + (chapter.isCause() ? ". One of the ten causes." : ".");
        return new ChapterPage(
                chapter,
                lead,
                rows(chapter.entries(), vocabulary, links),
                rows(others(chapter, contents), vocabulary, links),
                graph(chapter, vocabulary, links),
                facts(chapter, vocabulary, links));
    }

    private static List<ConditionRow> rows(List<Entry> entries, Vocabulary vocabulary, Links links) {
        return entries.stream()
                .map(entry -> ConditionRow.of(entry, vocabulary, links))
                .toList();
    }

    private static List<Entry> others(Chapter chapter, Contents contents) {
        return contents.entries().stream()
                .filter(entry -> !chapter.entries().contains(entry))
                .filter(entry -> entry.rules().stream()
                        .map(Rule::groups)
                        .anyMatch(groups ->
                                groups.stream().anyMatch(group -> group.label().equals(chapter.cause()))))
                .toList();
    }

    /** Facts that several conditions read stand alone; what only one reads would hide them, so it is counted. */
    private static Graph graph(Chapter chapter, Vocabulary vocabulary, Links links) {
        List<Entry> entries = chapter.entries();
        int[] alone = new int[entries.size()];
        List<Graph.Source> sources = new ArrayList<>();
        for (FactUse use : FactUse.of(entries, vocabulary).values()) {
            List<Integer> feeds = use.readers().stream().map(entries::indexOf).toList();
            if (feeds.size() == 1) {
                alone[feeds.get(0)]++;
            } else {
                sources.add(new Graph.Source(use.fact().full(), links.fact(use.fact()), feeds));
            }
        }
        for (int i = 0; i < alone.length; i++) {
            if (alone[i] > 0) {
                Entry entry = entries.get(i);
                sources.add(new Graph.Source(
                        Words.count(alone[i], "fact") + " read by this one only",
                        links.condition(entry.id()) + "#facts",
                        List.of(i)));
            }
        }
        return Graph.of(
                "Which facts feed which conditions",
                sources,
                entries.stream().map(links::condition).toList());
    }

    private static List<FactRow> facts(Chapter chapter, Vocabulary vocabulary, Links links) {
        Map<String, FactUse> uses = FactUse.of(chapter.entries(), vocabulary);
        return uses.values().stream()
                .sorted(Comparator.comparing(use -> use.fact().full()))
                .map(use -> FactRow.of(
                        use.fact(),
                        Link.joined(use.readers().stream().map(links::condition).toList(), "and"),
                        links))
                .toList();
    }

    boolean hasOthers() {
        return !others.isEmpty();
    }
}
