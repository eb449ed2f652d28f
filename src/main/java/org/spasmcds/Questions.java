package org.spasmcds;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spasmcds.intake.Intake;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Vocabulary;

/** What a rule set asks about, read off its conditions. */
final class Questions {
    private Questions() {}

    static Intake.Asked of(Vocabulary vocabulary, List<Rule> rules) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> groups = new LinkedHashSet<>();
        for (Rule rule : rules) {
            rule.conditions().forEach(condition -> collect(condition, names, groups));
        }
        for (String group : groups) {
            limits(vocabulary, group, names, new LinkedHashSet<>());
        }
        return new Intake.Asked(names, groups);
    }

    /** The names of which a rule asks whether they are known to be absent. */
    static Set<String> absences(List<Rule> rules) {
        Set<String> names = new LinkedHashSet<>();
        rules.forEach(rule -> rule.conditions().forEach(condition -> absences(condition, names)));
        return names;
    }

    private static void absences(Condition condition, Set<String> names) {
        if (condition instanceof Condition.Pattern pattern) {
            boolean asks = pattern.tests().stream()
                    .anyMatch(test -> test instanceof Condition.Test.Flag flag
                            && (flag.property().equals("absent") || !flag.wanted()));
            if (asks) {
                names.addAll(pattern.names());
            }
        } else if (condition instanceof Condition.Not not) {
            absences(not.part(), names);
        } else if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> absences(part, names));
        } else if (condition instanceof Condition.Or or) {
            or.parts().forEach(part -> absences(part, names));
        }
    }

    /** The tests that members of a group, or of a group in it, set a limit to. */
    private static void limits(Vocabulary vocabulary, String group, Set<String> names, Set<String> seen) {
        if (!seen.add(group)) {
            return;
        }
        for (Member member : vocabulary.groups().getOrDefault(group, List.of())) {
            if (member instanceof Member.Limit limit) {
                names.add(limit.test());
            } else {
                limits(vocabulary, ((Member.Named) member).name(), names, seen);
            }
        }
    }

    private static void collect(Condition condition, Set<String> names, Set<String> groups) {
        if (condition instanceof Condition.Pattern pattern) {
            (pattern.type().name().equals("Group") ? groups : names).addAll(pattern.names());
        } else if (condition instanceof Condition.Not not) {
            collect(not.part(), names, groups);
        } else if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> collect(part, names, groups));
        } else if (condition instanceof Condition.Or or) {
            or.parts().forEach(part -> collect(part, names, groups));
        }
    }
}
