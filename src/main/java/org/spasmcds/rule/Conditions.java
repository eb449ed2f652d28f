package org.spasmcds.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Walks through conditions and changes them. */
public final class Conditions {
    private Conditions() {}

    /** The patterns of a condition in the order in which they are written, those behind {@code not} too. */
    public static List<Condition.Pattern> patterns(Condition condition) {
        List<Condition.Pattern> patterns = new ArrayList<>();
        collect(condition, patterns);
        return patterns;
    }

    /** The patterns of all conditions of a rule, those that it takes over first. */
    public static List<Condition.Pattern> patterns(Rule rule) {
        List<Condition.Pattern> patterns = new ArrayList<>();
        rule.conditions().forEach(condition -> collect(condition, patterns));
        return patterns;
    }

    private static void collect(Condition condition, List<Condition.Pattern> patterns) {
        if (condition instanceof Condition.Pattern pattern) {
            patterns.add(pattern);
        } else if (condition instanceof Condition.Not not) {
            collect(not.part(), patterns);
        } else {
            parts(condition).forEach(part -> collect(part, patterns));
        }
    }

    /** The parts of a conjunction or an alternative; empty for any other condition. */
    public static List<Condition> parts(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.parts();
        }
        return condition instanceof Condition.Or or ? or.parts() : List.of();
    }

    /**
     * A condition with some of its parts changed.
     *
     * @param change gives for a part another one, or nothing to leave it out; asked from the outside in, and not within what it changed
     * @return empty when nothing is left
     */
    public static Optional<Condition> changed(Condition condition, Function<Condition, Optional<Condition>> change) {
        Optional<Condition> changed = change.apply(condition);
        if (changed.isEmpty() || !changed.get().equals(condition)) {
            return changed;
        }
        if (condition instanceof Condition.Not not) {
            return changed(not.part(), change).map(Condition.Not::new);
        }
        if (condition instanceof Condition.Pattern) {
            return changed;
        }
        List<Condition> parts = new ArrayList<>();
        parts(condition).forEach(part -> changed(part, change).ifPresent(parts::add));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(condition instanceof Condition.And ? new Condition.And(parts) : new Condition.Or(parts));
    }

    /** A condition as a rule file would state it, on one line. Equal texts mean equal conditions. */
    public static String text(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return "not " + text(not.part());
        }
        if (condition instanceof Condition.Pattern pattern) {
            String tests = String.join(
                    ", ", pattern.tests().stream().map(Conditions::text).toList());
            return pattern.type().name() + "( " + tests + " )";
        }
        String joint = condition instanceof Condition.And ? " and " : " or ";
        return "( "
                + String.join(
                        joint, parts(condition).stream().map(Conditions::text).toList()) + " )";
    }

    /** A comparison as a rule file would state it. */
    public static String text(Condition.Test test) {
        if (test instanceof Condition.Test.Flag flag) {
            return (flag.wanted() ? "" : "!") + flag.property();
        }
        if (test instanceof Condition.Test.Text text) {
            return text.values().size() == 1
                    ? text.property() + " == \"" + text.values().get(0) + "\""
                    : text.property() + " in (\"" + String.join("\", \"", text.values()) + "\")";
        }
        Condition.Test.Number number = (Condition.Test.Number) test;
        return number.property() + " " + number.operator() + " "
                + BigDecimal.valueOf(number.value())
                        .setScale(number.decimals(), RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
