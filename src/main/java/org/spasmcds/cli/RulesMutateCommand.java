package org.spasmcds.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Changes every number and condition a little and reports which changes no case notices. */
@Command(
        name = "mutate",
        description = "Changes every number and condition a little and reports which changes no case notices.",
        mixinStandardHelpOptions = true)
final class RulesMutateCommand implements Callable<Integer> {
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
