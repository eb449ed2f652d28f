package org.spasmcds.cli;

import java.nio.file.Path;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.RuleFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which rule folder a command for rule authors works on. */
final class RuleFolderOptions {
    @Option(names = "--rules", paramLabel = "DIR", description = "The rule folder (default: the bundled rules).")
    private Path rules;

    @Option(
            names = "--add",
            paramLabel = "DIR",
            description = "A folder on top of the bundled rules, in place of --rules.")
    private Path add;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Where the texts are. */
    Path path() {
        if (rules != null && add != null) {
            throw new ParameterException(command.commandLine(), "--rules and --add cannot go together");
        }
        return add != null ? add : rules != null ? rules : RuleFolder.bundled();
    }

    boolean isBundled() {
        return rules == null && add == null;
    }

    /** The option as it was given, to be repeated in advice. */
    String option() {
        return (add != null ? "--add " : "--rules ") + path();
    }

    /** For commands that write into the folder. */
    void refuseBundled() {
        if (isBundled()) {
            throw new ParameterException(
                    command.commandLine(), "the bundled rules cannot be written; give a folder with --rules or --add");
        }
    }

    /** The folder with whatever is wrong in it. */
    RuleFolder folder() {
        Path path = path();
        return add != null ? RuleFolder.onTopOfBundled(path) : RuleFolder.read(path);
    }

    /**
     * @throws org.spasmcds.InvalidRulesetException when anything is wrong
     */
    Ruleset ruleset() {
        Path path = path();
        if (isBundled()) {
            return Ruleset.bundled();
        }
        return add != null ? Ruleset.bundledWith(path, java.util.Set.of()) : Ruleset.of(path);
    }
}
