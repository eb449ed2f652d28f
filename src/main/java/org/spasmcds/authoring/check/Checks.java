package org.spasmcds.authoring.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spasmcds.Problem;
import org.spasmcds.authoring.Accepted;
import org.spasmcds.authoring.RuleFolder;

/** All checks, and the pages that explain them. */
public final class Checks {
    /** What keeps a folder from being loaded. The readers find it, so that every user of a folder hears of it. */
    private static final List<String> LOADING = List.of(
            "comparison-form",
            "duplicate-id",
            "empty-folder",
            "extends",
            "forbidden-construct",
            "frame",
            "id-stem",
            "incomplete-pattern",
            "metadata-form",
            "metadata-key",
            "metadata-value",
            "no-condition",
            "required-metadata",
            "rule-attribute",
            "scenario",
            "syntax",
            "then-not-empty",
            "type-mismatch",
            "unknown-condition",
            "unknown-fact",
            "unknown-name",
            "unknown-property",
            "unknown-source",
            "unknown-value",
            "vocabulary");

    private static final String OUTDATED = "accepted-outdated";

    private static final List<Check> CHECKS = List.of(
            new HeaderCheck(),
            new NumberCheck(),
            new MagnitudeCheck(),
            new RepetitionCheck(),
            new ComparisonCheck(),
            new ReachabilityCheck(),
            new EscalationCheck(),
            new SaysNumberCheck(),
            new StopWordingCheck(),
            new SpellingCheck(),
            new CaseFileCheck(),
            new CaseCheck(),
            new IdCheck(),
            new UnusedCheck(),
            new LockCheck(),
            new TranslationCheck(),
            new TodoCheck());

    private Checks() {}

    /** The ids of all checks in the order of the alphabet. */
    public static List<String> ids() {
        Set<String> ids = new TreeSet<>(LOADING);
        ids.add(OUTDATED);
        CHECKS.forEach(check -> ids.addAll(check.ids()));
        return List.copyOf(ids);
    }

    /** Everything that is to be changed or accepted in a folder, in the order of files and lines. */
    public static List<Found> run(RuleFolder folder) {
        List<Problem> problems = new ArrayList<>(folder.problems());
        CheckedFolder checked = CheckedFolder.of(folder, problems);
        if (checked.texts().isEmpty()) {
            problems.add(new Problem(
                    "empty-folder",
                    String.valueOf(folder.path().getFileName()),
                    1,
                    1,
                    "the folder holds no rule file"));
        }
        Accepted accepted = Accepted.read(folder.path());
        Report report = new Report(accepted);
        problems.forEach(problem -> report.add(Found.of(problem)));
        Set<String> acceptable = new TreeSet<>();
        for (Check check : CHECKS) {
            check.run(checked, report);
            acceptable.addAll(check.ids());
        }
        accepted.outdatedByLine(acceptable)
                .forEach((line, message) -> report.add(new Found(OUTDATED, Accepted.FILE, line, 1, message, "")));
        return report.found();
    }

    /**
     * The page of a check: what it looks for, how not to write it, how to write it, and why; Markdown. Empty when there is no such
     * check.
     */
    public static Optional<String> page(String id) {
        return ids().contains(id) ? Optional.of(text(id)) : Optional.empty();
    }

    /** The first sentence of the page of a check. */
    public static String summary(String id) {
        return text(id).lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElseThrow();
    }

    private static String text(String id) {
        Path page = RuleFolder.bundled().resolve("checks").resolve(id + ".md");
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
