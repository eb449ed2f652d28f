package org.spasmcds.authoring.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Certainty;
import org.spasmcds.rule.Rule;

/** A rule that extends another must change something, since the other fires whenever it does. */
final class EscalationCheck implements Check {
    private static final String ID = "idle-escalation";

    @Override
    public Set<String> ids() {
        return Set.of(ID);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        for (RuleText text : folder.wholeTexts()) {
            for (Rule rule : text.rules()) {
                Optional<Rule> parent = rule.parent().flatMap(text::rule);
                if (parent.isPresent() && isIdle(rule, parent.get(), text)) {
                    report.add(
                            ID,
                            text.place(rule),
                            rule.id(),
                            "rule \"" + rule.id() + "\" raises neither level nor certainty of \""
                                    + parent.get().id() + "\" and says nothing else, so it changes nothing");
                }
            }
        }
    }

    private static boolean isIdle(Rule rule, Rule parent, RuleText text) {
        boolean raises = rule.level().compareTo(parent.level()) > 0
                || rule.certainty()
                        .filter(own -> own.compareTo(certainty(parent, text)) > 0)
                        .isPresent();
        return !raises && says(rule).equals(says(parent));
    }

    private static Certainty certainty(Rule rule, RuleText text) {
        return rule.certainty()
                .or(() -> rule.parent().flatMap(text::rule).map(parent -> certainty(parent, text)))
                .orElse(Certainty.POSSIBLE);
    }

    /** What a rule adds to a finding apart from level and certainty. */
    private static List<Object> says(Rule rule) {
        return List.of(
                rule.title(),
                rule.groups(),
                rule.strength(),
                rule.says(),
                rule.ask(),
                Set.copyOf(rule.sources()),
                rule.unless(),
                rule.absorbs(),
                rule.ownLine(),
                rule.typical(),
                rule.forChildren(),
                rule.attribution(),
                rule.state());
    }
}
