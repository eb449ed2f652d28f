package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spasmcds.fact.FactType;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Member;

/** The numbers that rules and groups compare a result or an age with, by what is compared. */
final class Limits {
    /**
     * What is compared.
     *
     * @param name the test; empty for the age of the patient
     */
    record Subject(FactType type, String name, String property) {
        String text() {
            return name.isEmpty() ? property : name + (property.equals("value") ? "" : " " + property);
        }
    }

    /**
     * One comparison.
     *
     * @param owner the rule, or the group
     * @param rules the rules that it stands in, or that ask for the group
     * @param range all that the pattern or the member says of the number
     */
    record Limit(
            String owner,
            Set<Rule> rules,
            String file,
            int line,
            int column,
            String operator,
            double value,
            int decimals,
            Range range) {
        boolean isOfGroup() {
            return owner.startsWith("group ");
        }

        String place() {
            return file + ":" + line;
        }

        /** Whether the limit itself stands with what lies above it. */
        boolean belongsAbove() {
            return operator.equals(">=") || operator.equals("<");
        }

        boolean isLower() {
            return operator.startsWith(">");
        }

        boolean holds(double actual) {
            return Range.of(operator, value).contains(actual);
        }
    }

    private static final Set<String> TYPES = Set.of("Result", "Patient");

    private final Workbench bench;
    private final Map<Subject, Map<String, Limit>> limits = new LinkedHashMap<>();

    private Limits(Workbench bench) {
        this.bench = bench;
    }

    /** By what is compared, those of rules before those of groups. */
    static Map<Subject, List<Limit>> of(Workbench bench) {
        Limits limits = new Limits(bench);
        for (Rule rule : bench.rules()) {
            Conditions.patterns(rule).forEach(pattern -> limits.pattern(rule, pattern));
        }
        Map<Subject, List<Limit>> all = new LinkedHashMap<>();
        limits.limits.forEach((subject, each) -> all.put(
                subject,
                each.values().stream()
                        .sorted(Comparator.comparing(Limit::isOfGroup))
                        .toList()));
        return all;
    }

    private void pattern(Rule rule, Condition.Pattern pattern) {
        if (pattern.type().name().equals("Group")) {
            pattern.names().forEach(group -> group(rule, group, new LinkedHashSet<>()));
            return;
        }
        if (!TYPES.contains(pattern.type().name())) {
            return;
        }
        for (Condition.Test test : pattern.tests()) {
            if (test instanceof Condition.Test.Number number
                    && !number.operator().equals("==")) {
                List<String> names = pattern.names().isEmpty() ? List.of("") : pattern.names();
                for (String name : names) {
                    add(
                            new Subject(pattern.type(), name, number.property()),
                            new Limit(
                                    rule.id(),
                                    new LinkedHashSet<>(Set.of(rule)),
                                    rule.file(),
                                    number.line(),
                                    number.column(),
                                    number.operator(),
                                    number.value(),
                                    number.decimals(),
                                    range(pattern, number.property())));
                }
            }
        }
    }

    private static Range range(Condition.Pattern pattern, String property) {
        Range range = Range.ALL;
        for (Condition.Test test : pattern.tests()) {
            if (test instanceof Condition.Test.Number number && test.property().equals(property)) {
                range = range.and(Range.of(number.operator(), number.value()));
            }
        }
        return range;
    }

    private void group(Rule rule, String group, Set<String> seen) {
        if (seen.add(group)) {
            for (Member member : bench.vocabulary().groups().getOrDefault(group, List.of())) {
                if (member instanceof Member.Named named) {
                    group(rule, named.name(), seen);
                }
                member(rule, group, member);
            }
        }
    }

    private void member(Rule rule, String group, Member member) {
        if (member instanceof Member.Limit limit) {
            Place place = place(group, limit);
            int point = place.number().indexOf('.');
            add(
                    new Subject(FactType.of("Result").orElseThrow(), limit.test(), "value"),
                    new Limit(
                            "group " + group,
                            new LinkedHashSet<>(Set.of(rule)),
                            place.file(),
                            place.line(),
                            1,
                            limit.operator(),
                            limit.value(),
                            point < 0 ? 0 : place.number().length() - point - 1,
                            Range.of(limit.operator(), limit.value())));
        }
    }

    /** Where a member of a group is written, and how its number is: the vocabulary keeps neither. */
    private record Place(String file, int line, String number) {}

    private Place place(String group, Member.Limit limit) {
        String start = group + "," + limit.test() + " " + limit.operator() + " ";
        for (Map.Entry<String, String> text : bench.texts().entrySet()) {
            List<String> lines = text.getKey().endsWith("groups.csv")
                    ? text.getValue().lines().toList()
                    : List.of();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).replace("\"", "");
                String number =
                        line.startsWith(start) ? line.substring(start.length()).split(" ")[0] : "";
                if (!number.isEmpty() && Double.parseDouble(number) == limit.value()) {
                    return new Place(text.getKey(), i + 1, number);
                }
            }
        }
        return new Place("groups.csv", 1, Quantities.plain(limit.value()));
    }

    private void add(Subject subject, Limit limit) {
        Limit before = limits.computeIfAbsent(subject, any -> new LinkedHashMap<>())
                .putIfAbsent(limit.place() + ":" + limit.column(), limit);
        if (before != null) {
            before.rules().addAll(limit.rules());
        }
    }

    /** All comparisons with one number. */
    static Map<Double, List<Limit>> byValue(List<Limit> limits) {
        Map<Double, List<Limit>> byValue = new TreeMap<>();
        limits.forEach(limit ->
                byValue.computeIfAbsent(limit.value(), any -> new ArrayList<>()).add(limit));
        return byValue;
    }
}
