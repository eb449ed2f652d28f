package org.spasmcds.cli;

import java.util.concurrent.Callable;
import org.spasmcds.authoring.Coverage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Counts what the cases exercise. */
@Command(
        name = "coverage",
        description = "Shows which rules fire in their cases and which numbers have a case on both sides.",
        mixinStandardHelpOptions = true)
final class RulesCoverageCommand implements Callable<Integer> {
    @Mixin
    private RuleFolderOptions rules;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Coverage coverage = Coverage.of(rules.ruleset(), rules.path());
        coverage.print(command.commandLine().getOut());
        command.commandLine().getOut().flush();
        return coverage.silent().isEmpty() && coverage.oneSided().isEmpty() ? 0 : Failures.REFUSED;
    }
}
