package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.analysis.Analysis;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at all rules together: conflicts, duplicates, gaps and rules that cannot fire, each with a patient as witness. */
@Command(
        name = "analyze",
        description =
                "Looks at all rules together: conflicts, duplicates, gaps and rules that cannot fire, each with a patient as witness.",
        mixinStandardHelpOptions = true)
final class RulesAnalyzeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Conditions to look at, among all others (default: all, or those of the folder with --add).")
    private List<String> ids = List.of();

    @Mixin
    private RuleFolderOptions rules;

    @Option(
            names = "--all",
            description =
                    "Also list what is mostly meant: rules of one condition that fire together at different levels, values that"
                            + " count only with other facts.")
    private boolean all;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Json.Format format = Json.Format.text;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Ruleset ruleset = rules.ruleset();
        Map<String, String> texts = RuleFiles.read(rules.path());
        Set<String> conditions = conditions(ruleset, texts.keySet());
        Analysis analysis = Analysis.of(
                new Analysis.Request(ruleset, texts, rules.path(), conditions, all),
                new ProgressBar(command.commandLine().getErr()));
        PrintWriter out = command.commandLine().getOut();
        if (format == Json.Format.json) {
            Json.print(out, analysis);
        } else {
            new AnalysisText(out).print(analysis);
        }
        out.flush();
        return analysis.findings().isEmpty() && analysis.outdated().isEmpty() ? 0 : Failures.REFUSED;
    }

    private Set<String> conditions(Ruleset ruleset, Set<String> files) {
        Set<String> known = new LinkedHashSet<>();
        Set<String> own = new LinkedHashSet<>();
        for (Rule rule : ruleset.rules()) {
            known.add(rule.condition());
            if (files.contains(rule.file())) {
                own.add(rule.condition());
            }
        }
        for (String id : ids) {
            if (!known.contains(id)) {
                throw new ParameterException(
                        command.commandLine(), "\"" + id + "\" is not the id of a condition of this rule set");
            }
        }
        return ids.isEmpty() ? own : Set.copyOf(ids);
    }
}
