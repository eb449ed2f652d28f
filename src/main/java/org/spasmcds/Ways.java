package org.spasmcds;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;

/**
 * The ways in which rules fire as the interpreter sees them. Patterns never refer to each other, so that it need not list how facts match
 * together: a way without any fact that speaks against it exists just when the rule fires on the other facts alone.
 */
final class Ways {
    private final FactSheet sheet;
    private final Interpreter interpreter;
    private final Support support;
    private final boolean child;

    /**
     * @param interpreter of the facts of the sheet, or of these with stale values
     */
    Ways(FactSheet sheet, Interpreter interpreter) {
        this.sheet = sheet;
        this.interpreter = interpreter;
        support = new Support(sheet);
        child = Clauses.isChild(sheet);
    }

    /** For a rule that fires: the facts of all ways and, where there are such, those of the ways that nothing speaks against. */
    List<Set<Object>> of(Rule rule) {
        Set<Object> all = interpreter.evidence(rule);
        Predicate<Object> weak = fact -> speaksAgainst(rule, fact);
        if (all.stream().noneMatch(weak)) {
            return List.of(all);
        }
        Optional<Set<Object>> sound = interpreter.evidence(rule, weak.negate());
        return sound.map(facts -> List.of(facts, all)).orElse(List.of(all));
    }

    private boolean speaksAgainst(Rule rule, Object fact) {
        boolean emergency = rule.level() == Level.EMERGENCY;
        if (sheet.isStale(fact)) {
            return !emergency
                    && sheet.doubt(fact)
                            .filter(FactSheet.Doubt::onlyEmergencies)
                            .isPresent();
        }
        return emergency
                ? support.doubts(rule, fact).findAny().isPresent()
                : child && !rule.forChildren() && support.isLaboratory(rule, fact);
    }
}
