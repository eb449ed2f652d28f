package org.spasmcds.authoring;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Ruleset;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Result;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Member;

/** What the cases beside the rules exercise: which rules fire, and which numbers have a case on both sides. */
public final class Coverage {
    /** A number in a rule or a group, by where it stands. */
    private record Threshold(String place, String text) {}

    /** What was seen of a number. */
    private static final class Sides {
        boolean holds;
        boolean fails;

        boolean both() {
            return holds && fails;
        }
    }

    /**
     * The counts of one folder.
     *
     * @param conditions rule files
     * @param rules rules with clauses and escalations
     */
    public record Row(String folder, int conditions, int rules, int silent, int cases, int thresholds, int bothSides) {}

    private final Map<String, List<Rule>> byFile = new LinkedHashMap<>();
    private final Map<String, Integer> cases = new LinkedHashMap<>();
    private final Map<Threshold, Sides> thresholds = new LinkedHashMap<>();
    private final Set<String> fired = new LinkedHashSet<>();

    private Coverage() {}

    /** Runs all cases of a folder. */
    public static Coverage of(Ruleset ruleset, Path folder) {
        Coverage coverage = new Coverage();
        for (Rule rule : ruleset.rules()) {
            coverage.byFile
                    .computeIfAbsent(rule.file(), any -> new ArrayList<>())
                    .add(rule);
            rule.conditions().forEach(condition -> coverage.declare(rule.file(), condition));
        }
        ruleset.vocabulary()
                .groups()
                .forEach((group, members) -> members.forEach(member -> coverage.declare(group, member)));
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        for (Scenario scenario : ScenarioReader.read(folder)) {
            coverage.cases.merge(scenario.file(), 1, Integer::sum);
            FactSheet sheet = ruleset.facts(runner.patient(scenario), ScenarioRunner.EVALUATION);
            coverage.see(scenario, sheet, ruleset);
        }
        return coverage;
    }

    private void declare(String file, Condition condition) {
        for (Condition.Pattern pattern : patterns(condition)) {
            for (Condition.Test test : pattern.tests()) {
                if (test instanceof Condition.Test.Number number) {
                    thresholds.putIfAbsent(threshold(file, number), new Sides());
                }
            }
        }
    }

    private static Threshold threshold(String file, Condition.Test.Number number) {
        return new Threshold(
                file + ":" + number.line() + ":" + number.column(),
                number.property() + " " + number.operator() + " " + number.value());
    }

    private void declare(String group, Member member) {
        if (member instanceof Member.Limit limit) {
            thresholds.putIfAbsent(threshold(group, limit), new Sides());
        }
    }

    private static Threshold threshold(String group, Member.Limit limit) {
        return new Threshold("groups.csv:" + group, limit.test() + " " + limit.operator() + " " + limit.value());
    }

    private void see(Scenario scenario, FactSheet sheet, Ruleset ruleset) {
        String file = scenario.file().replace(".scenarios.yaml", ".drl");
        Interpreter interpreter = new Interpreter(sheet.facts());
        for (Rule rule : byFile.getOrDefault(file, List.of())) {
            if (interpreter.fires(rule)) {
                fired.add(rule.id());
            }
            for (Condition condition : rule.conditions()) {
                patterns(condition).forEach(pattern -> see(file, pattern, sheet.facts()));
            }
        }
        ruleset.vocabulary().groups().forEach((group, members) -> {
            for (Member member : members) {
                if (member instanceof Member.Limit limit) {
                    see(group, limit, sheet.facts());
                }
            }
        });
    }

    private void see(String file, Condition.Pattern pattern, List<Object> facts) {
        for (Object fact : facts) {
            if (!pattern.type().factClass().isInstance(fact) || !isAbout(pattern, fact)) {
                continue;
            }
            for (Condition.Test test : pattern.tests()) {
                if (test instanceof Condition.Test.Number number) {
                    FactType.Property property = pattern.type().properties().get(number.property());
                    double value = ((FactType.Property.Number) property).read().applyAsDouble(fact);
                    note(threshold(file, number), value, number.holds(value));
                }
            }
        }
    }

    private static boolean isAbout(Condition.Pattern pattern, Object fact) {
        FactType type = pattern.type();
        return type.key().isEmpty()
                || pattern.names()
                        .contains(((FactType.Property.Text) type.properties().get(type.key()))
                                .read()
                                .apply(fact));
    }

    private void see(String group, Member.Limit limit, List<Object> facts) {
        for (Object fact : facts) {
            if (fact instanceof Result result && result.getTest().equals(limit.test())) {
                note(threshold(group, limit), result.getValue(), limit.holds(result.getValue()));
            }
        }
    }

    private void note(Threshold threshold, double value, boolean holds) {
        if (!Double.isNaN(value)) {
            Sides sides = thresholds.get(threshold);
            sides.holds |= holds;
            sides.fails |= !holds;
        }
    }

    private static List<Condition.Pattern> patterns(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return List.of(pattern);
        }
        if (condition instanceof Condition.Not not) {
            return patterns(not.part());
        }
        List<Condition> parts =
                condition instanceof Condition.And and ? and.parts() : ((Condition.Or) condition).parts();
        return parts.stream().flatMap(part -> patterns(part).stream()).toList();
    }

    /** One row a folder, the groups last. */
    public List<Row> rows() {
        Map<String, List<String>> folders = new LinkedHashMap<>();
        byFile.keySet().stream()
                .sorted()
                .forEach(file -> folders.computeIfAbsent(folder(file), any -> new ArrayList<>())
                        .add(file));
        cases.keySet().forEach(file -> folders.computeIfAbsent(folder(file), any -> new ArrayList<>()));
        List<Row> rows = new ArrayList<>();
        folders.forEach((folder, files) -> rows.add(row(folder, files)));
        List<Sides> groups = sides("groups.csv:");
        rows.add(new Row("groups.csv", 0, 0, 0, 0, groups.size(), (int)
                groups.stream().filter(Sides::both).count()));
        return rows;
    }

    private Row row(String folder, List<String> files) {
        List<Rule> rules =
                files.stream().flatMap(file -> byFile.get(file).stream()).toList();
        int count = cases.entrySet().stream()
                .filter(entry -> folder(entry.getKey()).equals(folder))
                .mapToInt(Map.Entry::getValue)
                .sum();
        List<Sides> sides =
                files.stream().flatMap(file -> sides(file + ":").stream()).toList();
        return new Row(
                folder,
                files.size(),
                rules.size(),
                (int) rules.stream().filter(rule -> !fired.contains(rule.id())).count(),
                count,
                sides.size(),
                (int) sides.stream().filter(Sides::both).count());
    }

    private List<Sides> sides(String prefix) {
        return thresholds.entrySet().stream()
                .filter(entry -> entry.getKey().place().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String folder(String file) {
        return file.contains("/") ? file.substring(0, file.indexOf('/')) : "(top)";
    }

    /** Numbers that have no case on one of their sides. */
    public List<String> oneSided() {
        return thresholds.entrySet().stream()
                .filter(entry -> !entry.getValue().both())
                .map(entry -> entry.getKey().place() + ": " + entry.getKey().text() + " has no case where it "
                        + (entry.getValue().holds ? "fails" : "holds"))
                .sorted()
                .toList();
    }

    /** Rules that fire in none of the cases beside them. */
    public List<String> silent() {
        return byFile.values().stream()
                .flatMap(List::stream)
                .filter(rule -> !fired.contains(rule.id()))
                .sorted(Comparator.comparing(Rule::file).thenComparing(Rule::line))
                .map(rule -> rule.file() + ":" + rule.line() + ": " + rule.id() + " fires in no case")
                .toList();
    }

    public void print(PrintWriter out) {
        out.println("| folder | conditions | rules | cases | numbers | with a case on both sides |");
        out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        Row sum = new Row("all", 0, 0, 0, 0, 0, 0);
        for (Row row : rows()) {
            line(out, row);
            sum = new Row(
                    "all",
                    sum.conditions() + row.conditions(),
                    sum.rules() + row.rules(),
                    sum.silent() + row.silent(),
                    sum.cases() + row.cases(),
                    sum.thresholds() + row.thresholds(),
                    sum.bothSides() + row.bothSides());
        }
        line(out, sum);
        silent().forEach(out::println);
        oneSided().forEach(out::println);
    }

    private static void line(PrintWriter out, Row row) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d |",
                row.folder(),
                row.conditions(),
                row.rules(),
                row.cases(),
                row.thresholds(),
                row.bothSides()));
    }
}
