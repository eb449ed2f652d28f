package org.spasmcds.authoring.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;

/** Rules, and alternatives within them, that no patient can fulfil. */
final class ReachabilityCheck implements Check {
    private static final String ID = "unreachable";

    @Override
    public Set<String> ids() {
        return Set.of(ID);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        for (RuleText text : folder.wholeTexts()) {
            for (Rule rule : text.rules()) {
                Optional<Reachability.Clash> clash = Reachability.clash(rule.conditions());
                if (clash.isPresent()) {
                    add(text, rule, text.place(rule), "rule \"" + rule.id() + "\" can never fire", clash.get(), report);
                } else {
                    text.own(rule).forEach(condition -> alternatives(text, rule, condition, report));
                }
            }
        }
    }

    private static void alternatives(RuleText text, Rule rule, Condition condition, Report report) {
        if (condition instanceof Condition.Not) {
            return;
        }
        for (Condition part : Conditions.parts(condition)) {
            Optional<Reachability.Clash> clash = condition instanceof Condition.Or
                    ? Reachability.clash(replaced(rule.conditions(), condition, part))
                    : Optional.empty();
            if (clash.isPresent()) {
                Place place = text.place(Conditions.patterns(part).get(0));
                add(text, rule, place, "this alternative can never hold", clash.get(), report);
            } else {
                alternatives(text, rule, part, report);
            }
        }
    }

    private static List<Condition> replaced(List<Condition> conditions, Condition one, Condition other) {
        List<Condition> replaced = new ArrayList<>();
        for (Condition condition : conditions) {
            Conditions.changed(condition, each -> Optional.of(each == one ? other : each))
                    .ifPresent(replaced::add);
        }
        return replaced;
    }

    private static void add(
            RuleText text, Rule rule, Place place, String what, Reachability.Clash clash, Report report) {
        String first = Conditions.text(clash.first());
        String second = Conditions.text(clash.second());
        report.add(ID, place, rule.id() + ": " + second, what + ": " + first + " excludes " + second);
    }
}
