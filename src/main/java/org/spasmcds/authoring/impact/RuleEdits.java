package org.spasmcds.authoring.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;

/**
 * How two versions differ.
 *
 * @param rules the rules that decide otherwise, by id, in the order of NEW, removed ones last
 * @param files the files whose texts differ, in alphabetical order
 */
record RuleEdits(Map<String, RuleEdit> rules, List<String> files) {
    static RuleEdits between(RuleVersion older, RuleVersion newer) {
        Map<String, Rule> before = byId(older);
        Map<String, Rule> after = byId(newer);
        Map<String, RuleEdit> edits = new LinkedHashMap<>();
        after.forEach((id, rule) -> {
            Rule was = before.get(id);
            if (was == null) {
                edits.put(id, RuleEdit.ADDED);
            } else if (!decision(was).equals(decision(rule))) {
                edits.put(id, RuleEdit.CHANGED);
            }
        });
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> edits.put(id, RuleEdit.REMOVED));
        TreeSet<String> files = new TreeSet<>(older.files().keySet());
        files.addAll(newer.files().keySet());
        files.removeIf(file ->
                older.files().getOrDefault(file, "").equals(newer.files().getOrDefault(file, "")));
        return new RuleEdits(edits, List.copyOf(files));
    }

    static Map<String, Rule> byId(RuleVersion version) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        version.ruleset().rules().forEach(rule -> rules.put(rule.id(), rule));
        return rules;
    }

    /** Everything of a rule that can change an answer; not its words, its sources or where it stands. */
    private static List<Object> decision(Rule rule) {
        return List.of(
                rule.parent(),
                rule.groups(),
                rule.level(),
                rule.certainty(),
                rule.strength(),
                rule.unless(),
                rule.absorbs(),
                List.of(rule.ownLine(), rule.typical(), rule.forChildren(), rule.state()),
                rule.attribution(),
                rule.conditions().stream().map(Conditions::text).toList());
    }

    Optional<RuleEdit> of(String rule) {
        return Optional.ofNullable(rules.get(rule));
    }
}
