package org.spasmcds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spasmcds.fact.Group;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Rule;

/** What a rule rests on when it fires with a fact: the fact itself or, of a group, the member that decides. */
record Support(FactSheet sheet) {
    /** Why the fact is believed only so far. */
    Stream<FactSheet.Doubt> doubts(Rule rule, Object fact) {
        return Stream.concat(
                sheet.doubt(fact).stream(), deciding(rule, fact).stream().flatMap(member -> member.doubts().stream()));
    }

    /** Whether it is a laboratory result. */
    boolean isLaboratory(Rule rule, Object fact) {
        return sheet.isLaboratory(fact)
                || deciding(rule, fact).map(FactSheet.Member::laboratory).orElse(false);
    }

    /** The member without which a group would not be full enough for the rule: the weakest of those that it needs. */
    Optional<FactSheet.Member> deciding(Rule rule, Object fact) {
        if (!(fact instanceof Group group)) {
            return Optional.empty();
        }
        List<FactSheet.Member> members = sheet.members(group);
        int needed = rule.conditions().stream()
                .mapToInt(condition -> needed(condition, group.getName()))
                .max()
                .orElse(1);
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(members.get(Math.min(Math.max(needed, 1), members.size()) - 1));
    }

    private static int needed(Condition condition, String group) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern.type().factClass() == Group.class && pattern.names().contains(group)
                    ? pattern.tests().stream()
                            .filter(Condition.Test.Number.class::isInstance)
                            .mapToInt(test -> (int) Math.ceil(((Condition.Test.Number) test).value()))
                            .max()
                            .orElse(1)
                    : 0;
        }
        if (condition instanceof Condition.Not) {
            return 0;
        }
        List<Condition> parts =
                condition instanceof Condition.And and ? and.parts() : ((Condition.Or) condition).parts();
        return parts.stream().mapToInt(part -> needed(part, group)).max().orElse(0);
    }
}
