package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.spasmcds.language.Language;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/** What is read off the rules once, for questions about any patient. Safe to share between threads. */
public final class Rulebook {
    private final Vocabulary vocabulary;
    private final List<Rule> rules;
    private final Language language;
    private final Phrase phrase;
    private final Reach.Wider wider;
    private final Specificity specificity;
    private final Map<Rule, List<Condition.Pattern>> patterns = new IdentityHashMap<>();
    private final Map<String, Set<Condition.Pattern>> asking = new HashMap<>();
    /** How many patterns ask for two names. */
    private final Map<String, Map<String, Integer>> together = new HashMap<>();

    private final Map<String, List<Rule>> byName = new HashMap<>();
    private final Map<Rule, Integer> order = new IdentityHashMap<>();

    /**
     * @param complaints readers of the facts of patients with a bare complaint: what holds for them points to nothing in particular
     */
    public Rulebook(
            Vocabulary vocabulary, List<Rule> rules, Language language, Phrase phrase, List<Interpreter> complaints) {
        this.vocabulary = vocabulary;
        this.rules = List.copyOf(rules);
        this.language = language;
        this.phrase = phrase;
        wider = new Reach.Wider(vocabulary);
        specificity = new Specificity(vocabulary, this.rules, complaints);
        this.rules.forEach(rule -> patterns.put(rule, List.copyOf(Conditions.patterns(rule))));
        this.rules.forEach(rule -> order.put(rule, order.size()));
        this.rules.forEach(rule -> patterns(rule).stream()
                .flatMap(pattern -> pattern.names().stream())
                .distinct()
                .forEach(name ->
                        byName.computeIfAbsent(name, any -> new ArrayList<>()).add(rule)));
        this.rules.forEach(rule -> patterns(rule)
                .forEach(pattern -> pattern.names()
                        .forEach(name -> asking.computeIfAbsent(
                                        name, any -> Collections.newSetFromMap(new IdentityHashMap<>()))
                                .add(pattern))));
        countTogether();
    }

    private void countTogether() {
        asking.forEach((name, all) -> {
            Map<String, Integer> others = together.computeIfAbsent(name, any -> new HashMap<>());
            all.forEach(
                    pattern -> new HashSet<>(pattern.names()).forEach(other -> others.merge(other, 1, Integer::sum)));
        });
    }

    /** The rules that ask about any of these names, in their order. */
    List<Rule> asking(Collection<String> names) {
        Set<Rule> about = new TreeSet<>(Comparator.comparing(order::get));
        names.forEach(name -> about.addAll(byName.getOrDefault(name, List.of())));
        return List.copyOf(about);
    }

    /** The share of the patterns about one name that ask for another in the same breath, from 0 to 1. */
    double likeness(String name, String other) {
        int both = together.getOrDefault(name, Map.of()).getOrDefault(other, 0);
        return both == 0 ? 0 : (double) both / asking(name);
    }

    /** How many patterns ask for a name. */
    int asking(String name) {
        return asking.getOrDefault(name, Set.of()).size();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<Rule> rules() {
        return rules;
    }

    Language language() {
        return language;
    }

    Phrase phrase() {
        return phrase;
    }

    Reach.Wider wider() {
        return wider;
    }

    Specificity specificity() {
        return specificity;
    }

    /** The patterns of a rule, those of the rule that it extends first. */
    List<Condition.Pattern> patterns(Rule rule) {
        return patterns.get(rule);
    }
}
