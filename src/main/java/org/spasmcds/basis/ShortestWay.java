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
record ShortestWay(List<Condition.Pattern> open, List<Condition.Pattern> holding) {

    /** Empty when something known keeps the conditions from holding. */
    static Optional<ShortestWay> of(List<Condition> conditions, Interpreter interpreter) {
        ShortestWay way = new ShortestWay(new ArrayList<>(), new ArrayList<>());
        for (Condition condition : conditions) {
            if (!way.add(condition, interpreter)) {
                return Optional.empty();
            }
        }
        return Optional.of(way);
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
        ShortestWay best = null;
        for (Condition part : Conditions.parts(condition)) {
            ShortestWay each = of(List.of(part), interpreter).orElse(null);
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

    private boolean isShorterThan(ShortestWay other) {
        return open.size() < other.open.size()
                || (open.size() == other.open.size() && holding.size() > other.holding.size());
    }
}
