package org.spasmcds.cli;

import java.util.Locale;
import org.spasmcds.Ruleset;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** In which language to answer. */
final class LanguageOption {
    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "Language of the answer: en or es (default: en). What has no translation is marked [en].")
    private String language = Locale.ENGLISH.getLanguage();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    Ruleset in(Ruleset ruleset) {
        try {
            return ruleset.in(Locale.forLanguageTag(language));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--language " + language + ": " + e.getMessage(), e);
        }
    }
}
