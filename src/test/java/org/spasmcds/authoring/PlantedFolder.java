package org.spasmcds.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.spasmcds.Problem;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.analysis.Analysis;
import org.spasmcds.authoring.check.Checks;
import org.spasmcds.authoring.defects.DefectSuite;
import org.spasmcds.authoring.defects.Place;
import org.spasmcds.authoring.defects.Plant;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleReader;

/** A copy of the bundled rules on disk in which one defect after the other is planted, looked for, and taken out again. */
final class PlantedFolder {
    /** What a tool reports. */
    record Report(String check, Place place, String message) {
        /** The same, though a line was put in above it. */
        boolean saysTheSameAs(Report other) {
            return check.equals(other.check)
                    && place.file().equals(other.place.file())
                    && message.equals(other.message);
        }
    }

    private final Path folder;
    private final Map<String, String> originals;
    private final Ruleset bundled;

    PlantedFolder(Path rules, Path folder, Ruleset bundled) {
        this.folder = folder;
        this.originals = DefectSuite.texts(rules);
        this.bundled = bundled;
        originals.forEach((file, text) -> write(file, Optional.of(text)));
    }

    Map<String, String> originals() {
        return originals;
    }

    List<Report> with(Plant.Planted planted, Supplier<List<Report>> tool) {
        planted.changed().forEach(this::write);
        try {
            return tool.get();
        } finally {
            planted.changed().keySet().forEach(file -> write(file, Optional.ofNullable(originals.get(file))));
        }
    }

    List<Report> check() {
        return Checks.run(RuleFolder.read(folder)).stream()
                .map(found -> new Report(found.check(), new Place(found.file(), found.line()), found.message()))
                .toList();
    }

    /** What all rules show together. */
    List<Report> analyze() {
        Ruleset ruleset = Ruleset.of(folder);
        return analyze(ruleset, ruleset.rules().stream().map(Rule::condition).collect(Collectors.toSet()));
    }

    /** What the rules of one file show beside all others. */
    List<Report> analyze(String file) {
        return analyze(Ruleset.of(folder), Set.of(condition(file)));
    }

    private List<Report> analyze(Ruleset ruleset, Set<String> conditions) {
        return Analysis.of(
                        new Analysis.Request(ruleset, RuleFolder.read(folder).files(), folder, conditions, false),
                        Progress.SILENT)
                .findings()
                .stream()
                .map(found -> new Report(found.check(), new Place(found.file(), found.line()), found.message()))
                .toList();
    }

    /** The cases beside a rule file that fail. Only the rules of that file differ, so a variant of the bundled rules is asked. */
    List<Report> test(String file) {
        Ruleset variant = bundled.changed(changes(file));
        ScenarioRunner runner = new ScenarioRunner(variant);
        return ScenarioReader.read(folder.resolve(file).getParent(), new ArrayList<>()).stream()
                .filter(each -> each.condition().equals(condition(file)))
                .map(runner::run)
                .filter(verdict -> !verdict.passed())
                .map(verdict -> new Report(
                        "case",
                        new Place(
                                file.replace(".drl", ".scenarios.yaml"),
                                verdict.scenario().line()),
                        verdict.scenario().name()))
                .toList();
    }

    private Map<String, Optional<Rule>> changes(String file) {
        List<Rule> others = bundled.rules().stream()
                .filter(rule -> !rule.file().equals(file))
                .toList();
        List<Problem> problems = new ArrayList<>();
        Map<String, Optional<Rule>> changes = new LinkedHashMap<>();
        bundled.rules().stream()
                .filter(rule -> rule.file().equals(file))
                .forEach(rule -> changes.put(rule.id(), Optional.empty()));
        try {
            RuleReader.read(
                            Map.of(file, Files.readString(folder.resolve(file))),
                            bundled.vocabulary(),
                            others,
                            problems)
                    .stream()
                    .filter(rule -> rule.file().equals(file))
                    .forEach(rule -> changes.put(rule.id(), Optional.of(rule)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the planted file does not load: " + problems);
        }
        return changes;
    }

    private static String condition(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replace(".drl", "");
    }

    private void write(String file, Optional<String> text) {
        Path path = folder.resolve(file);
        try {
            if (text.isPresent()) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text.get());
            } else {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
