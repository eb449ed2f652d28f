package org.spasmcds.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.spasmcds.Assessment;
import org.spasmcds.Examination;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.Why;
import org.spasmcds.WhyNot;
import org.spasmcds.basis.Grounds;
import org.spasmcds.fhir.PatientDocuments;
import org.spasmcds.json.Documents;
import org.spasmcds.json.WhyWriter;
import org.spasmcds.language.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains the answer for one patient. */
@Command(
        name = "explain",
        description = "What the answer for a patient rests on, or why a rule did not fire.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:explained",
            "1:the document was refused",
            "2:wrong usage, no such rule, or a file that cannot be read",
            "3:the rule folder was refused"
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A patient document (JSON).")
    private Path file;

    @Option(
            names = "--rule",
            paramLabel = "ID",
            description = "A rule: which of its conditions hold, and the smallest change that would make it fire.")
    private String rule;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private Json.Format format = Json.Format.text;

    @Mixin
    private AsOfOption asOf;

    @Mixin
    private LanguageOption language;

    @Mixin
    private RulesetOptions rules;

    @Mixin
    private TerminalOptions terminal;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Instant evaluation = asOf.instant();
        Ruleset ruleset = language.in(rules.load());
        JsonNode document = document();
        Patient patient = PatientDocuments.of(ruleset).readOne(document, evaluation);
        String subject = document.path("id").asText(file.toString());
        Examination examination = ruleset.examine(patient, evaluation);
        Assessment assessment = ruleset.assess(examination);
        ExplainText text = new ExplainText(
                out,
                terminal.width(),
                terminal.color(),
                Words.of(ruleset.language()).orElseThrow());
        if (rule == null) {
            List<Why> why = Grounds.of(ruleset, examination, assessment);
            if (format == Json.Format.json) {
                out.println(WhyWriter.document(subject, assessment, why).toPrettyString());
            } else {
                text.print(subject, assessment, why, next(ruleset.language()));
            }
        } else {
            WhyNot whyNot = whyNot(ruleset, patient, evaluation);
            if (format == Json.Format.json) {
                ObjectNode answer = WhyWriter.whyNot(whyNot);
                answer.put("subject", subject).put("evaluatedAt", evaluation.toString());
                out.println(answer.toPrettyString());
            } else {
                text.print(subject, assessment, whyNot);
            }
        }
        out.flush();
        return 0;
    }

    private JsonNode document() {
        try {
            return Documents.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(file + ": " + Failures.reason(e), e));
        }
    }

    private WhyNot whyNot(Ruleset ruleset, Patient patient, Instant evaluation) {
        try {
            return ruleset.whyNot(patient, evaluation, rule);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--rule: " + e.getMessage(), e);
        }
    }

    private String next(Locale in) {
        return Words.of(in).orElseThrow().say("explain.next", "spasm-cds explain " + file + " --rule ID");
    }
}
