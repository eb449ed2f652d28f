package org.spasmcds.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares two versions of the rules over a cohort of patients. */
@Command(
        name = "impact",
        description = "Compares two versions of the rules over a cohort of patients.",
        mixinStandardHelpOptions = true)
final class RulesImpactCommand implements Callable<Integer> {
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
