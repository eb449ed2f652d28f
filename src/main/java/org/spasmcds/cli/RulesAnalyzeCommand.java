package org.spasmcds.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at all rules together: conflicts, duplicates, gaps and rules that cannot fire, each with a patient as witness. */
@Command(
        name = "analyze",
        description =
                "Looks at all rules together: conflicts, duplicates, gaps and rules that cannot fire, each with a patient as witness.",
        mixinStandardHelpOptions = true)
final class RulesAnalyzeCommand implements Callable<Integer> {
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
