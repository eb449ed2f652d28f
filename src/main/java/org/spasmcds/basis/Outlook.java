package org.spasmcds.basis;

import java.util.IdentityHashMap;
import java.util.Map;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;

/** What rules can come to say once some questions are answered while all else stays as it is: true or false for sure, or open. */
final class Outlook {
    private final Interpreter interpreter;
    private final Reach reach;
    private final Map<Condition.Pattern, Truth> known = new IdentityHashMap<>();

    Outlook(Interpreter interpreter, Reach reach) {
        this.interpreter = interpreter;
        this.reach = reach;
    }

    Truth truth(Rule rule) {
        Truth truth = Truth.TRUE;
        for (Condition condition : rule.conditions()) {
            truth = truth.and(truth(condition));
            if (truth == Truth.FALSE) {
                return truth;
            }
        }
        return truth;
    }

    /** Whether the answers leave a rule as it is: it fires for sure, or for sure it does not. */
    boolean isSettled(Iterable<Condition.Pattern> patterns) {
        for (Condition.Pattern pattern : patterns) {
            if (reach.touches(pattern)) {
                return false;
            }
        }
        return true;
    }

    private Truth truth(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            Truth truth = known.get(pattern);
            if (truth == null) {
                truth = reach.outlook(pattern, interpreter.truth(pattern));
                known.put(pattern, truth);
            }
            return truth;
        }
        if (condition instanceof Condition.Not not) {
            return truth(not.part()).negated();
        }
        boolean all = condition instanceof Condition.And;
        Truth truth = all ? Truth.TRUE : Truth.FALSE;
        for (Condition part : Conditions.parts(condition)) {
            truth = all ? truth.and(truth(part)) : truth.or(truth(part));
        }
        return truth;
    }
}
