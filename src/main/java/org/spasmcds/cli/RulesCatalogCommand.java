package org.spasmcds.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spasmcds.authoring.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the rules as a site of HTML pages for clinicians. */
@Command(
        name = "catalog",
        description = "Writes the rules as a site of HTML pages for clinicians. Open its index.html in a browser.",
        mixinStandardHelpOptions = true)
final class RulesCatalogCommand implements Callable<Integer> {
    @Mixin
    private RuleFolderOptions rules;

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "Where to write the pages.")
    private Path output;

    @Option(
            names = "--mutation",
            paramLabel = "REPORT",
            description = "A report of rules mutate --format json, whose scores to show.")
    private Path mutation;

    @Option(names = "--force", description = "Write into a folder that holds something else, too.")
    private boolean force;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private Json.Format format = Json.Format.text;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        if (!force && !Catalog.mayWrite(output)) {
            throw new ParameterException(
                    command.commandLine(),
                    output + " is not empty and holds no catalog; name another folder, or give --force");
        }
        Catalog.Written written;
        try {
            written = Catalog.of(
                            rules.ruleset(),
                            rules.path(),
                            Optional.ofNullable(mutation),
                            new ProgressBar(command.commandLine().getErr()))
                    .write(output);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
        PrintWriter out = command.commandLine().getOut();
        if (format == Json.Format.json) {
            Json.print(out, written);
        } else {
            out.println(String.format(
                    Locale.ROOT,
                    "%d pages on %d condition%s, %.1f MB, in %s",
                    written.pages(),
                    written.conditions(),
                    written.conditions() == 1 ? "" : "s",
                    written.bytes() / 1e6,
                    output));
            out.println("open " + output.resolve("index.html"));
            if (written.failed() > 0) {
                out.println(written.failed() + " of " + written.cases() + " cases fail; their pages say so");
            }
        }
        out.flush();
        return 0;
    }
}
