package org.spasmcds.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.PredicateInformation;
import org.spasmcds.fact.FactType;
import org.spasmcds.rule.Condition;

/**
 * One comparison as the engine runs it. The engine shares nodes whose checks have the same id, so the id is the canonical text of the
 * comparison and equal ids mean equal comparisons.
 */
final class Check implements Predicate1<Object>, HashedExpression {
    private static final long serialVersionUID = 1L;

    private final String id;
    private final transient Predicate<Object> predicate;

    private Check(String id, Predicate<Object> predicate) {
        this.id = id;
        this.predicate = predicate;
    }

    static Check of(FactType type, Condition.Test test) {
        FactType.Property property = type.properties().get(test.property());
        String prefix = type.name() + "(";
        if (test instanceof Condition.Test.Flag flag) {
            Predicate<Object> read = ((FactType.Property.Flag) property).read();
            return new Check(
                    prefix + (flag.wanted() ? "" : "!") + flag.property() + ")", flag.wanted() ? read : read.negate());
        }
        if (test instanceof Condition.Test.Text text) {
            Set<String> values = Set.copyOf(text.values());
            List<String> sorted = List.copyOf(new TreeSet<>(values));
            return new Check(
                    prefix + text.property() + " in " + sorted + ")",
                    fact -> values.contains(
                            ((FactType.Property.Text) property).read().apply(fact)));
        }
        Condition.Test.Number number = (Condition.Test.Number) test;
        return new Check(
                prefix + number.property() + " " + number.operator() + " " + number.value() + ")",
                fact -> number.holds(
                        ((FactType.Property.Number) property).read().applyAsDouble(fact)));
    }

    /** Holds when every check of one of the alternatives does. */
    static Check anyOf(List<List<Check>> alternatives) {
        List<String> ids = alternatives.stream()
                .map(checks -> String.join(" & ", checks.stream().map(Check::id).toList()))
                .toList();
        return new Check("(" + String.join(" | ", ids) + ")", fact -> {
            for (List<Check> checks : alternatives) {
                if (all(checks, fact)) {
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean all(List<Check> checks, Object fact) {
        for (Check check : checks) {
            if (!check.test(fact)) {
                return false;
            }
        }
        return true;
    }

    String id() {
        return id;
    }

    @Override
    public boolean test(Object fact) {
        return predicate.test(fact);
    }

    @Override
    public Predicate1<Object> negate() {
        return new Check("!" + id, predicate.negate());
    }

    @Override
    public PredicateInformation predicateInformation() {
        return new PredicateInformation(id);
    }

    @Override
    public String getExpressionHash() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Check check && check.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
