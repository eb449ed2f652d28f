package org.spasmcds.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spasmcds.Interview;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether to ask for what is not known before a patient is assessed. */
final class InteractiveOptions {
    @Option(
            names = "--interactive",
            description =
                    "Ask for what is not known, the most useful question first, and read the answers from standard input. Without FILE nothing is known at first.")
    private boolean interactive;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "With --interactive: write what is known in the end as a patient document.")
    private Path save;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    boolean isWanted() {
        return interactive;
    }

    void check(List<String> files) {
        if (!interactive && files.isEmpty()) {
            throw new ParameterException(command.commandLine(), "Missing required parameter: 'FILE'");
        }
        if (!interactive && save != null) {
            throw new ParameterException(command.commandLine(), "--save goes with --interactive only");
        }
        if (interactive
                && (files.size() > 1
                        || files.stream().anyMatch(file -> file.equals("-") || file.endsWith(".ndjson")))) {
            throw new ParameterException(
                    command.commandLine(),
                    "--interactive is about one patient; allowed: one patient document, or none");
        }
    }

    /** The patient with what was answered. */
    Patient complete(Ruleset ruleset, Patient patient, String id, Instant evaluation, TextPage page) {
        Interview start = ruleset.interview(patient, evaluation);
        AnswerWords answers = new AnswerWords(page.words(), ruleset.vocabulary());
        // Standard input stays open: it is not ours to close.
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            Patient known = new Dialog(start, page, answers, in).hold().patient();
            if (save != null) {
                Map<String, Object> document = new LinkedHashMap<>();
                if (!id.isEmpty()) {
                    document.put("id", id);
                }
                document.putAll(PatientWriter.document(known));
                Files.writeString(save, Documents.pretty(document) + "\n", StandardCharsets.UTF_8);
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
