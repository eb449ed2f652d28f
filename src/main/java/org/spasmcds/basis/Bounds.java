package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.Level;
import org.spasmcds.LevelRange;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;

/**
 * The levels that the answers to some questions leave possible. Every bound is on the safe side: a rule that may fire counts for the
 * highest level, and only what fires for sure and cannot be taken away counts for the lowest.
 */
final class Bounds {
    /** No finding at all. */
    private static final int NONE = -1;

    private final Rulebook rulebook;
    private final Standing standing;
    private final Reach reach;
    private final Outlook outlook;
    private final Optional<Outlook> outlookWithStale;
    private final List<Rule> possible = new ArrayList<>();
    private boolean touched;

    Bounds(Rulebook rulebook, Standing standing, Reach reach) {
        this.rulebook = rulebook;
        this.standing = standing;
        this.reach = reach;
        outlook = new Outlook(standing.now(), reach);
        outlookWithStale = standing.withStale().map(interpreter -> new Outlook(interpreter, reach));
        for (Rule rule : rulebook.rules()) {
            boolean settled = isSettled(rule);
            touched |= !settled;
            boolean may = settled
                    ? standing.clauses().containsKey(rule)
                            || standing.staleClauses().containsKey(rule)
                    : outlook.truth(rule) != Truth.FALSE
                            || outlookWithStale
                                    .filter(stale -> stale.truth(rule) != Truth.FALSE)
                                    .isPresent();
            if (may) {
                possible.add(rule);
            }
        }
    }

    /** A grown-up limit counts otherwise in a child, so that an open age touches every rule. */
    private boolean isSettled(Rule rule) {
        return !reach.touchesPatient() && outlook.isSettled(rulebook.patterns(rule));
    }

    LevelRange range() {
        if (!touched) {
            return new LevelRange(standing.level(), standing.level());
        }
        return new LevelRange(level(lowest()), level(highest()));
    }

    private static Optional<Level> level(int rank) {
        return rank == NONE ? Optional.empty() : Optional.of(Level.values()[rank]);
    }

    private int highest() {
        int highest = NONE;
        for (Rule rule : possible) {
            if (isSettled(rule)) {
                int own = Math.max(
                        rank(standing.clauses().get(rule)),
                        rank(standing.staleClauses().get(rule)));
                highest = isTakenForSure(rule, own) ? highest : Math.max(highest, own);
            } else {
                highest = Math.max(
                        highest,
                        outlook.truth(rule) != Truth.FALSE ? rank(rule.level()) : rank(withStale(rule.level())));
            }
        }
        return highest;
    }

    /** A value that is too old never makes more than a reason to repeat it today. */
    private static Level withStale(Level level) {
        return level.atLeast(Level.URGENT) ? Level.URGENT : level;
    }

    private static int rank(Level level) {
        return level == null ? NONE : level.ordinal();
    }

    /** Whether another rule that fires for sure, and that nothing can take away, takes this one away. */
    private boolean isTakenForSure(Rule rule, int level) {
        for (Map.Entry<Rule, Level> other : standing.clauses().entrySet()) {
            if (other.getKey().unless().isEmpty()
                    && excludes(other.getKey(), rank(other.getValue()), rule, level)
                    && outlook.truth(other.getKey()) == Truth.TRUE
                    && survives(other.getKey())) {
                return true;
            }
        }
        return false;
    }

    private static boolean excludes(Rule other, int otherLevel, Rule rule, int level) {
        return !other.condition().equals(rule.condition())
                && (rule.unless().contains(Rule.ANY_FINDING)
                        || rule.unless().contains(other.condition())
                        || (rule.unless().contains(Rule.URGENT_FINDING)
                                && otherLevel >= rank(Level.URGENT)
                                && level < rank(Level.URGENT)));
    }

    private int lowest() {
        int lowest = NONE;
        for (Map.Entry<Rule, Level> clause : standing.clauses().entrySet()) {
            if (outlook.truth(clause.getKey()) == Truth.TRUE && survives(clause.getKey())) {
                lowest = Math.max(lowest, guaranteed(clause.getKey(), rank(clause.getValue())));
            }
        }
        for (Map.Entry<Rule, Level> clause : standing.staleClauses().entrySet()) {
            boolean sure = outlookWithStale
                    .filter(stale -> stale.truth(clause.getKey()) == Truth.TRUE)
                    .isPresent();
            if (sure && survives(clause.getKey())) {
                lowest = Math.max(lowest, guaranteed(clause.getKey(), rank(clause.getValue())));
            }
        }
        return lowest;
    }

    /** Where the age is open the patient may be a child, in whom lower levels by grown-up limits are not used. */
    private boolean survives(Rule rule) {
        return !reach.touchesPatient() || rule.forChildren() || rule.level().atLeast(Level.URGENT);
    }

    /** What is left of a clause whatever other rules take it away. */
    private int guaranteed(Rule rule, int level) {
        int left = level;
        for (Rule other : possible) {
            if (!excludes(other, rank(other.level()), rule, level)) {
                continue;
            }
            boolean byAny = rule.unless().contains(Rule.ANY_FINDING);
            boolean lasting = other.unless().isEmpty() || other.unless().equals(java.util.Set.of(Rule.URGENT_FINDING));
            if (byAny || other.unless().isEmpty()) {
                left = Math.min(left, least(other));
            } else if (!lasting || rule.unless().contains(other.condition())) {
                return NONE;
            }
        }
        return left;
    }

    /** A doubtful emergency is answered as urgent. */
    private static int least(Rule rule) {
        return Math.min(rank(rule.level()), rank(Level.URGENT));
    }
}
