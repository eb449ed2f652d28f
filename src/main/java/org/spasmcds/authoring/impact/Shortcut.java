package org.spasmcds.authoring.impact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Examination;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;

/**
 * Tells for most patients, from what OLD made of them, that NEW must answer alike: none of the rules that differ fires in either form.
 * Then NEW need not be asked, which halves the time. It never says so where the vocabulary differs, where the two versions would read
 * other facts, or where a value is too old to count, since such a value is looked at twice.
 */
final class Shortcut {
    private final boolean open;
    private final List<Rule> forms = new ArrayList<>();

    Shortcut(RuleVersion older, RuleVersion newer, RuleEdits edits) {
        Map<String, Rule> before = RuleEdits.byId(older);
        Map<String, Rule> after = RuleEdits.byId(newer);
        edits.rules().keySet().forEach(id -> {
            if (before.containsKey(id)) {
                forms.add(before.get(id));
            }
            if (after.containsKey(id)) {
                forms.add(after.get(id));
            }
        });
        open = edits.files().stream().noneMatch(file -> file.endsWith(".csv"))
                && asked(before).equals(asked(after))
                && states(before).equals(states(after))
                && common(before, after).equals(common(after, before));
    }

    /** Whether NEW is certain to give the answer of OLD to this patient. */
    boolean answersAlike(Examination ofOld) {
        return open && ofOld.facts().staleFacts().isEmpty() && forms.stream().noneMatch(ofOld.interpreter()::fires);
    }

    /** The names that patterns of each fact type speak of: from them follows which facts are read. */
    private static Set<List<String>> asked(Map<String, Rule> rules) {
        Set<List<String>> asked = new HashSet<>();
        rules.values()
                .forEach(rule -> Conditions.patterns(rule)
                        .forEach(pattern -> pattern.names()
                                .forEach(
                                        name -> asked.add(List.of(pattern.type().name(), name)))));
        return asked;
    }

    /** The conditions that are states, which changes the order of explanations even by a rule that does not fire. */
    private static Set<String> states(Map<String, Rule> rules) {
        Set<String> states = new HashSet<>();
        rules.values().stream().filter(Rule::state).forEach(rule -> states.add(rule.condition()));
        return states;
    }

    /** The rules of both in the order of the first, by which findings that are alike are put in order. */
    private static List<String> common(Map<String, Rule> rules, Map<String, Rule> others) {
        return rules.keySet().stream().filter(others::containsKey).toList();
    }
}
