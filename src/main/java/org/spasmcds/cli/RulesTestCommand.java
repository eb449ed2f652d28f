package org.spasmcds.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.spasmcds.Problem;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.Verdict;
import org.spasmcds.authoring.testing.FolderEdits;
import org.spasmcds.authoring.testing.JUnitXml;
import org.spasmcds.authoring.testing.TestReport;
import org.spasmcds.authoring.testing.TestRun;
import org.spasmcds.authoring.testing.TestText;
import org.spasmcds.authoring.testing.WatchLoop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the cases beside the rules. */
@Command(
        name = "test",
        description =
                "Runs the cases beside the rules, and says of a case that fails which fact failed which condition.",
        mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
    @Mixin
    private ConditionIds ids;

    @Mixin
    private RuleFolderOptions rules;

    @Option(names = "--format", description = "text or json (default: ${DEFAULT-VALUE}).", defaultValue = "text")
    private Json.Format format;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the verdicts as JUnit XML too.")
    private Path junit;

    @Option(names = "--full", description = "Print every reason of a failing case, not only the first lines.")
    private boolean full;

    @Option(
            names = "--watch",
            description = "Go on, and after every edit of the folder rerun the cases that it can change.")
    private boolean watch;

    @Spec
    private CommandSpec command;

    /** What a reader of the JSON gets. */
    record Document(int passed, int failed, double seconds, List<Problem> problems, List<Case> cases) {
        record Case(
                String file,
                int line,
                @JsonProperty("case") String name,
                boolean passed,
                List<String> failures,
                List<String> because) {}

        static Document of(TestReport report) {
            return new Document(
                    report.passed(),
                    report.failed(),
                    report.seconds(),
                    report.problems(),
                    report.cases().stream().map(ran -> of(ran.verdict())).toList());
        }

        private static Case of(Verdict verdict) {
            return new Case(
                    verdict.scenario().file(),
                    verdict.scenario().line(),
                    verdict.scenario().name(),
                    verdict.passed(),
                    verdict.failures(),
                    verdict.because());
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Set<String> named = ids.among(ScenarioReader.ids(rules.path()));
        Predicate<String> wanted = file -> named.isEmpty() || named.contains(ScenarioReader.id(file));
        if (watch) {
            return watch(wanted, out);
        }
        TestReport report = TestRun.of(
                rules.ruleset(),
                rules.path(),
                wanted,
                new ProgressBar(command.commandLine().getErr()));
        if (format == Json.Format.json) {
            Json.print(out, Document.of(report));
        } else {
            TestText.print(report, full, out);
        }
        out.flush();
        if (junit != null) {
            JUnitXml.write(report, junit);
        }
        return report.isGood() ? 0 : Failures.REFUSED;
    }

    private int watch(Predicate<String> wanted, PrintWriter out) {
        if (rules.isBundled() || format == Json.Format.json || junit != null) {
            throw new ParameterException(
                    command.commandLine(),
                    rules.isBundled()
                            ? "--watch needs a folder that can be edited; give it with --rules or --add"
                            : "--watch prints text; --format json and --junit cannot go with it");
        }
        // Edits of the first run are not to be missed, so the folder is watched before it is read.
        try (FolderEdits edits = new FolderEdits(rules.path())) {
            new WatchLoop(rules.path(), rules.isOnTopOfBundled(), wanted, full, out, Clock.systemUTC()).run(edits);
        }
        return 0;
    }
}
