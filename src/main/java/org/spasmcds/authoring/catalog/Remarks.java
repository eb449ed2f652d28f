package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Level;
import org.spasmcds.rule.Rule;

/** Says in words how a rule stands to other findings. */
final class Remarks {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Links links;

    Remarks(Collection<Entry> entries, Links links) {
        entries.forEach(entry -> this.entries.put(entry.id(), entry));
        this.links = links;
    }

    /** What a rule states; of a further clause only what its first rule does not say. */
    List<Remark> of(Rule rule, Rule base) {
        List<Remark> remarks = all(rule);
        if (rule != base) {
            remarks.removeAll(all(base));
            if (rule.unless().isEmpty() && !base.unless().isEmpty()) {
                remarks.add(Remark.of("This clause counts whatever else was found."));
            }
        }
        return remarks;
    }

    private List<Remark> all(Rule rule) {
        List<Remark> remarks = new ArrayList<>();
        unless(rule, remarks);
        absorbs(rule, remarks);
        if (rule.ownLine()) {
            remarks.add(Remark.of("While it holds, the finding stays on a line of its own."));
        }
        if (rule.typical()) {
            remarks.add(
                    Remark.of(
                            "What it excludes belongs to the typical picture: where that is unknown, the certainty is one step lower."));
        }
        if (rule.forChildren()) {
            remarks.add(Remark.of("Its laboratory limits are meant for children too."));
        }
        rule.attribution()
                .ifPresent(most -> remarks.add(Remark.of("Its tie to the complaint is at most " + Words.lower(most)
                        + ", however sure the condition is.")));
        if (rule.state()) {
            remarks.add(Remark.of("It names a state, for which another finding may give the reason."));
        }
        return remarks;
    }

    private void unless(Rule rule, List<Remark> remarks) {
        List<String> conditions = new ArrayList<>();
        for (String each : rule.unless().stream().sorted().toList()) {
            if (each.equals(Rule.ANY_FINDING)) {
                remarks.add(Remark.of("Counts only when nothing else was found."));
            } else if (each.equals(Rule.URGENT_FINDING)) {
                if (!rule.level().atLeast(Level.URGENT)) {
                    remarks.add(Remark.of("Counts only when no other condition is urgent or an emergency."));
                }
            } else {
                conditions.add(each);
            }
        }
        if (!conditions.isEmpty()) {
            remarks.add(new Remark("Counts only when none of these was found: ", linked(conditions), "."));
        }
    }

    private void absorbs(Rule rule, List<Remark> remarks) {
        Map<String, List<String>> byLevel = new LinkedHashMap<>();
        rule.absorbs()
                .forEach(each -> byLevel.computeIfAbsent(
                                each.level()
                                        .map(level -> " when both are " + Words.lower(level))
                                        .orElse(""),
                                any -> new ArrayList<>())
                        .add(each.condition()));
        byLevel.forEach((when, conditions) ->
                remarks.add(new Remark("Shows these as reasons of its own" + when + ": ", linked(conditions), ".")));
    }

    /** How other conditions stand to one. */
    List<Remark> of(Entry entry) {
        Set<String> absorbing = new LinkedHashSet<>();
        Set<String> yielding = new LinkedHashSet<>();
        for (Entry other : entries.values()) {
            for (Rule rule : other.rules()) {
                if (rule.absorbs().stream().anyMatch(each -> each.condition().equals(entry.id()))) {
                    absorbing.add(other.id());
                }
                if (rule.unless().contains(entry.id())) {
                    yielding.add(other.id());
                }
            }
        }
        List<Remark> remarks = new ArrayList<>();
        if (!absorbing.isEmpty()) {
            remarks.add(new Remark("Shown as a reason of: ", linked(absorbing), "."));
        }
        if (!yielding.isEmpty()) {
            remarks.add(new Remark("These give way to it: ", linked(yielding), "."));
        }
        return remarks;
    }

    private List<Link> linked(Collection<String> conditions) {
        return Link.joined(
                conditions.stream()
                        .map(id -> entries.containsKey(id)
                                ? links.condition(entries.get(id))
                                : new Link(Words.sentence(id), ""))
                        .toList(),
                "and");
    }
}
