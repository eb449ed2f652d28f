package org.spasmcds.basis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.spasmcds.fact.Result;
import org.spasmcds.fact.Spasm;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * How much a fact points to a condition: what many conditions ask for points to none of them. Read off the rules themselves, as the
 * weight of a word in a text search is read off the texts.
 */
final class Specificity {
    /** What holds for everyone with a cramp, a spasm or a twitch. */
    static final double OF_COMPLAINT = 0.5;

    /** What so many conditions ask counts half. */
    private static final double HALF_FAMILIAR = 4;

    /** What must be there in a certain way is there so less often, for each thing that is asked of it. */
    private static final double IN_A_WAY = 0.6;

    /** Of a group of which several members must be there, for each further one. */
    private static final double ANOTHER = 0.3;

    private static final Set<String> PLAIN = Set.of("present", "active", "any", "current", "acute", "name", "test");

    private static final Set<String> KIND_AND_PLACE = Set.of("kind", "site", "region", "side");

    private static final double OF_PLACE = 0.5;
    private static final Set<String> PLACES = Set.of("site", "region");

    private final Map<String, Set<String>> conditions = new HashMap<>();
    private final Map<Condition.Pattern, Double> known = new IdentityHashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private final List<Interpreter> complaints;
    private final Vocabulary vocabulary;
    private final int all;

    /**
     * @param complaints the facts of patients with a bare complaint: what holds for them points to nothing in particular
     */
    Specificity(Vocabulary vocabulary, List<Rule> rules, List<Interpreter> complaints) {
        this.vocabulary = vocabulary;
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
     * How much a fact that is not known is worth asking for, from 0 to 1: what few conditions ask is seldom so, what many ask, or what
     * many names would meet, is what a history is about.
     */
    double familiarity(Condition.Pattern pattern) {
        IntStream counts = keys(pattern).stream()
                .mapToInt(key -> conditions.getOrDefault(key, Set.of()).size());
        // Any one of several names would do; of several properties the rarest must be there too.
        double asking = pattern.names().isEmpty() ? counts.min().orElse(1) : counts.sum();
        boolean isGroup = pattern.type().name().equals("Group");
        if (isGroup) {
            asking += pattern.names().stream()
                    .mapToInt(group ->
                            vocabulary.groups().getOrDefault(group, List.of()).size())
                    .sum();
        }
        double most = pattern.tests().stream()
                .filter(test -> isGroup && test instanceof Condition.Test.Number)
                .mapToDouble(test -> ((Condition.Test.Number) test).value())
                .max()
                .orElse(1);
        long ways = pattern.names().isEmpty() || pattern.type().factClass() == Result.class
                ? 0
                : pattern.tests().stream()
                        .filter(test -> !(test instanceof Condition.Test.Number) && !isDenied(test))
                        .filter(test -> !PLAIN.contains(test.property()))
                        .count();
        return asking / (asking + HALF_FAMILIAR) * Math.pow(IN_A_WAY, ways) * Math.pow(ANOTHER, Math.max(0, most - 1));
    }

    /** What must only not be known to be so. */
    static boolean isDenied(Condition.Test test) {
        return test instanceof Condition.Test.Flag flag && !flag.wanted();
    }

    private double compute(Condition.Pattern pattern) {
        if (pattern.type().name().equals("Patient")) {
            return 0;
        }
        if (complaints.stream().anyMatch(complaint -> complaint.matches(pattern))) {
            return OF_COMPLAINT;
        }
        if (pattern.type().factClass() == Spasm.class
                && pattern.tests().stream().allMatch(test -> KIND_AND_PLACE.contains(test.property()))) {
            // Where a complaint is does not tell what it is from.
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
