package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.mutation.MutationReport;
import org.spasmcds.authoring.mutation.MutationRun;
import org.spasmcds.authoring.mutation.MutationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes every number and condition a little and reports which changes no case notices. */
@Command(
        name = "mutate",
        description = {
            "Changes every number and condition a little and reports which changes no case notices.",
            "The exit code is 1 when the cases notice fewer than --minimum percent of the changes."
        },
        mixinStandardHelpOptions = true)
final class RulesMutateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Conditions whose rules to change, and groups.csv for the limits of groups (default: all).")
    private List<String> ids = List.of();

    @Mixin
    private RuleFolderOptions rules;

    @Option(
            names = "--names",
            description = "Also leave out each of several names in a list; not counted in the score.")
    private boolean names;

    @Option(
            names = "--minimum",
            paramLabel = "PERCENT",
            defaultValue = "95",
            description = "How many of 100 changes the cases must notice (default: ${DEFAULT-VALUE}).")
    private double minimum;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Json.Format format = Json.Format.text;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Ruleset ruleset = rules.ruleset();
        Set<String> known = new LinkedHashSet<>(Set.of("groups.csv"));
        ruleset.rules().forEach(rule -> known.add(rule.condition()));
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new ParameterException(
                        command.commandLine(),
                        "\"" + id + "\" is no condition of these rules; allowed: the name of a"
                                + " rule file without .drl, or groups.csv");
            }
        }
        PrintWriter out = command.commandLine().getOut();
        MutationReport report = MutationRun.of(
                ruleset,
                rules.path(),
                new LinkedHashSet<>(ids),
                names,
                new ProgressBar(command.commandLine().getErr()));
        if (format == Json.Format.json) {
            Json.print(out, report);
        } else {
            MutationText.print(report, out);
        }
        out.flush();
        return report.total().percent() < minimum ? Failures.REFUSED : 0;
    }
}
