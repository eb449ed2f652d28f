package org.spasmcds;

import java.util.List;

/**
 * A condition of a rule, and the facts that met it.
 *
 * @param sentence the facts and what was asked of them: {@code potassium 2.3 mmol/L, 2 hours ago, is below 2.5 mmol/L}
 * @param facts the facts, traced to what was given
 * @param limits the numbers that the condition compares with
 * @param line where the condition stands in the file of the rule
 */
public record Ground(String sentence, List<Fact> facts, List<Limit> limits, int line) {
    /**
     * A number that a condition compares with.
     *
     * @param property what is compared, as a rule writes it: {@code value}, {@code days}
     * @param operator {@code <}, {@code <=}, {@code >}, {@code >=} or {@code ==}
     */
    public record Limit(String property, String operator, double value) {}
}
