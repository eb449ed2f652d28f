package org.spasmcds.authoring.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Condition.Pattern;
import org.spasmcds.rule.Condition.Test;

/** What follows from a comparison about other comparisons with the same fact, and from a pattern about other patterns. */
final class Logic {
    /** Of these at most one holds for a fact. */
    private static final List<Set<String>> EXCLUSIVE = List.of(
            Set.of("present", "absent"),
            Set.of("active", "absent"),
            Set.of("stopped", "absent"),
            Set.of("low", "normal", "high"),
            Set.of("withinOwnRange", "low"),
            Set.of("withinOwnRange", "high"),
            Set.of("recent", "longStanding"));

    private static final Map<String, String> IMPLIED = Map.of("active", "present", "stopped", "present");
    /** With these a sign can be present at one place and absent at another. */
    private static final Set<String> PLACES = Set.of("side", "site", "region");

    private Logic() {}

    /** Whether no fact passes both. */
    static boolean contradict(Test one, Test other) {
        if (one instanceof Test.Number a && other instanceof Test.Number b) {
            return Interval.comparable(a, b) && !Interval.of(a).meets(Interval.of(b));
        }
        if (one instanceof Test.Text a && other instanceof Test.Text b) {
            return a.property().equals(b.property()) && a.values().stream().noneMatch(b.values()::contains);
        }
        return one instanceof Test.Flag a
                && other instanceof Test.Flag b
                && implies(a, new Test.Flag(b.property(), !b.wanted(), b.line(), b.column()));
    }

    /** Whether every fact that passes the first passes the other. */
    static boolean implies(Test one, Test other) {
        if (one instanceof Test.Number a && other instanceof Test.Number b) {
            return Interval.comparable(a, b) && Interval.of(a).within(Interval.of(b));
        }
        if (one instanceof Test.Text a && other instanceof Test.Text b) {
            return a.property().equals(b.property()) && b.values().containsAll(a.values());
        }
        return one instanceof Test.Flag a && other instanceof Test.Flag b && implies(a, b);
    }

    private static boolean implies(Test.Flag one, Test.Flag other) {
        if (one.property().equals(other.property())) {
            return one.wanted() == other.wanted();
        }
        if (one.wanted()) {
            return other.wanted()
                    ? other.property().equals(IMPLIED.get(one.property()))
                    : EXCLUSIVE.stream()
                            .anyMatch(each -> each.contains(one.property()) && each.contains(other.property()));
        }
        // What is recorded is present or absent.
        return other.wanted()
                ? Set.of("present", "absent").equals(Set.of(one.property(), other.property()))
                : one.property().equals(IMPLIED.get(other.property()));
    }

    /** Whether every fact that matches the first pattern matches the other. */
    static boolean implies(Pattern one, Pattern other) {
        return one.type().equals(other.type())
                && other.tests().stream()
                        .allMatch(wanted -> one.tests().stream().anyMatch(each -> implies(each, wanted)));
    }

    /** Whether no patient has facts that match both. */
    static boolean contradict(Pattern one, Pattern other) {
        return one.type().equals(other.type())
                && aboutOneFact(one, other)
                && one.tests().stream()
                        .anyMatch(each -> other.tests().stream().anyMatch(test -> contradict(each, test)));
    }

    /** There is one patient and one latest result of a test; a name is either present or absent. */
    private static boolean aboutOneFact(Pattern one, Pattern other) {
        boolean sameName = one.names().size() == 1 && one.names().equals(other.names());
        return switch (one.type().name()) {
            case "Patient" -> true;
            case "Result" -> sameName && has(one, "current") && has(other, "current");
            case "Symptom", "Medicine", "Condition", "Exposure", "FamilyHistory" ->
                sameName && placeless(one) && placeless(other) && has(one, "absent") != has(other, "absent");
            default -> false;
        };
    }

    private static boolean has(Pattern pattern, String flag) {
        return pattern.tests().stream()
                .anyMatch(test ->
                        test instanceof Test.Flag each && each.property().equals(flag) && each.wanted());
    }

    private static boolean placeless(Pattern pattern) {
        return pattern.tests().stream().noneMatch(test -> PLACES.contains(test.property()));
    }

    /** Whether a condition holds for every patient whose facts match these patterns. */
    static boolean follows(Condition condition, List<Pattern> patterns) {
        if (condition instanceof Pattern pattern) {
            return patterns.stream().anyMatch(each -> implies(each, pattern));
        }
        if (condition instanceof Condition.And and) {
            return and.parts().stream().allMatch(part -> follows(part, patterns));
        }
        return condition instanceof Condition.Or or && or.parts().stream().anyMatch(part -> follows(part, patterns));
    }
}
