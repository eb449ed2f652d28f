package org.spasmcds.authoring.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Level;
import org.spasmcds.Problem;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Condition.Test;
import org.spasmcds.rule.ConditionChecks;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/** The mutants of the rules of one file. */
final class RuleMutants {
    private final List<Rule> rules;
    private final boolean names;
    private final ConditionChecks checks;
    private final Hint hint;
    private final List<Mutant> mutants = new ArrayList<>();
    private final Set<Condition> seen = new LinkedHashSet<>();
    private final Map<String, Integer> subjects = new HashMap<>();

    private RuleMutants(List<Rule> rules, Vocabulary vocabulary, boolean names) {
        this.rules = rules;
        this.names = names;
        checks = new ConditionChecks(vocabulary);
        hint = new Hint(vocabulary);
    }

    /**
     * @param rules all rules of one file
     * @param names whether to leave out each of several names in a list as well
     */
    static List<Mutant> of(List<Rule> rules, Vocabulary vocabulary, boolean names) {
        RuleMutants mutants = new RuleMutants(rules, vocabulary, names);
        for (Rule rule : rules) {
            rule.conditions().forEach(condition -> mutants.visit(rule, condition, Optional.empty()));
            mutants.levels(rule);
            mutants.add(
                    MutantKind.RULE,
                    rule,
                    rule.line(),
                    1,
                    "rule left out",
                    mutants.hint.rule(rule),
                    edit(rule, Optional.empty()));
        }
        return List.copyOf(mutants.mutants);
    }

    private void levels(Rule rule) {
        for (int step : new int[] {-1, 1}) {
            int at = rule.level().ordinal() + step;
            if (at >= 0 && at < Level.values().length) {
                Level other = Level.values()[at];
                add(
                        MutantKind.LEVEL,
                        rule,
                        rule.line(),
                        1,
                        "level " + rule.level() + " → " + other,
                        hint.level(rule),
                        edit(rule, Optional.of(rule.withLevel(other))));
            }
        }
    }

    /**
     * A condition that a rule takes over by {@code extends} is equal to that of the other rule, place included, and is visited once,
     * in the rule that states it.
     *
     * @param around the conjunction or alternative that it is part of; empty for a condition of the rule itself
     */
    private void visit(Rule rule, Condition condition, Optional<Condition> around) {
        if (!seen.add(condition)) {
            return;
        }
        lost(rule, condition, around);
        inside(rule, condition);
    }

    private void inside(Rule rule, Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            tests(rule, pattern);
        } else if (condition instanceof Condition.Not not) {
            // What stands alone behind "not" is lost with it, which is a mutant already.
            inside(rule, not.part());
        } else {
            Conditions.parts(condition).forEach(part -> visit(rule, part, Optional.of(condition)));
        }
    }

    private void lost(Rule rule, Condition condition, Optional<Condition> around) {
        Condition.Pattern first = Conditions.patterns(condition).get(0);
        boolean alternative = around.filter(Condition.Or.class::isInstance).isPresent();
        add(
                MutantKind.PATTERN,
                rule,
                first.line(),
                first.column(),
                "without " + Wording.of(condition),
                alternative ? hint.alternative(rule, condition) : hint.conjunct(rule, condition),
                new Change.Rules(replace(condition, Optional.empty()), Optional.empty()));
    }

    private void tests(Rule rule, Condition.Pattern pattern) {
        for (Test test : pattern.tests()) {
            if (!Wording.isKey(pattern, test)) {
                TestMutants.of(test).forEach(wrong -> wrong(rule, pattern, test, wrong));
            }
            if (names && test instanceof Test.Text text && text.values().size() > 1) {
                text.values().forEach(value -> without(rule, pattern, text, value));
            }
        }
    }

    private void wrong(Rule rule, Condition.Pattern pattern, Test test, TestMutants.Wrong wrong) {
        Condition.Pattern after = TestMutants.with(pattern, test, wrong.test());
        if (isRefused(rule, after)) {
            return;
        }
        String about = Wording.about(pattern) + " ";
        String what = wrong.test()
                .map(other -> about + Wording.of(test) + " → " + Wording.of(other))
                .orElse(about + "without " + Wording.of(test));
        replaced(wrong.kind(), rule, test, what, hint(rule, pattern, test, wrong), pattern, after);
    }

    private String hint(Rule rule, Condition.Pattern pattern, Test test, TestMutants.Wrong wrong) {
        if (wrong.test().isEmpty()) {
            return hint.comparison(rule, pattern, test);
        }
        return test instanceof Test.Number number
                ? hint.number(rule, pattern, number, (Test.Number) wrong.test().get())
                : hint.flag(rule, pattern, (Test.Flag) test);
    }

    private void without(Rule rule, Condition.Pattern pattern, Test.Text text, String value) {
        List<String> others =
                text.values().stream().filter(each -> !each.equals(value)).toList();
        Condition.Pattern after = TestMutants.with(
                pattern, text, Optional.of(new Test.Text(text.property(), others, text.line(), text.column())));
        String what = Wording.about(pattern) + " " + text.property() + " without " + value;
        replaced(MutantKind.NAME, rule, text, what, hint.name(rule, value), pattern, after);
    }

    private void replaced(
            MutantKind kind,
            Rule rule,
            Test test,
            String what,
            String hint,
            Condition.Pattern before,
            Condition.Pattern after) {
        Change.Replaced replaced = new Change.Replaced(before, after);
        add(
                kind,
                rule,
                test.line(),
                test.column(),
                what,
                hint,
                new Change.Rules(replace(before, Optional.of(after)), Optional.of(replaced)));
    }

    /** What no rule file may say is no mutant: the checks notice it before any case does. */
    private boolean isRefused(Rule rule, Condition.Pattern pattern) {
        List<Problem> problems = new ArrayList<>();
        checks.check(rule.file(), pattern, problems);
        return !problems.isEmpty();
    }

    private static Change edit(Rule rule, Optional<Rule> other) {
        return new Change.Rules(List.of(new Change.Edit(rule, other)), Optional.empty());
    }

    /** The rules of the file that state or take over a condition, with another in its place or without it. */
    private List<Change.Edit> replace(Condition condition, Optional<Condition> other) {
        List<Change.Edit> edits = new ArrayList<>();
        for (Rule rule : rules) {
            List<Condition> conditions = rule.conditions().stream()
                    .flatMap(each ->
                            Conditions.changed(each, part -> part.equals(condition) ? other : Optional.of(part))
                                    .stream())
                    .toList();
            if (!conditions.equals(rule.conditions())) {
                edits.add(new Change.Edit(rule, Optional.of(rule.withConditions(conditions))));
            }
        }
        return List.copyOf(edits);
    }

    private void add(MutantKind kind, Rule rule, int line, int column, String what, String hint, Change change) {
        int times = subjects.merge(rule.id() + ": " + what, 1, Integer::sum);
        String unique = times == 1 ? what : what + " (" + times + ")";
        mutants.add(new Mutant(kind, rule.file(), line, column, rule.condition(), rule.id(), unique, hint, change));
    }
}
