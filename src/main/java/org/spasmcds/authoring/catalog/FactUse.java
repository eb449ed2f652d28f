package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/** Which facts feed which conditions. */
record FactUse(Fact fact, Set<Entry> readers) {
    /** The facts that conditions read, by their id, in the order in which they are first read. */
    static Map<String, FactUse> of(Collection<Entry> entries, Vocabulary vocabulary) {
        Map<String, FactUse> uses = new LinkedHashMap<>();
        for (Entry entry : entries) {
            for (Fact fact : read(entry, vocabulary)) {
                uses.computeIfAbsent(fact.id(), any -> new FactUse(fact, new LinkedHashSet<>()))
                        .readers()
                        .add(entry);
            }
        }
        return uses;
    }

    /** The facts that a condition reads. */
    static List<Fact> read(Entry entry, Vocabulary vocabulary) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (Rule rule : entry.rules()) {
            read(rule.conditions(), vocabulary).forEach(fact -> facts.putIfAbsent(fact.id(), fact));
        }
        return List.copyOf(facts.values());
    }

    static List<Fact> read(List<Condition> conditions, Vocabulary vocabulary) {
        List<Fact> facts = new ArrayList<>();
        for (Condition condition : conditions) {
            for (Condition.Pattern pattern : Conditions.patterns(condition)) {
                facts.addAll(Fact.of(pattern, vocabulary));
            }
        }
        return facts;
    }
}
