package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.spasmcds.Ruleset;
import org.spasmcds.vocabulary.Code;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks up the names that a document may use. */
@Command(
        name = "names",
        description = "Finds names of the vocabulary by a part of a name, a synonym, or a code.",
        mixinStandardHelpOptions = true)
final class NamesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", arity = "0..1", description = "What to look for (default: everything).")
    private String text = "";

    @Mixin
    private RulesetOptions rules;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Ruleset ruleset = rules.load();
        Vocabulary vocabulary = ruleset.vocabulary();
        List<Name> found = vocabulary.names().stream()
                .filter(name -> matches(vocabulary, name))
                .toList();
        for (Name name : found) {
            List<String> codes = vocabulary.codes().stream()
                    .filter(code -> code.name().equals(name.id()))
                    .map(code -> code.system() + " " + code.code() + (code.verified() ? "" : " (unverified)"))
                    .toList();
            String unit = vocabulary
                    .test(name.id())
                    .map(test -> "  in " + test.unit())
                    .orElse("");
            String synonyms = name.synonyms().isEmpty() ? "" : "  = " + String.join(", ", name.synonyms());
            out.println(name.id() + "  (" + name.kind().label() + ")" + unit + synonyms
                    + (codes.isEmpty() ? "" : "  [" + String.join("; ", codes) + "]"));
        }
        if (found.isEmpty()) {
            List<String> near = vocabulary.nearest(text, EnumSet.allOf(Kind.class));
            out.println("nothing found" + (near.isEmpty() ? "" : "; near: " + String.join(", ", near)));
        }
        out.flush();
        return found.isEmpty() ? Failures.REFUSED : 0;
    }

    private boolean matches(Vocabulary vocabulary, Name name) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return name.id().contains(wanted)
                || name.display().toLowerCase(Locale.ROOT).contains(wanted)
                || name.synonyms().stream()
                        .anyMatch(synonym -> synonym.toLowerCase(Locale.ROOT).contains(wanted))
                || vocabulary.codes().stream()
                        .filter(code -> code.name().equals(name.id()))
                        .map(Code::code)
                        .anyMatch(text::equals);
    }
}
