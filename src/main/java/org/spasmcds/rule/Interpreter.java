package org.spasmcds.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Group;
import org.spasmcds.fact.Medicine;
import org.spasmcds.fact.Result;
import org.spasmcds.fact.Symptom;

/**
 * Reads rules in three values for the facts of one patient: what holds, what does not, and what would take more facts to say. An
 * independent second reader beside the engine, which only knows what holds.
 */
public final class Interpreter {
    private static final Set<String> AVAILABILITY = Set.of("test", "current", "hours", "days", "weeks", "months");

    private final Map<Class<?>, Map<String, List<Object>>> facts;

    private final Map<Condition, Truth> known = new IdentityHashMap<>();

    private Interpreter(Map<Class<?>, Map<String, List<Object>>> facts) {
        this.facts = facts;
    }

    public Interpreter(Iterable<Object> facts) {
        this(new HashMap<>());
        for (Object fact : facts) {
            FactType type = FactType.of(fact.getClass().getSimpleName()).orElseThrow();
            this.facts
                    .computeIfAbsent(fact.getClass(), any -> new HashMap<>())
                    .computeIfAbsent(key(type, fact), any -> new ArrayList<>())
                    .add(fact);
        }
    }

    /** A reader of the same facts that remembers nothing yet, for conditions that are tried once and thrown away. */
    public Interpreter fresh() {
        return new Interpreter(facts);
    }

    /** The facts of a type about one name; of a type without names, all of them with the empty name. */
    public List<Object> about(FactType type, String name) {
        return facts.getOrDefault(type.factClass(), Map.of()).getOrDefault(name, List.of());
    }

    private static String key(FactType type, Object fact) {
        return type.key().isEmpty()
                ? ""
                : ((FactType.Property.Text) type.properties().get(type.key()))
                        .read()
                        .apply(fact);
    }

    /** What is known about the whole of a rule's conditions. */
    public Truth truth(Rule rule) {
        Truth truth = Truth.TRUE;
        for (Condition condition : rule.conditions()) {
            truth = truth.and(truth(condition));
            if (truth == Truth.FALSE) {
                return truth;
            }
        }
        return truth;
    }

    /** Whether the engine fires the rule: what must hold is known to, and nothing that must not hold is known to. */
    public boolean fires(Rule rule) {
        for (Condition condition : rule.conditions()) {
            if (!matches(condition)) {
                return false;
            }
        }
        return true;
    }

    /** The negated conditions that are unknown, so that a rule which fired has assumed them. */
    public List<Condition> assumptions(Rule rule) {
        return assumptions(rule.conditions());
    }

    /** The negated conditions that are unknown, so that conditions which hold have assumed them. */
    public List<Condition> assumptions(List<Condition> conditions) {
        List<Condition> assumed = new ArrayList<>();
        for (Condition condition : conditions) {
            collectAssumptions(condition, assumed);
        }
        return assumed;
    }

    /** The patterns that are unknown and keep the rule from being decided. */
    public List<Condition.Pattern> missing(Rule rule) {
        List<Condition.Pattern> missing = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            if (!matches(condition)) {
                collectUnknown(condition, missing);
            }
        }
        return missing;
    }

    /** The facts that make the positive conditions of a rule hold. */
    public Set<Object> evidence(Rule rule) {
        Set<Object> evidence = Collections.newSetFromMap(new IdentityHashMap<>());
        rule.conditions().forEach(condition -> collectEvidence(condition, evidence));
        return evidence;
    }

    /** The facts that make a condition hold; none for one that begins with {@code not}. */
    public Set<Object> evidence(Condition condition) {
        Set<Object> evidence = Collections.newSetFromMap(new IdentityHashMap<>());
        collectEvidence(condition, evidence);
        return evidence;
    }

    /**
     * The facts of all ways in which a rule fires on allowed facts alone; empty when it does not.
     *
     * @param allowed which facts may make a positive condition hold; behind {@code not} all count
     */
    public Optional<Set<Object>> evidence(Rule rule, Predicate<Object> allowed) {
        Set<Object> evidence = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Condition condition : rule.conditions()) {
            if (!collectAllowed(condition, allowed, evidence)) {
                return Optional.empty();
            }
        }
        return Optional.of(evidence);
    }

    private boolean collectAllowed(Condition condition, Predicate<Object> allowed, Set<Object> evidence) {
        if (condition instanceof Condition.Not) {
            return matches(condition);
        }
        if (condition instanceof Condition.Pattern pattern) {
            List<Object> holding = holding(pattern).stream().filter(allowed).toList();
            evidence.addAll(holding);
            return !holding.isEmpty();
        }
        boolean all = condition instanceof Condition.And;
        Set<Object> ofParts = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean any = false;
        for (Condition part : Conditions.parts(condition)) {
            Set<Object> ofPart = Collections.newSetFromMap(new IdentityHashMap<>());
            if (collectAllowed(part, allowed, ofPart)) {
                any = true;
                ofParts.addAll(ofPart);
            } else if (all) {
                return false;
            }
        }
        evidence.addAll(ofParts);
        return all || any;
    }

    private List<Object> holding(Condition.Pattern pattern) {
        List<Object> holding = new ArrayList<>();
        List<String> names = pattern.type().key().isEmpty() ? List.of("") : pattern.names();
        for (String name : names) {
            for (Object fact : about(pattern.type(), name)) {
                if (truth(pattern, fact) == Truth.TRUE) {
                    holding.add(fact);
                }
            }
        }
        return holding;
    }

    private void collectEvidence(Condition condition, Set<Object> evidence) {
        if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> collectEvidence(part, evidence));
        } else if (condition instanceof Condition.Or or) {
            or.parts().stream().filter(this::matches).forEach(part -> collectEvidence(part, evidence));
        } else if (condition instanceof Condition.Pattern pattern) {
            evidence.addAll(holding(pattern));
        }
    }

    /** Whether the engine takes the condition to hold: what is unknown behind {@code not} counts as not holding. */
    public boolean matches(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return truth(pattern) == Truth.TRUE;
        }
        if (condition instanceof Condition.Not not) {
            return !matches(not.part());
        }
        boolean all = condition instanceof Condition.And;
        for (Condition part : Conditions.parts(condition)) {
            if (matches(part) != all) {
                return !all;
            }
        }
        return all;
    }

    private void collectAssumptions(Condition condition, List<Condition> assumed) {
        if (condition instanceof Condition.Not not) {
            if (truth(not.part()) == Truth.UNKNOWN) {
                assumed.add(not.part());
            }
        } else if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> collectAssumptions(part, assumed));
        } else if (condition instanceof Condition.Or or) {
            or.parts().stream()
                    .filter(this::matches)
                    .map(part -> {
                        List<Condition> ofPart = new ArrayList<>();
                        collectAssumptions(part, ofPart);
                        return ofPart;
                    })
                    .min(Comparator.comparingInt(List::size))
                    .ifPresent(assumed::addAll);
        }
    }

    private void collectUnknown(Condition condition, List<Condition.Pattern> missing) {
        if (truth(condition) != Truth.UNKNOWN) {
            return;
        }
        if (condition instanceof Condition.Pattern pattern) {
            missing.add(pattern);
        } else if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> collectUnknown(part, missing));
        } else if (condition instanceof Condition.Or or) {
            or.parts().forEach(part -> collectUnknown(part, missing));
        } else if (condition instanceof Condition.Not not) {
            collectUnknown(not.part(), missing);
        }
    }

    /** What is known about one condition. */
    public Truth truth(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return truth(pattern);
        }
        if (condition instanceof Condition.Not not) {
            return truth(not.part()).negated();
        }
        boolean all = condition instanceof Condition.And;
        Truth decided = all ? Truth.FALSE : Truth.TRUE;
        Truth truth = decided.negated();
        for (Condition part : Conditions.parts(condition)) {
            Truth each = truth(part);
            truth = all ? truth.and(each) : truth.or(each);
            if (truth == decided) {
                return truth;
            }
        }
        return truth;
    }

    private Truth truth(Condition.Pattern pattern) {
        // An escalation shares the patterns of the rule that it extends.
        Truth truth = known.get(pattern);
        if (truth == null) {
            truth = compute(pattern);
            known.put(pattern, truth);
        }
        return truth;
    }

    private Truth compute(Condition.Pattern pattern) {
        List<String> names = pattern.type().key().isEmpty() ? List.of("") : pattern.names();
        Map<String, List<Object>> ofType = facts.getOrDefault(pattern.type().factClass(), Map.of());
        Truth truth = Truth.FALSE;
        for (String name : names) {
            List<Object> candidates = ofType.getOrDefault(name, List.of());
            if (candidates.isEmpty()) {
                truth = truth.or(asksOnlyForAvailability(pattern) ? Truth.FALSE : Truth.UNKNOWN);
            }
            for (Object fact : candidates) {
                truth = truth.or(truth(pattern, fact));
                if (truth == Truth.TRUE) {
                    return truth;
                }
            }
        }
        return truth;
    }

    /** Whether there is a result, as against what it says, is never unknown. */
    private static boolean asksOnlyForAvailability(Condition.Pattern pattern) {
        if (pattern.type().factClass() != Result.class) {
            return false;
        }
        for (Condition.Test test : pattern.tests()) {
            if (!AVAILABILITY.contains(test.property())) {
                return false;
            }
        }
        return true;
    }

    private Truth truth(Condition.Pattern pattern, Object fact) {
        if (fact instanceof Result result
                && !result.isCurrent()
                && asks(pattern, "current")
                && !asksOnlyForAvailability(pattern)) {
            return Truth.UNKNOWN;
        }
        Truth truth = Truth.TRUE;
        for (Condition.Test test : pattern.tests()) {
            if (!test.property().equals(pattern.type().key())) {
                truth = truth.and(truth(pattern.type(), test, fact));
                if (truth == Truth.FALSE) {
                    return truth;
                }
            }
        }
        return truth;
    }

    private static boolean asks(Condition.Pattern pattern, String property) {
        for (Condition.Test test : pattern.tests()) {
            if (test.property().equals(property)) {
                return true;
            }
        }
        return false;
    }

    private static Truth truth(FactType type, Condition.Test test, Object fact) {
        FactType.Property property = type.properties().get(test.property());
        if (test instanceof Condition.Test.Flag flag) {
            return flag(flag, ((FactType.Property.Flag) property).read().test(fact), fact);
        }
        if (test instanceof Condition.Test.Text text) {
            String actual = ((FactType.Property.Text) property).read().apply(fact);
            return actual.isEmpty() ? Truth.UNKNOWN : of(text.values().contains(actual));
        }
        Condition.Test.Number number = (Condition.Test.Number) test;
        double actual = ((FactType.Property.Number) property).read().applyAsDouble(fact);
        if (Double.isNaN(actual)) {
            return Truth.UNKNOWN;
        }
        if (!number.holds(actual) && fact instanceof Group group && number.holds(actual + group.getUnknown())) {
            return Truth.UNKNOWN;
        }
        return of(number.holds(actual));
    }

    private static Truth flag(Condition.Test.Flag flag, boolean actual, Object fact) {
        if (actual == flag.wanted()) {
            return Truth.TRUE;
        }
        boolean undated =
                flag.property().equals("recent") && fact instanceof Symptom symptom && !symptom.isLongStanding();
        boolean openGroup =
                flag.property().equals("any") && fact instanceof Group group && flag.wanted() && group.getUnknown() > 0;
        boolean undatedStop = flag.property().equals("active")
                && fact instanceof Medicine medicine
                && medicine.isStopped()
                && Double.isNaN(medicine.getStoppedDays());
        return undated || openGroup || undatedStop ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static Truth of(boolean holds) {
        return holds ? Truth.TRUE : Truth.FALSE;
    }
}
