package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.spasmcds.authoring.NewRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a new rule: its file and its cases. */
@Command(name = "new", description = "Begins a new rule: its file and its cases.", mixinStandardHelpOptions = true)
final class RulesNewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The id of the condition: lower-case words joined by hyphens.")
    private String id;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where in the rule folder, for example 07-electrolyte-disorder (default: at its top).")
    private String under = "";

    @Option(
            names = "--title",
            paramLabel = "TITLE",
            description = "The condition as a reader sees it (default: the id in words).")
    private String title;

    @Mixin
    private RuleFolderOptions rules;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        rules.refuseBundled();
        NewRule begun = new NewRule(rules.folder(), id, under.replaceAll("/+$", ""), title == null ? words() : title);
        PrintWriter out = command.commandLine().getOut();
        if (begun.refusal().isPresent()) {
            command.commandLine().getErr().println(begun.refusal().get());
            return Failures.REFUSED;
        }
        begun.write();
        out.println(begun.rule() + " written.");
        out.println(begun.cases() + " written.");
        out.println();
        out.println("Fill in what is marked TODO in both files. Then:");
        String where = " " + rules.option();
        next(out, "test " + id + where, "the cases of the rule");
        next(out, "mutate " + id + where, "what no case would notice");
        next(out, "check" + where, "what is still to do or wrong");
        next(out, "lock" + where, "records the version");
        out.flush();
        return 0;
    }

    private static void next(PrintWriter out, String arguments, String what) {
        out.println("  spasm-cds rules " + arguments);
        out.println("      " + what);
    }

    private String words() {
        String words = id.replace('-', ' ');
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
