package org.spasmcds.cli;

import java.util.concurrent.Callable;
import org.spasmcds.json.PatientSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the form of a patient document. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a patient document.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().getOut().print(PatientSchema.text());
        command.commandLine().getOut().flush();
        return 0;
    }
}
