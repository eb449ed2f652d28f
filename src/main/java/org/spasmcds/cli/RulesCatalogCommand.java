package org.spasmcds.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the rules as a site of HTML pages for clinicians. */
@Command(
        name = "catalog",
        description = "Writes the rules as a site of HTML pages for clinicians.",
        mixinStandardHelpOptions = true)
final class RulesCatalogCommand implements Callable<Integer> {
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
