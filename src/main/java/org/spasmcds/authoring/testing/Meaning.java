package org.spasmcds.authoring.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Vocabulary;

/** What of a rule or a vocabulary can change an answer, as against its place and its words to the reader. */
final class Meaning {
    private Meaning() {}

    /** Equal for two rules that give the same levels and certainties to the same patients. */
    static Object of(Rule rule) {
        return List.of(
                rule.id(),
                rule.parent(),
                rule.groups(),
                rule.level(),
                rule.certainty(),
                rule.strength(),
                rule.unless(),
                rule.absorbs(),
                rule.ownLine(),
                rule.typical(),
                rule.forChildren(),
                rule.attribution(),
                rule.state(),
                rule.conditions().stream().map(Conditions::text).toList());
    }

    /** The ids of the rules that are there on one side only or mean something else on the other. */
    static Set<String> changed(List<Rule> before, List<Rule> after) {
        Map<String, Object> meanings = new LinkedHashMap<>();
        before.forEach(rule -> meanings.put(rule.id(), of(rule)));
        Set<String> changed = new LinkedHashSet<>();
        Set<String> still = new LinkedHashSet<>();
        for (Rule rule : after) {
            still.add(rule.id());
            if (!of(rule).equals(meanings.get(rule.id()))) {
                changed.add(rule.id());
            }
        }
        meanings.keySet().stream().filter(id -> !still.contains(id)).forEach(changed::add);
        return changed;
    }

    /** The names that a rule asks for. */
    static Set<String> names(Rule rule) {
        Set<String> names = new LinkedHashSet<>();
        for (Condition.Pattern pattern : Conditions.patterns(rule)) {
            names.addAll(pattern.names());
        }
        return names;
    }

    /** The groups that have other members now, and every group that contains one of them. */
    static Set<String> changedGroups(Vocabulary before, Vocabulary after) {
        Set<String> changed = new LinkedHashSet<>();
        Map<String, List<Member>> all = new HashMap<>(before.groups());
        all.putAll(after.groups());
        for (String group : all.keySet()) {
            if (!before.groups()
                    .getOrDefault(group, List.of())
                    .equals(after.groups().getOrDefault(group, List.of()))) {
                changed.add(group);
            }
        }
        List<String> open = new ArrayList<>(changed);
        while (!open.isEmpty()) {
            String member = open.remove(open.size() - 1);
            all.forEach((group, members) -> {
                if (members.contains(new Member.Named(member)) && changed.add(group)) {
                    open.add(group);
                }
            });
        }
        return changed;
    }
}
