package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * Whether every patient for whom one rule fires is one for whom another fires. A yes is a proof; a no only means that there is none of
 * this kind.
 */
final class Entailment {
    /** How often a demand of several names is taken name by name. */
    private static final int SPLITS = 2;

    private final FactLaws laws;
    private final Implication implication;
    private final Consistency consistency;
    private final Alternatives alternatives;
    private final Vocabulary vocabulary;
    private final Map<String, Set<String>> subjects = new HashMap<>();
    private final Map<String, List<List<Set<String>>>> needs = new HashMap<>();

    Entailment(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        laws = new FactLaws(vocabulary);
        implication = new Implication(vocabulary, laws);
        consistency = new Consistency(vocabulary, laws, implication);
        alternatives = new Alternatives(laws, consistency);
    }

    Alternatives alternatives() {
        return alternatives;
    }

    FactLaws laws() {
        return laws;
    }

    Implication implication() {
        return implication;
    }

    boolean implies(Rule rule, Rule other) {
        Optional<List<Alternative>> some = alternatives.of(rule);
        Optional<List<Alternative>> others = alternatives.of(other);
        return some.isPresent()
                && others.isPresent()
                && mayImply(rule, other)
                && some.get().stream().allMatch(each -> each.impossible() || implies(each, others.get(), SPLITS));
    }

    /** Why no patient makes the rule fire; empty when no reason is known. */
    Optional<String> contradiction(Rule rule) {
        return contradiction(alternatives.of(rule));
    }

    /** Why no patient makes both rules fire; empty when no reason is known. */
    Optional<String> contradiction(Rule rule, Rule other) {
        return contradiction(alternatives.of(rule, other));
    }

    /** The same as far as it does not rest on results, so that it holds for results that are too old as well. */
    Optional<String> lastingContradiction(Rule rule, Rule other) {
        return contradiction(alternatives.withoutResults(rule, other));
    }

    /** Two demands of a rule that only two results of one test which disagree can meet; empty where it can fire without such. */
    Optional<String> strain(Rule rule) {
        return alternatives
                .of(rule)
                .filter(all -> all.stream()
                        .allMatch(each -> each.impossible() || !each.strain().isEmpty()))
                .flatMap(all -> all.stream()
                        .filter(each -> !each.impossible())
                        .map(Alternative::strain)
                        .findFirst());
    }

    private static Optional<String> contradiction(Optional<List<Alternative>> all) {
        return all.filter(each -> each.stream().allMatch(Alternative::impossible))
                .flatMap(each -> each.stream().map(Alternative::contradiction).findFirst());
    }

    private boolean implies(Alternative alternative, List<Alternative> others, int splits) {
        if (others.stream().anyMatch(other -> !other.impossible() && implies(alternative, other))) {
            return true;
        }
        if (splits == 0) {
            return false;
        }
        for (Demand demand : alternative.wanted()) {
            if (demand.stated().names().size() > 1 && impliesForEachName(alternative, demand, others, splits)) {
                return true;
            }
        }
        return false;
    }

    private boolean impliesForEachName(Alternative alternative, Demand demand, List<Alternative> others, int splits) {
        for (String name : demand.stated().names()) {
            List<Demand> wanted = new ArrayList<>(alternative.wanted());
            wanted.set(wanted.indexOf(demand), demand.named(name, laws));
            Alternative single = consistency.settled(wanted, alternative.excluded());
            if (!single.impossible() && !implies(single, others, splits - 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean implies(Alternative alternative, Alternative other) {
        return other.wanted().stream()
                        .allMatch(demand ->
                                alternative.wanted().stream().anyMatch(each -> implication.implies(each, demand)))
                && other.excluded().stream().allMatch(demand -> isExcluded(alternative, demand));
    }

    private boolean isExcluded(Alternative alternative, Demand demand) {
        return demand.impossible()
                || alternative.excluded().stream().anyMatch(each -> implication.implies(demand, each))
                || alternative.wanted().stream().anyMatch(each -> consistency.rulesOut(each, demand));
    }

    /** Quick no: some alternative of the other rule must ask only about what this rule asks about. */
    private boolean mayImply(Rule rule, Rule other) {
        Set<String> asked = subjects.computeIfAbsent(rule.id(), any -> subjects(rule));
        return needs.computeIfAbsent(other.id(), any -> needs(other)).stream()
                .anyMatch(alternative ->
                        alternative.stream().allMatch(need -> need.stream().anyMatch(asked::contains)));
    }

    /** For each alternative, what each of its demands is about. */
    private List<List<Set<String>>> needs(Rule rule) {
        return alternatives.of(rule).orElse(List.of()).stream()
                .map(alternative -> alternative.wanted().stream()
                        .map(demand -> subjects(demand.stated()))
                        .toList())
                .toList();
    }

    private Set<String> subjects(Rule rule) {
        Set<String> all = new HashSet<>();
        for (Alternative alternative : alternatives.of(rule).orElse(List.of())) {
            for (Demand demand : alternative.wanted()) {
                Box box = demand.stated();
                all.addAll(subjects(box));
                box.names()
                        .forEach(name -> vocabulary
                                .ancestors(name)
                                .forEach(wider -> all.add(box.type().name() + " " + wider)));
                Set<String> present = box.is("Spasm") ? demand.full().texts().get("kind") : box.names();
                if (box.is("Spasm")) {
                    present.forEach(kind -> all.add("Symptom " + kind));
                }
                implication.membership().groups(present, box.is("Group")).forEach(group -> all.add("Group " + group));
            }
        }
        return all;
    }

    private static Set<String> subjects(Box box) {
        Set<String> subjects = new HashSet<>();
        if (box.names().isEmpty()) {
            subjects.add(box.type().name());
        }
        box.names().forEach(name -> subjects.add(box.type().name() + " " + name));
        return subjects;
    }
}
