package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;

/** Writes rules as lists of alternatives without {@code or}. */
final class Alternatives {
    /** A rule with more of them is left undecided. */
    static final int MOST = 2_000;

    private record Part(boolean wanted, Demand demand) {}

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super(null, null, false, false);
        }
    }

    private final FactLaws laws;
    private final Consistency consistency;
    private final Map<Condition.Pattern, Demand> demands = new IdentityHashMap<>();
    private final Map<Box, Demand> named = new HashMap<>();
    private final Map<String, Optional<List<Alternative>>> known = new HashMap<>();

    Alternatives(FactLaws laws, Consistency consistency) {
        this.laws = laws;
        this.consistency = consistency;
    }

    /** Those of a rule, impossible ones too; nothing when there are more than {@link #MOST}. */
    Optional<List<Alternative>> of(Rule rule) {
        Optional<List<Alternative>> alternatives = known.get(rule.id());
        if (alternatives == null) {
            alternatives = read(List.of(rule));
            known.put(rule.id(), alternatives);
        }
        return alternatives;
    }

    /** Those in which both rules fire. */
    Optional<List<Alternative>> of(Rule rule, Rule other) {
        return read(List.of(rule, other));
    }

    /**
     * The same as far as it does not rest on results. A result that is too old is tried a second time as if it were current, and then
     * one rule may fire on the one and the other on the other.
     */
    Optional<List<Alternative>> withoutResults(Rule rule, Rule other) {
        return of(rule, other).map(all -> all.stream().map(this::withoutResults).toList());
    }

    private Alternative withoutResults(Alternative alternative) {
        return consistency.settled(withoutResults(alternative.stated()), withoutResults(alternative.excluded()));
    }

    private static List<Demand> withoutResults(List<Demand> demands) {
        return demands.stream().filter(demand -> !demand.stated().is("Result")).toList();
    }

    private Optional<List<Alternative>> read(List<Rule> rules) {
        List<Condition> conditions = new ArrayList<>();
        rules.forEach(rule -> conditions.addAll(rule.conditions()));
        try {
            return Optional.of(expand(new Condition.And(conditions), true).stream()
                    .map(this::alternative)
                    .toList());
        } catch (TooMany tooMany) {
            return Optional.empty();
        }
    }

    private Alternative alternative(List<Part> parts) {
        List<Demand> wanted = new ArrayList<>();
        List<Demand> excluded = new ArrayList<>();
        for (Part part : parts) {
            List<Demand> side = part.wanted() ? wanted : excluded;
            if (!side.contains(part.demand())) {
                side.add(part.demand());
            }
        }
        return consistency.settled(wanted, excluded);
    }

    private List<List<Part>> expand(Condition condition, boolean wanted) {
        if (condition instanceof Condition.Not not) {
            return expand(not.part(), !wanted);
        }
        if (condition instanceof Condition.Pattern pattern) {
            return pattern(pattern, wanted);
        }
        boolean all = condition instanceof Condition.And == wanted;
        List<List<Part>> alternatives = new ArrayList<>();
        if (all) {
            alternatives.add(List.of());
        }
        for (Condition part : Conditions.parts(condition)) {
            List<List<Part>> ofPart = expand(part, wanted);
            alternatives = all ? product(alternatives, ofPart) : union(alternatives, ofPart);
            if (alternatives.size() > MOST) {
                throw new TooMany();
            }
        }
        return alternatives;
    }

    /** What is excluded of several names is excluded of each. */
    private List<List<Part>> pattern(Condition.Pattern pattern, boolean wanted) {
        Demand demand = demands.computeIfAbsent(pattern, each -> Demand.of(each, BoxReader.read(each), laws));
        if (wanted || pattern.names().size() < 2) {
            return List.of(List.of(new Part(wanted, demand)));
        }
        List<Part> parts = new ArrayList<>();
        for (String name : pattern.names()) {
            Demand single = named.computeIfAbsent(demand.stated().named(name), box -> Demand.of(pattern, box, laws));
            parts.add(new Part(false, single));
        }
        return List.of(parts);
    }

    private static List<List<Part>> union(List<List<Part>> some, List<List<Part>> others) {
        List<List<Part>> both = new ArrayList<>(some);
        both.addAll(others);
        return both;
    }

    private static List<List<Part>> product(List<List<Part>> some, List<List<Part>> others) {
        if ((long) some.size() * others.size() > MOST) {
            throw new TooMany();
        }
        List<List<Part>> product = new ArrayList<>();
        for (List<Part> left : some) {
            for (List<Part> right : others) {
                List<Part> both = new ArrayList<>(left);
                both.addAll(right);
                product.add(both);
            }
        }
        return product;
    }
}
