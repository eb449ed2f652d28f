package org.spasmcds.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.spasmcds.intake.When;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The time to assess at. */
final class AsOfOption {
    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The time to assess at: 2026-01-15 or 2026-01-15T12:00:00Z (default: now).")
    private String asOf;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    Instant instant() {
        if (asOf == null) {
            return Instant.now();
        }
        Optional<When> when = When.parse(asOf);
        if (when.isPresent() && when.get() instanceof When.Moment moment) {
            return moment.instant();
        }
        if (when.isPresent() && when.get() instanceof When.Day day) {
            return day.date().atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
        }
        throw new ParameterException(
                command.commandLine(),
                "--as-of: \"" + asOf + "\" is not allowed; allowed: 2026-01-15 or 2026-01-15T12:00:00Z");
    }
}
