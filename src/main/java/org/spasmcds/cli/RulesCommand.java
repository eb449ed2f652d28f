package org.spasmcds.cli;

import picocli.CommandLine.Command;

/** Commands for those who write rules. */
@Command(
        name = "rules",
        description = "Checks, tests, compares and shows the rules of a folder.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RulesNewCommand.class,
            RulesCheckCommand.class,
            RulesTestCommand.class,
            RulesCoverageCommand.class,
            RulesMutateCommand.class,
            RulesAnalyzeCommand.class,
            RulesImpactCommand.class,
            RulesCohortCommand.class,
            RulesCatalogCommand.class,
            RulesLockCommand.class
        })
final class RulesCommand {}
