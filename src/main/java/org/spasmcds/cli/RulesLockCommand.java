package org.spasmcds.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Records the version of every changed rule, if each has a version step and a line in the changelog. */
@Command(
        name = "lock",
        description =
                "Records the version of every changed rule, if each has a version step and a line in the changelog.",
        mixinStandardHelpOptions = true)
final class RulesLockCommand implements Callable<Integer> {
    @Mixin
    private RuleFolderOptions rules;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().getErr().println("not built yet");
        return Failures.USAGE;
    }
}
