package org.spasmcds.authoring.coverage;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.spasmcds.basis.Matching;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Result;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Truth;
import org.spasmcds.vocabulary.Member;

/** On which sides of a number the known values of a case lie, whatever else is asked of the same fact. */
final class Sides {
    private Sides() {}

    static Set<Truth> of(Condition.Pattern pattern, Condition.Test.Number number, List<Object> facts) {
        Set<Truth> sides = EnumSet.noneOf(Truth.class);
        FactType.Property.Number property =
                (FactType.Property.Number) pattern.type().properties().get(number.property());
        for (Object fact : Matching.about(pattern, facts)) {
            add(sides, property.read().applyAsDouble(fact), number::holds);
        }
        return sides;
    }

    static Set<Truth> of(Member.Limit limit, List<Object> facts) {
        Set<Truth> sides = EnumSet.noneOf(Truth.class);
        for (Object fact : facts) {
            if (fact instanceof Result result && result.getTest().equals(limit.test())) {
                add(sides, result.getValue(), limit::holds);
            }
        }
        return sides;
    }

    private static void add(Set<Truth> sides, double value, DoublePredicate holds) {
        if (!Double.isNaN(value)) {
            sides.add(holds.test(value) ? Truth.TRUE : Truth.FALSE);
        }
    }
}
