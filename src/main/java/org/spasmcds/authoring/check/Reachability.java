package org.spasmcds.authoring.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Condition.Pattern;

/** Looks for a way in which conditions can hold together, one alternative after the other. */
final class Reachability {
    /** Two conditions that cannot hold together, the later one second. */
    record Clash(Condition first, Condition second) {}

    /** Steps after which a rule with very many alternatives is taken to be reachable. */
    private static final int PATIENCE = 20_000;

    private int steps;
    private Clash clash;

    private Reachability() {}

    /** Why no patient can fulfil all of the conditions; empty when one may. */
    static Optional<Clash> clash(List<Condition> conditions) {
        Reachability search = new Reachability();
        return search.possible(conditions, 0, List.of(), List.of()) ? Optional.empty() : Optional.of(search.clash);
    }

    private boolean possible(List<Condition> pending, int next, List<Pattern> there, List<Condition.Not> excluded) {
        if (next == pending.size() || ++steps > PATIENCE) {
            return true;
        }
        Condition condition = pending.get(next);
        if (condition instanceof Condition.Or or) {
            return or.parts().stream()
                    .anyMatch(part -> possible(with(pending, next, List.of(part)), 0, there, excluded));
        }
        if (condition instanceof Condition.And and) {
            return possible(with(pending, next, and.parts()), 0, there, excluded);
        }
        List<Pattern> nowThere = there;
        List<Condition.Not> nowExcluded = excluded;
        if (condition instanceof Pattern pattern) {
            for (Pattern other : there) {
                if (Logic.contradict(other, pattern)) {
                    clash = new Clash(other, pattern);
                    return false;
                }
            }
            nowThere = with(there, pattern);
        } else {
            nowExcluded = with(excluded, (Condition.Not) condition);
        }
        for (Condition.Not not : nowExcluded) {
            if (Logic.follows(not.part(), nowThere)) {
                clash = new Clash(condition instanceof Pattern ? not : nowThere.get(nowThere.size() - 1), condition);
                return false;
            }
        }
        return possible(pending, next + 1, nowThere, nowExcluded);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }

    private static List<Condition> with(List<Condition> pending, int next, List<Condition> parts) {
        List<Condition> rest = new ArrayList<>(parts);
        rest.addAll(pending.subList(next + 1, pending.size()));
        return rest;
    }
}
