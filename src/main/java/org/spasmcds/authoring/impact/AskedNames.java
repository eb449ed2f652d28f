package org.spasmcds.authoring.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spasmcds.Ruleset;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Name;

/** What the rules and groups of a rule set speak of: names, and the limits that they hold results against. */
final class AskedNames {
    private final List<Name> facts = new ArrayList<>();
    private final List<String> tests = new ArrayList<>();
    private final Map<String, List<Double>> limits = new TreeMap<>();

    AskedNames(Ruleset ruleset) {
        TreeSet<String> names = new TreeSet<>();
        for (Rule rule : ruleset.rules()) {
            Conditions.patterns(rule).forEach(pattern -> collect(pattern, names));
        }
        ruleset.vocabulary()
                .groups()
                .values()
                .forEach(members -> members.forEach(member -> {
                    if (member instanceof Member.Named named) {
                        names.add(named.name());
                    } else if (member instanceof Member.Limit limit) {
                        names.add(limit.test());
                        limit(limit.test(), limit.value());
                    }
                }));
        for (String id : names) {
            ruleset.vocabulary()
                    .name(id)
                    .filter(name -> name.kind() != Kind.SITE)
                    .ifPresent(name -> {
                        if (Section.of(name.kind()).orElseThrow() == Section.RESULTS) {
                            tests.add(id);
                        } else {
                            facts.add(name);
                        }
                    });
        }
    }

    private void collect(Condition.Pattern pattern, TreeSet<String> names) {
        names.addAll(pattern.names());
        for (Condition.Test test : pattern.tests()) {
            if (test instanceof Condition.Test.Number number
                    && number.property().equals("value")) {
                pattern.names().forEach(name -> limit(name, number.value()));
            }
        }
    }

    private void limit(String test, double value) {
        List<Double> known = limits.computeIfAbsent(test, any -> new ArrayList<>());
        if (!known.contains(value)) {
            known.add(value);
        }
    }

    /** Symptoms, medicines, conditions and exposures in alphabetical order of their ids. */
    List<Name> facts() {
        return facts;
    }

    /** Results in alphabetical order. */
    List<String> tests() {
        return tests;
    }

    /** The limits of a test, in its own unit. */
    List<Double> limits(String test) {
        return limits.getOrDefault(test, List.of());
    }
}
