package org.spasmcds.authoring.mutation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Condition.Test;

/** The ways in which one comparison may be wrong. */
final class TestMutants {
    private static final Map<String, String> BOUNDARY = Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">");
    private static final Map<String, String> REVERSED = Map.of("<", ">=", "<=", ">", ">", "<=", ">=", "<");

    /**
     * @param test the comparison that stands in place of the right one; empty when it is lost
     */
    record Wrong(MutantKind kind, Optional<Test> test) {}

    private TestMutants() {}

    /** Every wrong form of a comparison that does not name the fact. */
    static List<Wrong> of(Test test) {
        List<Wrong> wrong = new ArrayList<>();
        if (test instanceof Test.Number number) {
            wrong.add(new Wrong(MutantKind.NUMBER, Optional.of(moved(number, 1))));
            wrong.add(new Wrong(MutantKind.NUMBER, Optional.of(moved(number, -1))));
            operators(number.operator())
                    .forEach(operator ->
                            wrong.add(new Wrong(MutantKind.OPERATOR, Optional.of(turned(number, operator)))));
        } else if (test instanceof Test.Flag flag) {
            wrong.add(new Wrong(
                    MutantKind.FLAG,
                    Optional.of(new Test.Flag(flag.property(), !flag.wanted(), flag.line(), flag.column()))));
        }
        wrong.add(new Wrong(MutantKind.COMPARISON, Optional.empty()));
        return wrong;
    }

    /** With the boundary on the other side, and turned round; an equation has neither. */
    static List<String> operators(String operator) {
        return BOUNDARY.containsKey(operator)
                ? List.of(BOUNDARY.get(operator), REVERSED.get(operator))
                : List.of("<=", ">=");
    }

    private static Test.Number moved(Test.Number number, int units) {
        return new Test.Number(
                number.property(),
                number.operator(),
                moved(number.value(), number.decimals(), units),
                number.decimals(),
                number.line(),
                number.column());
    }

    /** A number so many units of its last place away. */
    static double moved(double value, int decimals, int units) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(units, decimals))
                .doubleValue();
    }

    private static Test.Number turned(Test.Number number, String operator) {
        return new Test.Number(
                number.property(), operator, number.value(), number.decimals(), number.line(), number.column());
    }

    /** The pattern with another comparison in place of one, or without it. */
    static Condition.Pattern with(Condition.Pattern pattern, Test test, Optional<Test> other) {
        List<Test> tests = pattern.tests().stream()
                .flatMap(each -> each.equals(test) ? other.stream() : java.util.stream.Stream.of(each))
                .toList();
        return new Condition.Pattern(pattern.type(), tests, pattern.line(), pattern.column());
    }
}
