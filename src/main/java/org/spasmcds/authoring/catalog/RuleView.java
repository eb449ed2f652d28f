package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Rule;

/**
 * A rule of a condition in words.
 *
 * @param extended the rule whose conditions come first; none when it stands alone
 * @param says empty when it says what the first rule says
 * @param silent said of a rule that fires in none of its cases
 */
record RuleView(
        String anchor,
        String id,
        String name,
        Badge level,
        String certainty,
        String strength,
        String says,
        List<Link> extended,
        List<Line> when,
        String ask,
        String causes,
        List<Remark> remarks,
        List<Link> sources,
        String silent) {

    static RuleView of(Rule rule, Entry entry, Wording wording, Remarks remarks, Links links) {
        Rule base = entry.base();
        boolean first = rule == base;
        List<Condition> own = entry.own(rule);
        List<Link> extended = new ArrayList<>();
        rule.parent()
                .ifPresent(parent -> extended.add(new Link(
                        entry.rules().stream()
                                .filter(each -> each.id().equals(parent))
                                .map(RuleView::name)
                                .findFirst()
                                .orElse(parent),
                        "#" + Links.anchor(parent))));
        return new RuleView(
                Links.anchor(rule.id()),
                rule.id(),
                name(rule),
                Badge.of(rule.level()),
                rule.certainty().map(Words::lower).map(Words::sentence).orElse(""),
                Words.lower(rule.strength()),
                first || rule.says().equals(base.says()) ? "" : rule.says(),
                extended,
                wording.all(own),
                first || rule.ask().equals(base.ask()) ? "" : String.join("; ", rule.ask()),
                first || rule.groups().equals(base.groups())
                        ? ""
                        : rule.groups().stream()
                                .map(group -> Words.sentence(group.label()))
                                .collect(Collectors.joining(", ")),
                remarks.of(rule, base),
                Link.joined(rule.sources().stream().map(links::source).toList(), "and"),
                entry.cases().fired().contains(rule.id()) ? "" : "No case beside this file makes it fire.");
    }

    /** The first rule by its condition, another by its own word. */
    static String name(Rule rule) {
        return rule.id().equals(rule.condition())
                ? "First rule"
                : Words.sentence(rule.id().substring(rule.condition().length() + 1));
    }

    boolean hasRemarks() {
        return !remarks.isEmpty();
    }
}
