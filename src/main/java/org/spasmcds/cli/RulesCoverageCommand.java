package org.spasmcds.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.coverage.Coverage;
import org.spasmcds.authoring.coverage.CoveragePage;
import org.spasmcds.authoring.coverage.CoverageText;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts what the cases exercise. */
@Command(
        name = "coverage",
        description =
                "Shows which rules fire in their cases, which patterns hold and which numbers have a case on both sides.",
        mixinStandardHelpOptions = true)
final class RulesCoverageCommand implements Callable<Integer> {
    @Mixin
    private ConditionIds ids;

    @Mixin
    private RuleFolderOptions rules;

    @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE}).", defaultValue = "text")
    private Json.Format format;

    @Option(names = "--full", description = "List also the patterns that no case knows to be untrue.")
    private boolean full;

    @Option(
            names = "--html",
            paramLabel = "PATH",
            description =
                    "Write the rule files colored by their cases, to this file or to coverage.html in this folder.")
    private Path html;

    @Spec
    private CommandSpec command;

    /** What a reader of the JSON gets. */
    record Document(
            List<Coverage.Row> folders,
            List<Coverage.Uncovered> uncovered,
            List<Coverage.Uncovered> neverKnownUntrue,
            Coverage coverage) {}

    @Override
    public Integer call() {
        Ruleset ruleset = rules.ruleset();
        Set<String> conditions = ids.among(
                ruleset.rules().stream().map(Rule::condition).distinct().toList());
        Coverage coverage = Coverage.of(ruleset, rules.path(), conditions);
        PrintWriter out = command.commandLine().getOut();
        if (format == Json.Format.json) {
            Json.print(out, new Document(coverage.rows(), coverage.uncovered(), coverage.neverKnownUntrue(), coverage));
        } else {
            CoverageText.print(coverage, full, out);
        }
        if (html != null) {
            write(coverage);
        }
        out.flush();
        return coverage.uncovered().isEmpty() && coverage.problems().isEmpty() ? 0 : Failures.REFUSED;
    }

    private void write(Coverage coverage) {
        boolean isFile = html.toString().endsWith(".html");
        Path file = isFile ? html : html.resolve("coverage.html");
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(
                    file,
                    CoveragePage.html(
                            rules.isBundled()
                                    ? "the bundled rules"
                                    : rules.path().toString(),
                            coverage,
                            RuleFiles.read(rules.path())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        command.commandLine().getErr().println("wrote " + file);
    }
}
