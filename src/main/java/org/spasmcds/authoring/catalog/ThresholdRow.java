package org.spasmcds.authoring.catalog;

import java.util.List;

/**
 * A number as a line of a table.
 *
 * @param levels the level of the rule; none for a limit of a group
 * @param soft said of sources that are cited for the whole rule only
 */
record ThresholdRow(
        List<Link> facts,
        String sort,
        String property,
        String operator,
        String value,
        double number,
        String unit,
        List<Badge> levels,
        int rank,
        Link owner,
        String clause,
        List<Link> sources,
        String soft) {
    private static final int SHOWN = 6;

    static ThresholdRow of(Threshold threshold, Contents contents, Links links) {
        List<Link> facts = threshold.facts().stream()
                .map(fact -> new Link(fact.text().isEmpty() ? fact.kind() : fact.text(), href(fact, links)))
                .toList();
        List<Badge> levels =
                threshold.rule().map(rule -> Badge.of(rule.level())).stream().toList();
        Link owner = threshold
                .rule()
                .map(rule -> new Link(rule.title(), links.condition(rule.condition()) + "#" + Links.anchor(rule.id())))
                .orElseGet(() ->
                        new Link(contents.vocabulary().display(threshold.owner()), links.group(threshold.owner())));
        return new ThresholdRow(
                shortened(facts),
                facts.get(0).text(),
                threshold.property(),
                (threshold.negated() ? "not " : "") + Measure.sign(threshold.operator()),
                threshold.written(),
                threshold.value(),
                threshold.unit(),
                levels,
                levels.stream().mapToInt(Badge::rank).findFirst().orElse(0),
                owner,
                threshold.rule().map(rule -> clause(rule.id())).orElse("group"),
                Link.joined(threshold.sources().stream().map(links::source).toList(), "and"),
                threshold.cited() ? "" : "for the rule");
    }

    private static String href(Fact fact, Links links) {
        return fact.id().isEmpty() ? "" : links.fact(fact);
    }

    private static List<Link> shortened(List<Link> facts) {
        if (facts.size() <= SHOWN) {
            return Link.joined(facts, "or");
        }
        List<Link> shown = new java.util.ArrayList<>(facts.subList(0, SHOWN - 1));
        shown.add(new Link((facts.size() - shown.size()) + " more", ""));
        return Link.joined(shown, "or");
    }

    private static String clause(String rule) {
        int dot = rule.indexOf('.');
        return dot < 0 ? "" : Words.sentence(rule.substring(dot + 1));
    }

    /** The rule by its own word, for a page that is about one condition. */
    String ruleName() {
        return clause.isEmpty() ? "First rule" : clause;
    }
}
