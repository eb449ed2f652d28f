package org.spasmcds.authoring.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;

/** Conditions that stand twice, so that a number in them would have to be changed twice. */
final class RepetitionCheck implements Check {
    private static final String RULE = "repeated-rule";
    private static final String CONDITION = "repeated-condition";

    @Override
    public Set<String> ids() {
        return Set.of(RULE, CONDITION);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        for (RuleText text : folder.wholeTexts()) {
            Map<String, List<String>> stated = new HashMap<>();
            text.rules().forEach(rule -> stated.put(rule.id(), texts(rule)));
            for (Rule rule : text.rules()) {
                conditions(text, rule, report);
                text.rules().stream()
                        .filter(other -> repeats(rule, other, text, stated))
                        .max(java.util.Comparator.comparingInt(
                                other -> other.conditions().size()))
                        .ifPresent(other -> report.add(
                                RULE,
                                text.place(rule),
                                rule.id(),
                                "rule \"" + rule.id() + "\" states every condition of \"" + other.id()
                                        + "\"; say extends \"" + other.id() + "\" and only what is added"));
            }
        }
    }

    private static void conditions(RuleText text, Rule rule, Report report) {
        Map<String, Integer> lines = new HashMap<>();
        List<Condition> own = text.own(rule);
        for (Condition condition : rule.conditions()) {
            for (Condition part : conjuncts(condition)) {
                Condition.Pattern first = Conditions.patterns(part).get(0);
                Integer line = lines.putIfAbsent(Conditions.text(part), first.line());
                if (line != null && own.contains(condition)) {
                    report.add(
                            CONDITION,
                            text.place(first),
                            rule.id() + ": " + Conditions.text(part),
                            Conditions.text(part) + " already stands on line " + line + " for this rule");
                }
            }
        }
    }

    private static List<Condition> conjuncts(Condition condition) {
        if (!(condition instanceof Condition.And and)) {
            return List.of(condition);
        }
        List<Condition> conjuncts = new ArrayList<>();
        and.parts().forEach(part -> conjuncts.addAll(conjuncts(part)));
        return conjuncts;
    }

    private static boolean repeats(Rule rule, Rule other, RuleText text, Map<String, List<String>> stated) {
        if (rule.id().equals(other.id()) || extendsRule(rule, other, text) || extendsRule(other, rule, text)) {
            return false;
        }
        List<String> own = stated.get(rule.id());
        List<String> others = stated.get(other.id());
        boolean earlier = own.size() > others.size() || other.line() < rule.line();
        boolean keepsWhatItExtends = rule.parent()
                .flatMap(text::rule)
                .map(parent -> others.containsAll(stated.get(parent.id())))
                .orElse(true);
        return earlier && keepsWhatItExtends && own.containsAll(others);
    }

    private static boolean extendsRule(Rule rule, Rule other, RuleText text) {
        Optional<Rule> parent = rule.parent().flatMap(text::rule);
        return parent.isPresent() && (parent.get().id().equals(other.id()) || extendsRule(parent.get(), other, text));
    }

    private static List<String> texts(Rule rule) {
        return rule.conditions().stream()
                .flatMap(condition -> conjuncts(condition).stream())
                .map(Conditions::text)
                .toList();
    }
}
