package org.spasmcds.authoring.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.Progress;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;

/** A rule folder with the vocabulary of the bundled rules and a few rules of its own. */
final class SmallFolder {
    private final Path folder;

    SmallFolder(Path folder) {
        this.folder = folder;
        try (Stream<Path> files = Files.list(TestRules.FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".csv"))
                    .filter(path -> !path.endsWith("accepted.csv"))
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a rule to the file of its condition. */
    SmallFolder rule(String id, String level, String when, String... metadata) {
        String condition = id.split("\\.")[0];
        Path file = folder.resolve(condition + ".drl");
        String head = Files.exists(file) ? "" : "package rules\nimport org.spasmcds.fact.*\n";
        String[] extended = id.split(" extends ");
        String name = "rule \"" + extended[0] + "\"" + (extended.length > 1 ? " extends \"" + extended[1] + "\"" : "");
        String text = head + name + "\n    @cause(\"none\")\n    @level(\"" + level + "\")\n"
                + "    @certainty(\"LIKELY\")\n    @says(\"Something.\")\n    @source(\"CLIN-CONS\")\n"
                + String.join("\n", metadata) + "\nwhen\n    " + when + "\nthen\nend\n";
        return write(file.getFileName().toString(), text);
    }

    SmallFolder write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return folder;
    }

    Ruleset ruleset() {
        return Ruleset.of(folder);
    }

    Analysis analysis() {
        Ruleset ruleset = ruleset();
        Set<String> conditions = new LinkedHashSet<>();
        ruleset.rules().stream().map(Rule::condition).forEach(conditions::add);
        return Analysis.of(
                new Analysis.Request(ruleset, RuleFiles.read(folder), folder, conditions, true), Progress.SILENT);
    }

    /** The subjects of the findings, or with notes of the notes, of one kind. */
    List<String> found(Defect defect) {
        return subjects(analysis().findings(), defect);
    }

    static List<String> subjects(List<AnalysisFinding> findings, Defect defect) {
        return findings.stream()
                .filter(finding -> finding.check().equals(defect.label()))
                .map(AnalysisFinding::subject)
                .toList();
    }
}
