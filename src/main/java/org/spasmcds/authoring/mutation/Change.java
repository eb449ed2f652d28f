package org.spasmcds.authoring.mutation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spasmcds.Ruleset;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Member;

/** One small change to a rule set. */
sealed interface Change {
    /** The rule set with the change. */
    Ruleset in(Ruleset ruleset);

    /**
     * Some rules of one file are other ones.
     *
     * @param replaced the one pattern that differs, where nothing else does
     */
    record Rules(List<Edit> edits, Optional<Replaced> replaced) implements Change {
        @Override
        public Ruleset in(Ruleset ruleset) {
            return ruleset.changed(edits.stream()
                    .collect(Collectors.toMap(edit -> edit.before().id(), Edit::after)));
        }
    }

    /** A rule, and what stands in its place; empty where it is left out. */
    record Edit(Rule before, Optional<Rule> after) {}

    /** A pattern in place of another. */
    record Replaced(Condition.Pattern before, Condition.Pattern after) {}

    /** A group counts other results. */
    record Limit(String group, List<Member> members, Member.Limit before, Member.Limit after) implements Change {
        @Override
        public Ruleset in(Ruleset ruleset) {
            return ruleset.changed(ruleset.vocabulary().withGroup(group, members));
        }
    }
}
