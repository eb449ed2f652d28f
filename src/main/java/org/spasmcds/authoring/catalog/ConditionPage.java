package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Sources;
import org.spasmcds.authoring.RuleHeader;
import org.spasmcds.rule.CauseGroup;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Csv;
import org.spasmcds.vocabulary.Vocabulary;

/** The page of one condition. */
record ConditionPage(
        Entry entry,
        Link chapter,
        List<Link> causes,
        List<Badge> levels,
        Badge evidence,
        String retired,
        List<RuleView> rules,
        List<Remark> related,
        List<ThresholdRow> numbers,
        List<SourceRow> sources,
        List<CaseRow> cases,
        List<String> measures,
        Graph graph,
        List<FactRow> facts,
        String code) {

    static ConditionPage of(Entry entry, Chapter chapter, Contents contents) {
        Links links = Links.BELOW;
        Vocabulary vocabulary = contents.vocabulary();
        Wording wording = new Wording(vocabulary, links);
        Remarks remarks = new Remarks(contents.entries(), links);
        List<Rule> rules = entry.rules();
        return new ConditionPage(
                entry,
                new Link(chapter.title(), links.chapter(chapter)),
                causes(entry, contents, links),
                entry.levels().stream().map(Badge::of).toList(),
                Badge.of(Sources.evidence(vocabulary, entry.sources())),
                retired(entry.id(), contents.files()),
                rules.stream()
                        .map(rule -> RuleView.of(rule, entry, wording, remarks, links))
                        .toList(),
                remarks.of(entry),
                contents.thresholds().stream()
                        .filter(each -> each.rule().filter(rules::contains).isPresent())
                        .map(each -> ThresholdRow.of(each, contents, links))
                        .toList(),
                sources(entry, vocabulary),
                entry.cases().verdicts().stream().map(CaseRow::of).toList(),
                measures(entry, contents),
                graph(entry, vocabulary, links),
                facts(entry, vocabulary, links),
                RuleText.html(entry.text()));
    }

    private static List<Link> causes(Entry entry, Contents contents, Links links) {
        Set<Link> causes = new LinkedHashSet<>();
        for (Rule rule : entry.rules()) {
            rule.groups()
                    .forEach(group -> causes.add(contents.chapters().stream()
                            .filter(chapter -> chapter.cause().equals(group.label()))
                            .findFirst()
                            .map(chapter -> new Link(chapter.title(), links.chapter(chapter)))
                            .orElse(new Link(
                                    group == CauseGroup.NONE ? "None of the ten" : Words.sentence(group.label()),
                                    ""))));
        }
        return Link.joined(List.copyOf(causes), "and");
    }

    private static String retired(String id, Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith("retired.csv"))
                .flatMap(file -> Csv.rows(file.getValue()).stream())
                .filter(row -> row.get("id").equals(id))
                .map(row -> (row.get("status") + ": " + row.get("reason")).strip())
                .findFirst()
                .orElse("");
    }

    private static List<SourceRow> sources(Entry entry, Vocabulary vocabulary) {
        RuleHeader header = entry.header();
        return entry.sources().stream()
                .flatMap(id -> vocabulary.source(id).stream())
                .map(source -> SourceRow.of(source, header.sources().getOrDefault(source.id(), ""), List.of()))
                .toList();
    }

    private static List<String> measures(Entry entry, Contents contents) {
        Cases cases = entry.cases();
        List<String> measures = new ArrayList<>();
        measures.add(Words.count(cases.verdicts().size(), "case") + ", "
                + (cases.failed() == 0 ? "all pass" : cases.failed() + " failing") + ".");
        measures.add(cases.bothWays() + " of " + Words.count(cases.patterns(), "pattern")
                + " both hold and fail in a case.");
        Score score = contents.scores().get(entry.id());
        if (score != null) {
            measures.add(
                    score.noticed() + " of " + Words.count(score.mutants(), "small change") + " of the rules noticed"
                            + (score.explained() == 0 ? "." : ", " + score.explained() + " more explained."));
        }
        return measures;
    }

    private static Graph graph(Entry entry, Vocabulary vocabulary, Links links) {
        Map<Fact, List<Integer>> feeds = new LinkedHashMap<>();
        for (int i = 0; i < entry.rules().size(); i++) {
            for (Fact fact :
                    new LinkedHashSet<>(FactUse.read(entry.rules().get(i).conditions(), vocabulary))) {
                feeds.computeIfAbsent(fact, any -> new ArrayList<>()).add(i);
            }
        }
        List<Graph.Source> sources = new ArrayList<>();
        feeds.forEach((fact, places) -> sources.add(new Graph.Source(fact.full(), links.fact(fact), places)));
        List<Link> targets = entry.rules().stream()
                .map(rule -> new Link(
                        RuleView.name(rule) + " · " + Badge.of(rule.level()).text(), "#" + Links.anchor(rule.id())))
                .toList();
        return Graph.of("Which facts feed which rules", sources, targets);
    }

    private static List<FactRow> facts(Entry entry, Vocabulary vocabulary, Links links) {
        Map<Fact, List<Link>> readers = new LinkedHashMap<>();
        for (Rule rule : entry.rules()) {
            Link link = new Link(RuleView.name(rule), "#" + Links.anchor(rule.id()));
            for (Fact fact : new LinkedHashSet<>(FactUse.read(rule.conditions(), vocabulary))) {
                readers.computeIfAbsent(fact, any -> new ArrayList<>()).add(link);
            }
        }
        return readers.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().text()))
                .map(each -> FactRow.of(each.getKey(), Link.joined(each.getValue(), "and"), links))
                .toList();
    }

    String ask() {
        return String.join("; ", entry.base().ask());
    }

    List<String> decisions() {
        return entry.header().decisions().stream().map(Words::capital).toList();
    }

    boolean hasRelated() {
        return !related.isEmpty();
    }

    boolean hasDecisions() {
        return !entry.header().decisions().isEmpty();
    }

    boolean hasNotes() {
        return !entry.header().notes().isEmpty();
    }

    boolean hasNumbers() {
        return !numbers.isEmpty();
    }

    boolean hasCases() {
        return !cases.isEmpty();
    }
}
