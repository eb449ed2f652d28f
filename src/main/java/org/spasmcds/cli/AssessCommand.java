package org.spasmcds.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spasmcds.Assessment;
import org.spasmcds.Basis;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Level;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.fhir.FhirPatient;
import org.spasmcds.fhir.InvalidFhirException;
import org.spasmcds.fhir.PatientDocuments;
import org.spasmcds.json.AssessmentWriter;
import org.spasmcds.json.BasisWriter;
import org.spasmcds.json.Documents;
import org.spasmcds.language.Words;
import org.spasmcds.report.HtmlReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Assesses patients. */
@Command(
        name = "assess",
        description = "Assesses patient documents.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every document was assessed",
            "1:a document was refused; the others were assessed",
            "2:wrong usage, or a file that cannot be read; the others were assessed",
            "3:the rule folder was refused",
            "10:--exit-level was reached, whatever else happened"
        })
final class AssessCommand implements Callable<Integer> {
    enum Format {
        text,
        json,
        html
    }

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Patient documents or FHIR R4 bundles (JSON), files of one document or FHIR resource a line (*.ndjson), or - for such lines on standard input.")
    private List<String> files = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or html (default: text).")
    private Format format = Format.text;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Html: write the page to this file; for several documents, a page each to this folder.")
    private Path target;

    @Mixin
    private InteractiveOptions interactive;

    @Mixin
    private AsOfOption asOf;

    @Option(
            names = "--exit-level",
            paramLabel = "LEVEL",
            description = "Exit with 10 when any patient reaches this level.")
    private Level exitLevel;

    @Option(names = "--full", description = "Text: show every gap and every refused fact.")
    private boolean full;

    @Option(
            names = "--no-basis",
            description =
                    "Leave out what cannot be ruled out, what to ask next and what would change the level; faster.")
    private boolean noBasis;

    @Mixin
    private LanguageOption language;

    @Mixin
    private RulesetOptions rules;

    @Mixin
    private TerminalOptions terminal;

    @Spec
    private CommandSpec command;

    private PrintWriter out;
    private HtmlPages pages;
    private boolean many;
    private boolean refused;
    private boolean unreadable;
    private boolean reached;
    private int printed;

    @Override
    public Integer call() {
        interactive.check(files);
        out = command.commandLine().getOut();
        many = files.size() > 1 || files.stream().anyMatch(PatientFiles::hasLines);
        checkTarget();
        Instant evaluation = asOf.instant();
        Ruleset ruleset = language.in(rules.load());
        PatientDocuments reader = PatientDocuments.of(ruleset);
        pages = new HtmlPages(out, Optional.ofNullable(target), many);
        if (files.isEmpty()) {
            String subject = words(ruleset).say("dialog.subject");
            guarded(subject, () -> assessOne(ruleset, reader, subject, Documents.read("{}"), evaluation));
        }
        PatientFiles.each(
                files,
                (subject, document) ->
                        guarded(subject, () -> assessOne(ruleset, reader, subject, document.get(), evaluation)),
                (file, e) -> {
                    unreadable = true;
                    command.commandLine().getErr().println(file + ": " + Failures.reason(e));
                });
        out.flush();
        return reached ? Failures.LEVEL_REACHED : unreadable ? Failures.USAGE : refused ? Failures.REFUSED : 0;
    }

    private void checkTarget() {
        if (format == Format.html && many && target == null) {
            throw new ParameterException(
                    command.commandLine(), "several documents give several pages; name a folder for them with --out");
        }
        if (format != Format.html && target != null) {
            throw new ParameterException(command.commandLine(), "--out goes with --format html only");
        }
        if (format == Format.html && noBasis) {
            throw new ParameterException(
                    command.commandLine(), "--format html shows the basis; --no-basis cannot go with it");
        }
    }

    /** The patients of one document; a patient who cannot be assessed does not cost the others their answer. */
    private void assessOne(
            Ruleset ruleset, PatientDocuments reader, String subject, JsonNode document, Instant evaluation) {
        List<PatientDocuments.Subject> subjects = reader.read(document, evaluation);
        if (subjects.size() > 1 && !many && (format == Format.html || interactive.isWanted())) {
            throw new InvalidFhirException("Bundle", "is about " + subjects.size() + " patients; allowed here: one");
        }
        many |= subjects.size() > 1;
        for (PatientDocuments.Subject each : subjects) {
            String name = each.id().isEmpty() ? subject : each.id();
            guarded(name, () -> assessOne(ruleset, name, each, evaluation));
        }
    }

    private void assessOne(Ruleset ruleset, String name, PatientDocuments.Subject subject, Instant evaluation)
            throws IOException {
        Patient known = interactive.isWanted()
                ? interactive.complete(
                        ruleset, subject.patient(), subject.id(), evaluation, page(words(ruleset), dialog()))
                : subject.patient();
        Optional<Basis> basis = noBasis ? Optional.empty() : Optional.of(ruleset.explain(known, evaluation));
        Assessment assessment = basis.map(Basis::assessment).orElseGet(() -> ruleset.assess(known, evaluation));
        reached |= exitLevel != null
                && assessment.level().filter(level -> level.atLeast(exitLevel)).isPresent();
        if (format == Format.html) {
            pages.write(name, HtmlReport.of(basis.orElseThrow(), known, subject.id()));
        } else {
            print(name, assessment, basis, subject.fhir());
        }
    }

    /** What may fail for one document or patient. */
    private interface Step {
        void run() throws IOException;
    }

    private void guarded(String subject, Step step) {
        PrintWriter err = command.commandLine().getErr();
        try {
            step.run();
        } catch (InvalidPatientException e) {
            refused = true;
            err.println(subject + ": " + e.getMessage());
        } catch (UncheckedIOException e) {
            unreadable = true;
            err.println(e.getCause().getMessage());
        } catch (IOException e) {
            unreadable = true;
            err.println(target + ": " + Failures.reason(e));
        } catch (RuntimeException e) {
            // A defect of the program must not cost the other patients their answer; its message could hold patient
            // data.
            refused = true;
            err.println(subject + ": not assessed, " + e.getClass().getName());
        }
    }

    private static Words words(Ruleset ruleset) {
        return Words.of(ruleset.language()).orElseThrow();
    }

    private TextPage page(Words words, PrintWriter to) {
        return new TextPage(words, to, terminal.width(), terminal.color());
    }

    /** Where the dialog is held, apart from an answer that a program reads. */
    private PrintWriter dialog() {
        return format == Format.text ? out : command.commandLine().getErr();
    }

    private void print(String subject, Assessment assessment, Optional<Basis> basis, Optional<FhirPatient> fhir) {
        if (format == Format.json) {
            ObjectNode document = basis.map(each -> BasisWriter.document(subject, each))
                    .orElseGet(() -> AssessmentWriter.document(subject, assessment));
            fhir.ifPresent(each -> document.set("fhir", FhirUse.document(each)));
            out.println(many ? document.toString() : document.toPrettyString());
            return;
        }
        if (printed++ > 0) {
            out.println();
        }
        TextPage page = page(Words.of(assessment.language()).orElseThrow(), out);
        TextReport report = new TextReport(page, full);
        basis.ifPresentOrElse(each -> report.print(subject, each), () -> report.print(subject, assessment));
        fhir.ifPresent(each -> new FhirUse(page, full).print(each));
    }
}
