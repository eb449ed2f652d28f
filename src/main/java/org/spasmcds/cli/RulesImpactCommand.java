package org.spasmcds.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.spasmcds.InvalidRulesetException;
import org.spasmcds.Problem;
import org.spasmcds.authoring.impact.Cohort;
import org.spasmcds.authoring.impact.Impact;
import org.spasmcds.authoring.impact.ImpactPage;
import org.spasmcds.authoring.impact.ImpactReport;
import org.spasmcds.authoring.impact.RuleVersion;
import org.spasmcds.authoring.impact.RuleVersions;
import org.spasmcds.authoring.impact.SignOffs;
import org.spasmcds.authoring.impact.VersionNotFoundException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two versions of the rules over a cohort of patients. */
@Command(
        name = "impact",
        description = {
            "Compares two versions of the rules over a cohort: for which patients does an edit change the answer, and which rule is"
                    + " responsible?",
            "A version is a rule folder, a git revision of the rule folder, or the word bundled."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:no level fell, or every fall is signed off, and every document was compared",
            "1:a document was refused by OLD or NEW; no fall is unsigned among the others",
            "2:wrong usage, a file that cannot be read, or a cohort without patients",
            "3:the rules of OLD or NEW were refused",
            "11:a level fell and the fall is not signed off, whatever else happened"
        },
        footerHeading = "%nSigning off:%n",
        footer = {
            "signed-off.csv in the folder of NEW has the columns " + SignOffs.HEADER + ".",
            "A line stands for one condition, the @version of its file in NEW and one fall, from one level to another (none for no"
                    + " finding). It counts when it gives a reason and a name. The report prints the lines that are missing."
        })
final class RulesImpactCommand implements Callable<Integer> {
    /** A level fell, and nobody signed for it. */
    static final int LEVEL_FELL = 11;

    @Parameters(
            index = "0",
            paramLabel = "OLD",
            description = "The version to compare with: a rule folder, a git revision such as HEAD~1, or bundled.")
    private String older;

    @Parameters(index = "1", paramLabel = "NEW", description = "The version to judge, named in the same ways.")
    private String newer;

    @Option(
            names = "--cohort",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description =
                    "Patient documents or FHIR R4 bundles (JSON), files of one document or FHIR resource a line (*.ndjson), or - for such lines on standard input.")
    private List<String> cohort;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The rule folder of which revisions are taken (default: rules in this git repository).")
    private Path rules;

    @Mixin
    private AsOfOption asOf;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private Json.Format format = Json.Format.text;

    @Option(names = "--html", paramLabel = "FILE", description = "Also writes the report as one HTML page.")
    private Path html;

    @Option(
            names = "--sign-off",
            paramLabel = "FILE",
            description = "Who signed for which fall (default: signed-off.csv in the folder of NEW).")
    private Path signOff;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description =
                    "Examples of each move between levels, and refused documents, to show; 0 for all (default: 3).")
    private int limit = 3;

    @Spec
    private CommandSpec command;

    private PrintWriter out;
    private PrintWriter err;

    @Override
    public Integer call() {
        out = command.commandLine().getOut();
        err = command.commandLine().getErr();
        if (limit < 0) {
            throw new ParameterException(
                    command.commandLine(), "--limit: " + limit + " is not allowed; allowed: 0 or more");
        }
        Instant evaluation = asOf.instant().truncatedTo(ChronoUnit.SECONDS);
        List<Problem> problems = new ArrayList<>();
        try {
            Optional<List<RuleVersion>> versions = versions();
            if (versions.isEmpty()) {
                return Failures.RULES;
            }
            SignOffs signOffs = signOffs(versions.get().get(1), problems);
            if (!problems.isEmpty()) {
                problems.forEach(err::println);
                err.println(problems.size() + " problem(s); nothing was compared.");
                return Failures.USAGE;
            }
            Impact impact = new Impact(versions.get().get(0), versions.get().get(1), signOffs, limit);
            return report(impact.over(
                    new Cohort(cohort, System.in),
                    evaluation,
                    Runtime.getRuntime().availableProcessors(),
                    new ProgressBar(err)));
        } catch (VersionNotFoundException e) {
            err.println(e.getMessage());
            return Failures.USAGE;
        }
    }

    /** OLD and NEW, read side by side; empty when one of them was refused, which then has been told. */
    private Optional<List<RuleVersion>> versions() {
        RuleVersions reader = new RuleVersions(Optional.ofNullable(rules), Path.of(""));
        CompletableFuture<RuleVersion> first = CompletableFuture.supplyAsync(() -> reader.open(older));
        CompletableFuture<RuleVersion> second = CompletableFuture.supplyAsync(() -> reader.open(newer));
        Optional<RuleVersion> before = loaded("OLD", older, first);
        Optional<RuleVersion> after = loaded("NEW", newer, second);
        return before.isPresent() && after.isPresent()
                ? Optional.of(List.of(before.get(), after.get()))
                : Optional.empty();
    }

    private Optional<RuleVersion> loaded(String side, String written, CompletableFuture<RuleVersion> version) {
        try {
            return Optional.of(version.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof InvalidRulesetException invalid) {
                invalid.problems().forEach(problem -> err.println(side + " " + problem));
                err.println(side + " (" + written + ") was refused: "
                        + invalid.problems().size() + " problem(s).");
                return Optional.empty();
            }
            if (e.getCause() instanceof VersionNotFoundException notFound) {
                throw new VersionNotFoundException(side + ": " + notFound.getMessage());
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private SignOffs signOffs(RuleVersion version, List<Problem> problems) {
        if (signOff == null) {
            return SignOffs.read(SignOffs.FILE, version.signedOff(), problems);
        }
        try {
            return SignOffs.read(signOff.toString(), Files.readString(signOff, StandardCharsets.UTF_8), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(signOff + ": " + Failures.reason(e)));
        }
    }

    private int report(ImpactReport report) {
        if (report.counts().read() == 0) {
            err.println("The cohort holds no patient; nothing was compared.");
            return Failures.USAGE;
        }
        if (format == Json.Format.json) {
            Json.print(out, report);
        } else {
            new ImpactText(out).print(report);
        }
        out.flush();
        if (html != null) {
            write(ImpactPage.of(report));
        }
        if (report.hasUnsignedFalls()) {
            return LEVEL_FELL;
        }
        return report.counts().refused() > 0 ? Failures.REFUSED : 0;
    }

    private void write(String page) {
        try {
            Files.writeString(html, page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(html + ": " + Failures.reason(e)));
        }
    }
}
