package org.spasmcds.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.spasmcds.authoring.Benchmark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the rules against published cases. */
@Command(
        name = "benchmark",
        description = "Runs published cases and counts emergencies caught, levels and causes, with every miss.",
        mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Folder of vignettes (default: examples/benchmark).")
    private Path folder = Path.of("examples", "benchmark");

    @Mixin
    private RulesetOptions rules;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        Benchmark.Result result = Benchmark.run(rules.load(), folder);
        result.print(command.commandLine().getOut());
        command.commandLine().getOut().flush();
        return 0;
    }
}
