package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spasmcds.fact.Group;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * The fewest facts that would make a rule fire. Read off its conditions: conditions that one fact can meet share it, so that a potassium
 * of 2.7 meets "below 3" and "at least 2.5", and any alternative that is as near as another stands beside it.
 */
final class Shortfall {
    /** So many ways are followed at once; more would be tried only for rules with many alternatives of many facts each. */
    private static final int WAYS = 48;

    private final Vocabulary vocabulary;
    private final Matching matching;
    private final Interpreter interpreter;

    Shortfall(Vocabulary vocabulary, Matching matching) {
        this.vocabulary = vocabulary;
        this.matching = matching;
        interpreter = matching.interpreter();
    }

    /**
     * A fact that is missing.
     *
     * @param anyOf of these one would do
     * @param times so many facts of it are missing: members of a group
     */
    record Need(List<Wanted> anyOf, int times) {}

    /** What a rule that does not fire lacks. */
    List<Need> of(Rule rule) {
        List<List<Need>> ways = nearest(all(rule.conditions(), this::met), 0);
        return ways.isEmpty() ? List.of() : together(ways);
    }

    /** The ways to make a condition hold. */
    private List<List<Need>> met(Condition condition) {
        if (interpreter.matches(condition)) {
            return List.of(List.of());
        }
        if (condition instanceof Condition.Pattern pattern) {
            return List.of(needs(pattern));
        }
        if (condition instanceof Condition.Not not) {
            return unmet(not.part());
        }
        List<Condition> parts = Conditions.parts(condition);
        return condition instanceof Condition.And ? all(parts, this::met) : any(parts, this::met);
    }

    /** The ways to make a condition not hold. */
    private List<List<Need>> unmet(Condition condition) {
        if (!interpreter.matches(condition)) {
            return List.of(List.of());
        }
        if (condition instanceof Condition.Pattern pattern) {
            return List.of(List.of(new Need(List.of(Wanted.of(pattern, false, vocabulary)), 1)));
        }
        if (condition instanceof Condition.Not not) {
            return met(not.part());
        }
        List<Condition> parts = Conditions.parts(condition);
        return condition instanceof Condition.And ? any(parts, this::unmet) : all(parts, this::unmet);
    }

    /** What a pattern lacks: of a person each property by itself, of a group as many members as are missing. */
    private List<Need> needs(Condition.Pattern pattern) {
        if (pattern.type().name().equals("Patient")) {
            return matching.about(pattern).stream()
                    .flatMap(person -> Matching.failing(pattern, person).stream())
                    .map(Condition.Test::property)
                    .distinct()
                    .map(property -> need(only(pattern, property), 1))
                    .toList();
        }
        int times = 1;
        for (Object fact : matching.about(pattern)) {
            if (fact instanceof Group group) {
                times = missing(pattern, group);
            }
        }
        return List.of(need(pattern, times));
    }

    private Need need(Condition.Pattern pattern, int times) {
        return new Need(List.of(Wanted.of(pattern, true, vocabulary)), times);
    }

    private static Condition.Pattern only(Condition.Pattern pattern, String property) {
        List<Condition.Test> tests = pattern.tests().stream()
                .filter(test -> test.property().equals(property))
                .toList();
        return new Condition.Pattern(pattern.type(), tests, pattern.line(), pattern.column());
    }

    private static int missing(Condition.Pattern pattern, Group group) {
        int missing = 1;
        for (Condition.Test test : pattern.tests()) {
            if (test instanceof Condition.Test.Number number
                    && number.operator().startsWith(">")) {
                double counted = number.property().equals("acute") ? group.getAcute() : group.getPresent();
                double least = number.operator().equals(">") ? number.value() + 1 : number.value();
                missing = Math.max(missing, (int) Math.ceil(least - counted));
            }
        }
        return missing;
    }

    // Ways joined

    private List<List<Need>> any(List<Condition> parts, Function<Condition, List<List<Need>>> ways) {
        List<List<Need>> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(ways.apply(part)));
        Set<Wanted> anyOf = new LinkedHashSet<>();
        all.stream()
                .filter(Shortfall::isOneFact)
                .forEach(way -> anyOf.addAll(way.get(0).anyOf()));
        if (!anyOf.isEmpty()) {
            all.removeIf(Shortfall::isOneFact);
            all.add(0, List.of(new Need(List.copyOf(anyOf), 1)));
        }
        return nearest(all, 1);
    }

    private static boolean isOneFact(List<Need> way) {
        return way.size() == 1 && way.get(0).times() == 1;
    }

    private List<List<Need>> all(List<Condition> parts, Function<Condition, List<List<Need>>> ways) {
        List<List<Need>> joined = List.of(List.of());
        for (Condition part : parts) {
            List<List<Need>> next = new ArrayList<>();
            for (List<Need> more : ways.apply(part)) {
                joined.forEach(needs -> next.add(joined(needs, more)));
            }
            joined = nearest(next, 1);
        }
        return joined;
    }

    /** Facts that one fact can stand for count once. */
    private List<Need> joined(List<Need> needs, List<Need> more) {
        List<Need> all = new ArrayList<>(needs);
        for (Need need : more) {
            boolean shared = false;
            for (int i = 0; i < all.size() && !shared; i++) {
                Optional<Need> both = both(all.get(i), need);
                if (both.isPresent()) {
                    all.set(i, both.get());
                    shared = true;
                }
            }
            if (!shared) {
                all.add(need);
            }
        }
        return List.copyOf(all);
    }

    private Optional<Need> both(Need a, Need b) {
        if (a.times() > 1 || b.times() > 1) {
            return Optional.empty();
        }
        Set<Wanted> both = new LinkedHashSet<>();
        for (Wanted one : a.anyOf()) {
            for (Wanted other : b.anyOf()) {
                one.with(other, vocabulary).ifPresent(both::add);
            }
        }
        return both.isEmpty() ? Optional.empty() : Optional.of(new Need(List.copyOf(both), 1));
    }

    private static int cost(List<Need> needs) {
        return needs.stream().mapToInt(Need::times).sum();
    }

    /** The ways that need the fewest facts, and those with so many more: what is shared later may make them as near. */
    private static List<List<Need>> nearest(List<List<Need>> ways, int more) {
        int fewest = ways.stream().mapToInt(Shortfall::cost).min().orElse(0);
        return ways.stream()
                .filter(way -> cost(way) <= fewest + more)
                .sorted(Comparator.comparingInt(Shortfall::cost))
                .limit(WAYS)
                .toList();
    }

    /** The first of the ways, and beside each of its facts those by which another way differs from it alone. */
    private static List<Need> together(List<List<Need>> ways) {
        List<Need> first = new ArrayList<>(ways.get(0));
        for (List<Need> way : ways) {
            List<Need> others = new ArrayList<>(way);
            List<Need> mine = new ArrayList<>(ways.get(0));
            mine.removeIf(others::remove);
            if (mine.size() == 1
                    && others.size() == 1
                    && mine.get(0).times() == others.get(0).times()) {
                int at = ways.get(0).indexOf(mine.get(0));
                Set<Wanted> anyOf = new LinkedHashSet<>(first.get(at).anyOf());
                anyOf.addAll(others.get(0).anyOf());
                first.set(at, new Need(List.copyOf(anyOf), first.get(at).times()));
            }
        }
        return List.copyOf(first);
    }
}
