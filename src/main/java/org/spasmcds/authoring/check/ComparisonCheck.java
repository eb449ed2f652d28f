package org.spasmcds.authoring.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Condition.Test;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;

/** Comparisons of one pattern that exclude or include one another. */
final class ComparisonCheck implements Check {
    @Override
    public Set<String> ids() {
        return Set.of("contradictory-comparison", "redundant-comparison");
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        for (RuleText text : folder.texts()) {
            for (Rule rule : text.rules()) {
                text.own(rule)
                        .forEach(condition ->
                                Conditions.patterns(condition).forEach(pattern -> check(text, rule, pattern, report)));
            }
        }
    }

    private static void check(RuleText text, Rule rule, Condition.Pattern pattern, Report report) {
        for (int i = 0; i < pattern.tests().size(); i++) {
            Test test = pattern.tests().get(i);
            List<Test> earlier = pattern.tests().subList(0, i);
            Optional<Test> excludes = earlier.stream()
                    .filter(each -> Logic.contradict(each, test))
                    .findFirst();
            if (excludes.isPresent()) {
                add(text, rule, test, "contradictory-comparison", "cannot hold beside", excludes.get(), report);
                continue;
            }
            for (Test each : earlier) {
                if (Logic.implies(each, test)) {
                    add(text, rule, test, "redundant-comparison", "holds whenever this does:", each, report);
                } else if (Logic.implies(test, each)) {
                    add(text, rule, each, "redundant-comparison", "holds whenever this does:", test, report);
                }
            }
        }
    }

    private static void add(
            RuleText text, Rule rule, Test test, String check, String relation, Test other, Report report) {
        String subject = Conditions.text(test);
        report.add(
                check,
                text.place(test),
                rule.id() + ": " + subject,
                subject + " " + relation + " " + Conditions.text(other) + ", in the same pattern");
    }
}
