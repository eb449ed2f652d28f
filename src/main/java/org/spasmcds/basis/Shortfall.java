package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Truth;

/**
 * How far a rule is from firing, on the shortest way.
 *
 * @param open the unknown patterns on the way
 * @param holding the patterns on the way that hold
 */
record Shortfall(List<Condition.Pattern> open, List<Condition.Pattern> holding) {

    /** Empty when something known keeps the conditions from holding. */
    static Optional<Shortfall> of(List<Condition> conditions, Interpreter interpreter) {
        Shortfall shortfall = new Shortfall(new ArrayList<>(), new ArrayList<>());
        for (Condition condition : conditions) {
            if (!shortfall.add(condition, interpreter)) {
                return Optional.empty();
            }
        }
        return Optional.of(shortfall);
    }

    private boolean add(Condition condition, Interpreter interpreter) {
        if (condition instanceof Condition.Pattern pattern) {
            Truth truth = interpreter.truth(pattern);
            if (truth != Truth.FALSE) {
                (truth == Truth.TRUE ? holding : open).add(pattern);
            }
            return truth != Truth.FALSE;
        }
        if (condition instanceof Condition.Not not) {
            // What is unknown behind not is assumed, so that it keeps no rule from firing.
            return interpreter.truth(not.part()) != Truth.TRUE;
        }
        if (condition instanceof Condition.And and) {
            return and.parts().stream().allMatch(part -> add(part, interpreter));
        }
        Shortfall best = null;
        for (Condition part : Conditions.parts(condition)) {
            Shortfall each = of(List.of(part), interpreter).orElse(null);
            if (each != null && (best == null || each.isShorterThan(best))) {
                best = each;
            }
        }
        if (best != null) {
            open.addAll(best.open);
            holding.addAll(best.holding);
        }
        return best != null;
    }

    private boolean isShorterThan(Shortfall other) {
        return open.size() < other.open.size()
                || (open.size() == other.open.size() && holding.size() > other.holding.size());
    }
}
