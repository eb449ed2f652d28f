package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.authoring.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the cases beside the rules. */
@Command(name = "test", description = "Runs the cases beside the rules.", mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "0..*", description = "Conditions whose cases to run (default: all).")
    private List<String> ids = List.of();

    @Mixin
    private RuleFolderOptions rules;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Ruleset ruleset = rules.ruleset();
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        int passed = 0;
        int failed = 0;
        for (Scenario scenario : ScenarioReader.read(rules.path())) {
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
                out.println(scenario.file() + ":" + scenario.line() + ": " + scenario.name());
                verdict.failures().forEach(failure -> out.println("    " + failure));
            }
        }
        out.println(passed + " passed, " + failed + " failed");
        out.flush();
        return failed == 0 ? 0 : Failures.REFUSED;
    }
}
