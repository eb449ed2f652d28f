package org.spasmcds.basis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;

/**
 * How much a fact points to a condition: what many conditions ask for points to none of them. Read off the rules themselves, as the
 * weight of a word in a text search is read off the texts.
 */
final class Specificity {
    /** What holds for everyone with a cramp, a spasm or a twitch. */
    static final double OF_COMPLAINT = 0.5;

    /** What so many conditions ask counts half. */
    private static final double HALF_FAMILIAR = 2;

    private static final double OF_PLACE = 0.5;
    private static final Set<String> PLACES = Set.of("site", "region");

    private final Map<String, Set<String>> conditions = new HashMap<>();
    private final Map<Condition.Pattern, Double> known = new IdentityHashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private final List<Interpreter> complaints;
    private final int all;

    /**
     * @param complaints the facts of patients with a bare complaint: what holds for them points to nothing in particular
     */
    Specificity(List<Rule> rules, List<Interpreter> complaints) {
        this.complaints = List.copyOf(complaints);
        Set<String> every = new HashSet<>();
        for (Rule rule : rules) {
            every.add(rule.condition());
            for (Condition.Pattern pattern : Conditions.patterns(rule)) {
                place(rule, pattern);
                for (String key : keys(pattern)) {
                    conditions.computeIfAbsent(key, any -> new HashSet<>()).add(rule.condition());
                }
            }
        }
        all = every.size();
        rules.forEach(
                rule -> Conditions.patterns(rule).forEach(pattern -> known.computeIfAbsent(pattern, this::compute)));
    }

    private void place(Rule rule, Condition.Pattern pattern) {
        for (Condition.Test test : pattern.tests()) {
            if (test instanceof Condition.Test.Text text && PLACES.contains(text.property())) {
                places.computeIfAbsent(rule.condition(), any -> new HashSet<>()).addAll(text.values());
            }
        }
    }

    /** How much it points to a condition that the complaint sits where the condition's rules look for one. */
    double ofPlace(String condition, Set<String> patient) {
        Set<String> asked = places.getOrDefault(condition, Set.of());
        return patient.stream().anyMatch(asked::contains) ? OF_PLACE : 0;
    }

    /** Zero for what says nothing, higher the fewer conditions ask it. */
    double of(Condition.Pattern pattern) {
        return known.get(pattern);
    }

    /**
     * How much a fact that is not known is worth asking for, from 0 to 1: what few conditions ask is seldom so, what many ask is what a
     * history is about.
     */
    double familiarity(Condition.Pattern pattern) {
        int asking = keys(pattern).stream()
                .mapToInt(key -> conditions.getOrDefault(key, Set.of()).size())
                .max()
                .orElse(1);
        return asking / (asking + HALF_FAMILIAR);
    }

    private double compute(Condition.Pattern pattern) {
        if (pattern.type().name().equals("Patient")) {
            return 0;
        }
        if (complaints.stream().anyMatch(complaint -> complaint.matches(pattern))) {
            return OF_COMPLAINT;
        }
        return keys(pattern).stream()
                .mapToDouble(key -> Math.log(
                        (double) all / conditions.getOrDefault(key, Set.of()).size()))
                .max()
                .orElse(0);
    }

    private static List<String> keys(Condition.Pattern pattern) {
        if (pattern.names().isEmpty()) {
            return pattern.tests().stream()
                    .map(test -> pattern.type().name() + " " + test.property())
                    .toList();
        }
        return pattern.names().stream()
                .map(name -> pattern.type().name() + " " + name)
                .toList();
    }
}
