package org.spasmcds.authoring.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Progress;
import org.spasmcds.authoring.RuleFolder;
import org.spasmcds.authoring.RuleHeader;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * What the catalog tells of.
 *
 * @param files the texts of rule and vocabulary files
 * @param thresholds the numbers of rules, then those of groups
 * @param uses the facts that rules read, by their id
 * @param scores how many changes of a rule its cases noticed, by its condition
 */
record Contents(
        Ruleset ruleset,
        Map<String, String> files,
        List<Chapter> chapters,
        List<Threshold> thresholds,
        Map<String, FactUse> uses,
        Map<String, Score> scores) {
    private static final String CASES = ".scenarios.yaml";

    /** Reads the texts and runs the cases of a rule set that was loaded from a folder, or from the bundled rules with one on top. */
    static Contents of(Ruleset ruleset, Path folder, Map<String, Score> scores, Progress progress) {
        Map<String, String> files = new TreeMap<>(RuleFiles.read(folder));
        List<Scenario> scenarios = new ArrayList<>(ScenarioReader.read(folder));
        if (ruleset.rules().stream().anyMatch(rule -> !files.containsKey(rule.file()))) {
            RuleFiles.read(RuleFolder.bundled())
                    .forEach((file, text) -> files.putIfAbsent(file.endsWith(".csv") ? "bundled/" + file : file, text));
            scenarios.addAll(ScenarioReader.read(RuleFolder.bundled()));
        }
        return of(ruleset, files, scenarios, scores, progress);
    }

    /** With texts and cases that were read already. */
    static Contents of(
            Ruleset ruleset,
            Map<String, String> files,
            List<Scenario> scenarios,
            Map<String, Score> scores,
            Progress progress) {
        List<Entry> entries = entries(ruleset, files, scenarios, progress);
        Vocabulary vocabulary = ruleset.vocabulary();
        Thresholds thresholds = new Thresholds(vocabulary);
        List<Threshold> numbers = new ArrayList<>();
        entries.forEach(entry -> numbers.addAll(thresholds.of(entry)));
        numbers.addAll(thresholds.ofGroups(files));
        return new Contents(
                ruleset,
                files,
                chapters(entries),
                List.copyOf(numbers),
                FactUse.of(entries, vocabulary),
                Map.copyOf(scores));
    }

    private static List<Entry> entries(
            Ruleset ruleset, Map<String, String> files, List<Scenario> scenarios, Progress progress) {
        Map<String, List<Rule>> byFile = new TreeMap<>();
        ruleset.rules()
                .forEach(rule -> byFile.computeIfAbsent(rule.file(), any -> new ArrayList<>())
                        .add(rule));
        Map<String, List<Scenario>> cases = scenarios.stream().collect(Collectors.groupingBy(Scenario::file));
        AtomicInteger done = new AtomicInteger();
        return byFile.entrySet().parallelStream()
                .map(file -> {
                    List<Scenario> beside = cases.getOrDefault(file.getKey().replaceAll("\\.drl$", CASES), List.of());
                    String text = files.getOrDefault(file.getKey(), "");
                    Entry entry = entry(ruleset, file.getKey(), text, file.getValue(), beside);
                    progress.reached(done.addAndGet(beside.size()), scenarios.size());
                    return entry;
                })
                .toList();
    }

    private static Entry entry(Ruleset ruleset, String file, String text, List<Rule> inFile, List<Scenario> scenarios) {
        List<Rule> rules = new ArrayList<>(inFile);
        rules.sort(Comparator.comparing((Rule rule) -> !rule.id().equals(rule.condition()))
                .thenComparing(Rule::line));
        return new Entry(
                rules.get(0).condition(),
                file,
                text,
                RuleHeader.of(text),
                List.copyOf(rules),
                Cases.of(ruleset, rules, scenarios));
    }

    private static List<Chapter> chapters(List<Entry> entries) {
        Map<String, List<Entry>> byFolder = new LinkedHashMap<>();
        entries.forEach(entry -> byFolder.computeIfAbsent(entry.folder(), any -> new ArrayList<>())
                .add(entry));
        List<Chapter> chapters = new ArrayList<>();
        byFolder.forEach((folder, inFolder) -> chapters.add(new Chapter(folder, List.copyOf(inFolder))));
        chapters.sort(Chapter.ORDER);
        return List.copyOf(chapters);
    }

    List<Entry> entries() {
        return chapters.stream().flatMap(chapter -> chapter.entries().stream()).toList();
    }

    Vocabulary vocabulary() {
        return ruleset.vocabulary();
    }
}
