package org.spasmcds.authoring.check;

import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;

/** Goes through the numbers of the rule files. */
final class Numbers {
    interface Visitor {
        void visit(RuleText text, Rule rule, Condition.Pattern pattern, Condition.Test.Number number);
    }

    private Numbers() {}

    /** Every number once, for the rule that states it. How many members of a group are wanted is a count and no measured number. */
    static void each(CheckedFolder folder, Visitor visitor) {
        for (RuleText text : folder.texts()) {
            for (Rule rule : text.rules()) {
                for (Condition condition : text.own(rule)) {
                    for (Condition.Pattern pattern : Conditions.patterns(condition)) {
                        if (!pattern.type().name().equals("Group")) {
                            numbers(text, rule, pattern, visitor);
                        }
                    }
                }
            }
        }
    }

    private static void numbers(RuleText text, Rule rule, Condition.Pattern pattern, Visitor visitor) {
        for (Condition.Test test : pattern.tests()) {
            if (test instanceof Condition.Test.Number number) {
                visitor.visit(text, rule, pattern, number);
            }
        }
    }
}
