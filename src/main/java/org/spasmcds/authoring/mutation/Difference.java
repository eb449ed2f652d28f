package org.spasmcds.authoring.mutation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.fact.Group;
import org.spasmcds.fact.Result;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Interpreter;

/**
 * Whether a case could come out otherwise with a change. Only then is it assessed anew; this is what makes it possible to try every
 * change on every case.
 */
final class Difference {
    /** Comparisons on which the certainty of a finding depends, beyond the facts that match. */
    private static final Set<String> WITH_DEFAULT_LIMIT = Set.of("low", "normal", "high", "multiple");

    private Difference() {}

    static boolean isPossible(Change change, Case each) {
        if (!each.isReadable()) {
            return false;
        }
        return change instanceof Change.Rules rules ? isPossible(rules, each) : isPossible((Change.Limit) change, each);
    }

    private static boolean isPossible(Change.Rules rules, Case each) {
        Interpreter reader = each.reader();
        Optional<Interpreter> stale = each.staleReader();
        // All that an answer takes from a pattern is which facts match it and what is known of it.
        if (rules.replaced()
                .filter(replaced -> readsAlike(replaced, reader, stale))
                .isPresent()) {
            return false;
        }
        // A rule that fires neither before nor after changes gaps at most, of which no case says anything.
        return rules.edits().stream()
                .anyMatch(edit -> each.fires(edit.before())
                        || edit.after()
                                .filter(after -> Case.fires(after, reader, stale))
                                .isPresent());
    }

    private static boolean readsAlike(Change.Replaced replaced, Interpreter reader, Optional<Interpreter> stale) {
        return !isWeighed(replaced)
                && readsAlike(replaced, reader)
                && stale.map(each -> readsAlike(replaced, each)).orElse(true);
    }

    private static boolean readsAlike(Change.Replaced replaced, Interpreter reader) {
        return reader.truth(replaced.before()) == reader.truth(replaced.after())
                && reader.evidence(replaced.before()).equals(reader.evidence(replaced.after()));
    }

    /** How far a count of a group or a borrowed limit is believed depends on the comparison itself. */
    private static boolean isWeighed(Change.Replaced replaced) {
        return replaced.before().type().factClass() == Group.class
                || (replaced.before().type().factClass() == Result.class
                        && !borrowing(replaced.before()).equals(borrowing(replaced.after())));
    }

    private static List<String> borrowing(Condition.Pattern pattern) {
        return pattern.tests().stream()
                .map(Condition.Test::property)
                .filter(WITH_DEFAULT_LIMIT::contains)
                .toList();
    }

    /** Groups count the latest results, which are facts all of them, and nothing else of a limit is looked at. */
    private static boolean isPossible(Change.Limit limit, Case each) {
        return each.sheet().facts().stream()
                .anyMatch(fact -> fact instanceof Result result
                        && result.getTest().equals(limit.before().test())
                        && limit.before().holds(result.getValue())
                                != limit.after().holds(result.getValue()));
    }
}
