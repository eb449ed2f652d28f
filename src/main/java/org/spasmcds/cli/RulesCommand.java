package org.spasmcds.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Coverage;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.authoring.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands for those who write rules. */
@Command(
        name = "rules",
        description = "Works on a rule folder.",
        mixinStandardHelpOptions = true,
        subcommands = {RulesCommand.Test.class, RulesCommand.Cover.class})
final class RulesCommand {
    /** Runs the cases beside the rules. */
    @Command(name = "test", description = "Runs the cases beside the rules.", mixinStandardHelpOptions = true)
    static final class Test implements Callable<Integer> {
        @Parameters(paramLabel = "ID", arity = "0..*", description = "Conditions whose cases to run (default: all).")
        private List<String> ids = List.of();

        @Option(names = "--rules", paramLabel = "DIR", description = "The rule folder (default: rules).")
        private Path folder = Path.of("rules");

        @Option(
                names = "--add",
                paramLabel = "DIR",
                description = "A folder on top of the bundled rules, in place of --rules.")
        private Path add;

        @Spec
        private CommandSpec command;

        @Override
        public Integer call() {
            PrintWriter out = command.commandLine().getOut();
            Ruleset ruleset = add == null ? Ruleset.of(folder) : Ruleset.bundledWith(add, java.util.Set.of());
            ScenarioRunner runner = new ScenarioRunner(ruleset);
            int passed = 0;
            int failed = 0;
            for (Scenario scenario : ScenarioReader.read(add == null ? folder : add)) {
                if (!ids.isEmpty()
                        && ids.stream()
                                .noneMatch(id -> scenario.file().contains("/" + id + ".")
                                        || scenario.file().startsWith(id + "."))) {
                    continue;
                }
                Verdict verdict = runner.run(scenario);
                if (verdict.passed()) {
                    passed++;
                } else {
                    failed++;
                    out.println(scenario.file() + ": " + scenario.name());
                    verdict.failures().forEach(failure -> out.println("    " + failure));
                }
            }
            out.println(passed + " passed, " + failed + " failed");
            out.flush();
            return failed == 0 ? 0 : Failures.REFUSED;
        }
    }

    /** Counts what the cases exercise. */
    @Command(
            name = "coverage",
            description = "Shows which rules fire in their cases and which numbers have a case on both sides.",
            mixinStandardHelpOptions = true)
    static final class Cover implements Callable<Integer> {
        @Option(names = "--rules", paramLabel = "DIR", description = "The rule folder (default: rules).")
        private Path folder = Path.of("rules");

        @Spec
        private CommandSpec command;

        @Override
        public Integer call() {
            Coverage coverage = Coverage.of(Ruleset.of(folder), folder);
            coverage.print(command.commandLine().getOut());
            command.commandLine().getOut().flush();
            return coverage.silent().isEmpty() && coverage.oneSided().isEmpty() ? 0 : Failures.REFUSED;
        }
    }
}
