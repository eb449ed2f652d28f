package org.spasmcds.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Ruleset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which rules to use. */
final class RulesetOptions {
    @Option(names = "--rules", paramLabel = "DIR", description = "Use the rules of this folder and no others.")
    private Path rules;

    @Option(
            names = "--add",
            paramLabel = "DIR",
            description = "Use the bundled rules with those of this folder on top.")
    private Path add;

    @Option(
            names = "--without",
            paramLabel = "ID",
            split = ",",
            description = "Switch off bundled conditions or rules.")
    private Set<String> without = new LinkedHashSet<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    Ruleset load() {
        if (rules != null && (add != null || !without.isEmpty())) {
            throw new ParameterException(
                    command.commandLine(),
                    "--rules replaces the bundled rules, so --add and --without cannot go with it");
        }
        if (rules != null) {
            return Ruleset.of(rules);
        }
        if (add != null) {
            return Ruleset.bundledWith(add, without);
        }
        return without.isEmpty() ? Ruleset.bundled() : Ruleset.bundledWithout(without);
    }

    /** The folder whose scenario files and benchmark belong to the rules. */
    Optional<Path> folder() {
        return rules != null ? Optional.of(rules) : Optional.ofNullable(add);
    }
}
