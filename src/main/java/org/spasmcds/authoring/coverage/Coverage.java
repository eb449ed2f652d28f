package org.spasmcds.authoring.coverage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Problem;
import org.spasmcds.Ruleset;

/**
 * What the cases beside the rules exercise: which rules fire, which patterns hold, which numbers have a case on both sides.
 *
 * @param files one a rule file, in the order of their paths
 * @param groups the limits of {@code groups.csv}, over all cases
 * @param cases how many cases stand in each folder
 * @param problems cases that could not be read, which count for nothing
 */
public record Coverage(
        List<FileCoverage> files, List<NumberCoverage> groups, Map<String, Integer> cases, List<Problem> problems) {
    static final String GROUPS = "groups.csv";

    /** Something that no case, or every case, has. */
    public record Uncovered(String kind, String file, int line, int column, String text) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column + ": " + text;
        }
    }

    /** The counts of one folder. */
    public record Row(
            String folder,
            int conditions,
            int rules,
            int cases,
            int numbers,
            int numbersOnBothSides,
            int patterns,
            int patternsBothWays) {
        Row plus(Row other) {
            return new Row(
                    folder,
                    conditions + other.conditions,
                    rules + other.rules,
                    cases + other.cases,
                    numbers + other.numbers,
                    numbersOnBothSides + other.numbersOnBothSides,
                    patterns + other.patterns,
                    patternsBothWays + other.patternsBothWays);
        }
    }

    /** Runs all cases of a folder. */
    public static Coverage of(Ruleset ruleset, Path folder) {
        return new CoverageRun(ruleset, folder, Set.of()).coverage();
    }

    /**
     * Runs the cases beside some conditions.
     *
     * @param conditions their ids; empty for all cases of the folder
     */
    public static Coverage of(Ruleset ruleset, Path folder, Set<String> conditions) {
        return new CoverageRun(ruleset, folder, conditions).coverage();
    }

    /** One row a folder, the groups last. */
    public List<Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        files.forEach(file -> rows.merge(file.folder(), row(file), Row::plus));
        cases.forEach((folder, count) -> rows.merge(folder, new Row(folder, 0, 0, count, 0, 0, 0, 0), Row::plus));
        List<Row> all = new ArrayList<>(rows.values());
        if (!groups.isEmpty()) {
            all.add(new Row(GROUPS, 0, 0, 0, groups.size(), bothSides(groups), 0, 0));
        }
        return all;
    }

    private static Row row(FileCoverage file) {
        List<PatternCoverage> patterns = file.patterns();
        int bothWays =
                (int) patterns.stream().filter(each -> each.cases().bothWays()).count();
        return new Row(
                file.folder(),
                1,
                file.rules().size(),
                0,
                file.numbers().size(),
                bothSides(file.numbers()),
                patterns.size(),
                bothWays);
    }

    private static int bothSides(List<NumberCoverage> numbers) {
        return (int) numbers.stream().filter(each -> each.cases().bothWays()).count();
    }

    /** The sum over all folders. */
    public Row sum() {
        return rows().stream().reduce(new Row("all", 0, 0, 0, 0, 0, 0, 0), Row::plus);
    }

    /** Rules, patterns and numbers that are not covered both ways, in the order in which they stand. */
    public List<Uncovered> uncovered() {
        List<Uncovered> uncovered = new ArrayList<>();
        for (FileCoverage file : files) {
            for (RuleCoverage rule : file.rules()) {
                add(uncovered, "rule", file.file(), rule.line(), 1, rule.cases(), rule.id(), "fires");
                for (PatternCoverage pattern : rule.patterns()) {
                    String words = "\"" + pattern.words() + "\"";
                    add(
                            uncovered,
                            "pattern",
                            file.file(),
                            pattern.line(),
                            pattern.column(),
                            pattern.cases(),
                            words,
                            "holds");
                }
                rule.numbers().forEach(number -> addNumber(uncovered, file.file(), number));
            }
        }
        groups.forEach(number -> addNumber(uncovered, GROUPS, number));
        uncovered.sort(Comparator.comparing(Uncovered::file)
                .thenComparing(Uncovered::line)
                .thenComparing(Uncovered::column));
        return uncovered;
    }

    private static void addNumber(List<Uncovered> uncovered, String file, NumberCoverage number) {
        if (!number.cases().bothWays()) {
            String side = number.cases().held().isEmpty() ? "holds" : "fails";
            uncovered.add(new Uncovered(
                    "number", file, number.line(), number.column(), number.text() + " has no case where it " + side));
        }
    }

    private static void add(
            List<Uncovered> uncovered,
            String kind,
            String file,
            int line,
            int column,
            Seen cases,
            String what,
            String verb) {
        if (!cases.bothWays()) {
            String how = cases.held().isEmpty() ? " in no case" : " in every case";
            uncovered.add(new Uncovered(kind, file, line, column, what + " " + verb + how));
        }
    }

    /** Patterns that are covered both ways only by cases that do not decide them. */
    public List<Uncovered> neverKnownUntrue() {
        List<Uncovered> never = new ArrayList<>();
        for (FileCoverage file : files) {
            for (PatternCoverage pattern : file.patterns()) {
                if (pattern.cases().neverKnownUntrue()) {
                    String text = "\"" + pattern.words() + "\" is known untrue in no case, only unknown";
                    never.add(new Uncovered("pattern", file.file(), pattern.line(), pattern.column(), text));
                }
            }
        }
        return never;
    }
}
