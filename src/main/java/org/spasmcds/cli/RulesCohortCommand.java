package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.spasmcds.authoring.impact.SyntheticPatients;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes up patients to try rules on. */
@Command(
        name = "cohort",
        description = "Writes made-up patient documents, one a line, to try rules on.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The patients are synthetic. They resemble those of a primary care practice, with more values near the limits that the rules"
                    + " name than any practice has. They show whether an edit changes answers, never how often it would: that is no"
                    + " epidemiology. The same seed and rules give the same patients."
        })
final class RulesCohortCommand implements Callable<Integer> {
    @Parameters(paramLabel = "N", description = "How many patients.")
    private int patients;

    @Option(names = "--seed", paramLabel = "S", description = "Where chance starts (default: 1).")
    private long seed = 1;

    @Mixin
    private RuleFolderOptions rules;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        if (patients < 1) {
            throw new ParameterException(
                    command.commandLine(), "N: " + patients + " is not allowed; allowed: 1 or more");
        }
        PrintWriter out = command.commandLine().getOut();
        SyntheticPatients cohort = new SyntheticPatients(rules.ruleset(), seed);
        for (int i = 0; i < patients; i++) {
            out.print(cohort.next());
            out.print('\n');
        }
        out.flush();
        return 0;
    }
}
