package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.List;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Group;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;

/** Which conditions carried a rule or kept it from firing, and by which facts. What every explanation rests on. */
public final class Matching {
    private final List<Object> facts;
    private final FactSheet sheet;
    private final Interpreter interpreter;

    /**
     * @param facts the facts that the interpreter reads
     */
    public Matching(FactSheet sheet, List<Object> facts, Interpreter interpreter) {
        this.sheet = sheet;
        this.facts = facts;
        this.interpreter = interpreter;
    }

    /** The facts that the rules see. */
    public static Matching of(FactSheet sheet, Interpreter interpreter) {
        return new Matching(sheet, sheet.facts(), interpreter);
    }

    /** The same facts with values too old to count in place of the current ones. */
    public static Matching withStale(FactSheet sheet) {
        List<Object> facts = sheet.factsWithStale();
        return new Matching(sheet, facts, new Interpreter(facts));
    }

    public Interpreter interpreter() {
        return interpreter;
    }

    /** The patterns that carried a rule: of alternatives those that hold. */
    public List<Condition.Pattern> carried(Rule rule) {
        return carried(rule.conditions());
    }

    /** The patterns that carried conditions that hold. */
    List<Condition.Pattern> carried(List<Condition> conditions) {
        List<Condition.Pattern> carried = new ArrayList<>();
        conditions.forEach(condition -> carried(condition, carried));
        return carried;
    }

    private void carried(Condition condition, List<Condition.Pattern> carried) {
        if (condition instanceof Condition.Pattern pattern) {
            carried.add(pattern);
        } else if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> carried(part, carried));
        } else if (condition instanceof Condition.Or or) {
            holding(or).forEach(part -> carried(part, carried));
        }
    }

    /** The alternatives that hold: those known to, else those that hold because something is unknown. */
    public List<Condition> holding(Condition.Or or) {
        List<Condition> matching =
                or.parts().stream().filter(interpreter::matches).toList();
        List<Condition> known = matching.stream()
                .filter(part -> interpreter.truth(part) == Truth.TRUE)
                .toList();
        return known.isEmpty() ? matching : known;
    }

    /** What must not hold for conditions that hold, and is known not to. */
    List<Condition> excluded(List<Condition> conditions) {
        List<Condition> excluded = new ArrayList<>();
        conditions.forEach(condition -> excluded(condition, excluded));
        return excluded;
    }

    private void excluded(Condition condition, List<Condition> excluded) {
        if (condition instanceof Condition.Not not) {
            if (interpreter.truth(not.part()) == Truth.FALSE) {
                excluded.add(not.part());
            }
        } else if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> excluded(part, excluded));
        } else if (condition instanceof Condition.Or or) {
            holding(or).forEach(part -> excluded(part, excluded));
        }
    }

    /** The facts that make a pattern hold, in the order in which they were read. */
    public List<Object> meeting(Condition.Pattern pattern) {
        return sheet.inOrder(interpreter.evidence(pattern));
    }

    /** Whether nothing is known of what a pattern asks about. */
    public boolean isUnheardOf(Condition.Pattern pattern) {
        return about(pattern).stream()
                .allMatch(fact -> fact instanceof Group group && group.getPresent() + group.getAbsent() == 0);
    }

    /** The facts of the type and the names that a pattern asks about, whatever else it asks of them. */
    public List<Object> about(Condition.Pattern pattern) {
        return about(pattern, facts);
    }

    /** The facts of the type and the names that a pattern asks about, whatever else it asks of them. */
    public static List<Object> about(Condition.Pattern pattern, List<Object> facts) {
        FactType type = pattern.type();
        return facts.stream()
                .filter(type.factClass()::isInstance)
                .filter(fact -> type.key().isEmpty() || pattern.names().contains(name(pattern, fact)))
                .toList();
    }

    /** The name that a fact is about; empty for a patient or a spasm. */
    public static String name(Condition.Pattern pattern, Object fact) {
        FactType type = pattern.type();
        return type.key().isEmpty()
                ? ""
                : ((FactType.Property.Text) type.properties().get(type.key()))
                        .read()
                        .apply(fact);
    }

    /** The comparisons of a pattern that one fact does not pass, or is not known to. */
    public static List<Condition.Test> failing(Condition.Pattern pattern, Object fact) {
        return pattern.tests().stream()
                .filter(test -> !test.property().equals(pattern.type().key()))
                .filter(test -> alone(pattern, fact, test) != Truth.TRUE)
                .toList();
    }

    /** What one fact says to one comparison of a pattern. */
    public static Truth alone(Condition.Pattern pattern, Object fact, Condition.Test test) {
        return new Interpreter(List.of(fact)).truth(narrowed(pattern, fact, List.of(test)));
    }

    /** A pattern about the name of one fact only, with only some of its comparisons. */
    public static Condition.Pattern narrowed(Condition.Pattern pattern, Object fact, List<Condition.Test> tests) {
        List<Condition.Test> all = new ArrayList<>();
        String key = pattern.type().key();
        if (!key.isEmpty()) {
            all.add(new Condition.Test.Text(key, List.of(name(pattern, fact)), pattern.line(), pattern.column()));
        }
        all.addAll(tests);
        return new Condition.Pattern(pattern.type(), List.copyOf(all), pattern.line(), pattern.column());
    }
}
