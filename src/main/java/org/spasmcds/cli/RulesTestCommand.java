package org.spasmcds.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.spasmcds.Problem;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.Verdict;
import org.spasmcds.authoring.testing.JUnitXml;
import org.spasmcds.authoring.testing.TestReport;
import org.spasmcds.authoring.testing.TestRun;
import org.spasmcds.authoring.testing.TestText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
        Set<String> wanted = ids.among(ScenarioReader.ids(rules.path()));
        TestReport report = TestRun.of(
                rules.ruleset(),
                rules.path(),
                file -> wanted.isEmpty() || wanted.contains(ScenarioReader.id(file)),
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
}
