package org.spasmcds.rule;

import java.util.List;
import org.spasmcds.fact.FactType;

/** A condition of a rule as it was parsed. */
public sealed interface Condition {
    /** All must hold. */
    record And(List<Condition> parts) implements Condition {}

    /** At least one must hold. */
    record Or(List<Condition> parts) implements Condition {}

    /** Must not be known to hold; where it is unknown, the rule assumes that it does not. */
    record Not(Condition part) implements Condition {}

    /** There is a fact of this type that passes every test. */
    record Pattern(FactType type, List<Test> tests, int line, int column) implements Condition {
        /** The names of the vocabulary, the tests or the groups that the pattern is about; empty for a patient or a spasm. */
        public List<String> names() {
            for (Test test : tests) {
                if (test instanceof Test.Text text && text.property().equals(type.key())) {
                    return text.values();
                }
            }
            return List.of();
        }
    }

    /** One comparison inside a pattern. */
    sealed interface Test {
        String property();

        int line();

        int column();

        /** {@code property}, or {@code !property}. */
        record Flag(String property, boolean wanted, int line, int column) implements Test {}

        /** {@code property == "value"}, or {@code property in ("a", "b")}. */
        record Text(String property, List<String> values, int line, int column) implements Test {}

        /**
         * {@code property < 2.5}.
         *
         * @param decimals the decimals as written, so that one unit in the last place of 2.50 is 0.01
         */
        record Number(String property, String operator, double value, int decimals, int line, int column)
                implements Test {
            public boolean holds(double actual) {
                return switch (operator) {
                    case "<" -> actual < value;
                    case "<=" -> actual <= value;
                    case ">" -> actual > value;
                    case ">=" -> actual >= value;
                    default -> actual == value;
                };
            }
        }
    }
}
