package org.spasmcds.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "spasm-cds",
        description =
                "Which causes may explain muscle spasms, and how soon should someone look? Decision support for clinicians.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            AssessCommand.class,
            ExplainCommand.class,
            NamesCommand.class,
            SchemaCommand.class,
            RulesCommand.class,
            BenchmarkCommand.class
        })
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        // The library ships no logging provider; without this the logging facade would complain about it on every
        // start.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Charset terminal = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"));
        System.exit(run(
                new PrintWriter(new OutputStreamWriter(System.out, terminal), true),
                new PrintWriter(new OutputStreamWriter(System.err, terminal), true),
                args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Failures::report)
                .execute(args);
    }

    /** The version from the manifest of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"spasm-cds " + (version == null ? "(from a source tree)" : version)};
        }
    }
}
