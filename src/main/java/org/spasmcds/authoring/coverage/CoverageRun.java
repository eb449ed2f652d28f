package org.spasmcds.authoring.coverage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Problem;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;

/** Runs cases and counts what they show. */
final class CoverageRun {
    private static final Truth[] TRUTHS = Truth.values();
    private static final int CHUNK = 256;

    private final Ruleset ruleset;
    private final Path folder;
    private final Set<String> conditions;
    private final ScenarioRunner runner;
    private final Map<String, List<Tallied>> byFile = new TreeMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final GroupNumbers groups;

    /** A pattern with the cases beside it and the counts over all of them. */
    private record Asked(Condition.Pattern pattern, Tally beside, int[] everywhere) {}

    private record AskedNumber(Condition.Pattern pattern, Condition.Test.Number number, Tally beside) {}

    private record Tallied(Rule rule, Tally fired, List<Asked> patterns, List<AskedNumber> numbers) {}

    /** What one case shows: of each pattern by its ordinal, and of what stands beside it. */
    private record Shown(
            Scenario scenario,
            byte[] patterns,
            List<Object> facts,
            Interpreter interpreter,
            Optional<Problem> problem) {}

    CoverageRun(Ruleset ruleset, Path folder, Set<String> conditions) {
        this.ruleset = ruleset;
        this.folder = folder;
        this.conditions = conditions;
        runner = new ScenarioRunner(ruleset);
        Map<String, Rule> rules = new LinkedHashMap<>();
        ruleset.rules().forEach(rule -> rules.put(rule.id(), rule));
        for (Rule rule : rules.values()) {
            // A folder on top of the bundled rules has cases for its own rules only.
            if (isWanted(rule.condition()) && Files.exists(folder.resolve(rule.file()))) {
                byFile.computeIfAbsent(rule.file(), any -> new ArrayList<>()).add(tallied(rule, rules));
            }
        }
        groups = new GroupNumbers(conditions.isEmpty() ? folder : folder.resolve("none"), ruleset.vocabulary());
    }

    private boolean isWanted(String condition) {
        return conditions.isEmpty() || conditions.contains(condition);
    }

    private Tallied tallied(Rule rule, Map<String, Rule> rules) {
        int inherited =
                rule.parent().map(id -> rules.get(id).conditions().size()).orElse(0);
        List<Asked> patterns = new ArrayList<>();
        List<AskedNumber> numbers = new ArrayList<>();
        for (Condition condition :
                rule.conditions().subList(inherited, rule.conditions().size())) {
            for (Condition.Pattern pattern : Conditions.patterns(condition)) {
                patterns.add(new Asked(pattern, new Tally(), new int[TRUTHS.length]));
                pattern.tests().stream()
                        .filter(Condition.Test.Number.class::isInstance)
                        .forEach(test ->
                                numbers.add(new AskedNumber(pattern, (Condition.Test.Number) test, new Tally())));
            }
        }
        asked.addAll(patterns);
        return new Tallied(rule, new Tally(), patterns, numbers);
    }

    Coverage coverage() {
        List<Problem> problems = new ArrayList<>();
        Predicate<String> wanted =
                conditions.isEmpty() ? any -> true : file -> byFile.containsKey(ScenarioReader.ruleFile(file));
        List<Scenario> scenarios = ScenarioReader.read(folder, wanted, problems);
        Map<String, Integer> cases = new LinkedHashMap<>();
        Map<String, Integer> casesByFile = new LinkedHashMap<>();
        scenarios.forEach(scenario -> {
            cases.merge(FileCoverage.folder(scenario.file()), 1, Integer::sum);
            casesByFile.merge(ScenarioReader.ruleFile(scenario.file()), 1, Integer::sum);
        });
        // Facts are read on all processors; what they show is counted in the order of the cases, a few at a time for
        // the memory.
        for (int from = 0; from < scenarios.size(); from += CHUNK) {
            List<Scenario> chunk = scenarios.subList(from, Math.min(from + CHUNK, scenarios.size()));
            for (Shown shown : chunk.parallelStream().map(this::show).toList()) {
                shown.problem().ifPresentOrElse(problems::add, () -> count(shown));
            }
        }
        Phrase phrase = new Phrase(ruleset.vocabulary());
        List<FileCoverage> files = new ArrayList<>();
        byFile.forEach((file, rules) -> files.add(new FileCoverage(
                file,
                rules.get(0).rule().condition(),
                rules.get(0).rule().title(),
                casesByFile.getOrDefault(file, 0),
                rules.stream().map(rule -> finished(rule, phrase)).toList())));
        return new Coverage(List.copyOf(files), groups.coverage(), cases, List.copyOf(problems));
    }

    private Shown show(Scenario scenario) {
        try {
            FactSheet sheet = ruleset.facts(runner.patient(scenario), ScenarioRunner.EVALUATION);
            Interpreter interpreter = new Interpreter(sheet.facts());
            byte[] patterns = new byte[asked.size()];
            for (int i = 0; i < patterns.length; i++) {
                patterns[i] = (byte) interpreter.truth(asked.get(i).pattern()).ordinal();
            }
            return new Shown(scenario, patterns, sheet.facts(), interpreter, Optional.empty());
        } catch (InvalidPatientException e) {
            Problem problem = new Problem("scenario", scenario.file(), scenario.line(), 1, "given " + e.getMessage());
            return new Shown(scenario, new byte[0], List.of(), new Interpreter(List.of()), Optional.of(problem));
        }
    }

    private void count(Shown shown) {
        String name = shown.scenario().name();
        for (int i = 0; i < shown.patterns().length; i++) {
            asked.get(i).everywhere()[shown.patterns()[i]]++;
        }
        List<Tallied> beside =
                byFile.getOrDefault(ScenarioReader.ruleFile(shown.scenario().file()), List.of());
        for (Tallied rule : beside) {
            Interpreter interpreter = shown.interpreter();
            boolean fired = interpreter.fires(rule.rule());
            rule.fired().add(name, fired ? Truth.TRUE : interpreter.truth(rule.rule()));
            rule.patterns().forEach(each -> each.beside().add(name, interpreter.truth(each.pattern())));
            rule.numbers()
                    .forEach(each -> each.beside().add(name, Sides.of(each.pattern(), each.number(), shown.facts())));
        }
        groups.count(shown.scenario(), shown.facts());
    }

    private static RuleCoverage finished(Tallied tallied, Phrase phrase) {
        return new RuleCoverage(
                tallied.rule().id(),
                tallied.rule().line(),
                tallied.fired().seen(),
                tallied.patterns().stream()
                        .map(each -> new PatternCoverage(
                                Conditions.text(each.pattern()),
                                phrase.condition(each.pattern()),
                                each.pattern().line(),
                                each.pattern().column(),
                                each.beside().seen(),
                                counts(each.everywhere())))
                        .toList(),
                tallied.numbers().stream()
                        .map(each -> new NumberCoverage(
                                Conditions.text(each.number()),
                                each.number().line(),
                                each.number().column(),
                                each.beside().seen()))
                        .toList());
    }

    private static Counts counts(int[] byTruth) {
        return new Counts(
                byTruth[Truth.TRUE.ordinal()], byTruth[Truth.FALSE.ordinal()], byTruth[Truth.UNKNOWN.ordinal()]);
    }
}
