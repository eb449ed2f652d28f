package org.spasmcds.authoring.testing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.spasmcds.InvalidRulesetException;
import org.spasmcds.Problem;
import org.spasmcds.authoring.Verdict;

/** Reruns, after every edit of a rule folder, the cases that it can change, and says how they came out. */
public final class WatchLoop {
    private static final int NAMED = 4;

    private final Path folder;
    private final boolean onTopOfBundled;
    private final Predicate<String> wanted;
    private final boolean full;
    private final PrintWriter out;
    private final Clock clock;

    /**
     * @param wanted which scenario files count, by their path in the folder
     * @param full print every reason of a failing case
     */
    public WatchLoop(
            Path folder, boolean onTopOfBundled, Predicate<String> wanted, boolean full, PrintWriter out, Clock clock) {
        this.folder = folder;
        this.onTopOfBundled = onTopOfBundled;
        this.wanted = wanted;
        this.full = full;
        this.out = out;
        this.clock = clock;
    }

    /** Runs everything once, then what each edit touches, until there are no more edits. */
    public void run(Edits edits) {
        Optional<Workbench> bench = open();
        Optional<Set<String>> edited = Optional.of(Set.of());
        while (edited.isPresent()) {
            if (bench.isPresent() && !edited.get().isEmpty()) {
                report(bench.get().edit(edited.get()), bench.get(), edited.get());
            } else if (bench.isEmpty() && !edited.get().isEmpty()) {
                bench = open();
            } else if (bench.isPresent() && bench.get().isUnfinished()) {
                step(bench.get());
            }
            out.flush();
            edited = edits.next(bench.isEmpty() || !bench.get().isUnfinished());
        }
    }

    private Optional<Workbench> open() {
        try {
            Workbench bench = new Workbench(folder, onTopOfBundled, wanted);
            out.println("running the cases of " + bench.left() + " files …");
            return Optional.of(bench);
        } catch (InvalidRulesetException e) {
            refused(e.problems());
            return Optional.empty();
        }
    }

    private void refused(List<Problem> problems) {
        problems.forEach(out::println);
        out.println(problems.size() + " problem(s); waiting for an edit");
    }

    private void step(Workbench bench) {
        Rerun rerun = bench.step();
        rerun.problems().forEach(out::println);
        failures(rerun.verdicts());
        if (!bench.isUnfinished()) {
            out.println(whole(bench));
        }
    }

    private void report(Rerun rerun, Workbench bench, Set<String> files) {
        if (rerun.changes().isEmpty()
                && rerun.problems().isEmpty()
                && rerun.verdicts().isEmpty()) {
            return;
        }
        boolean refused = rerun.verdicts().isEmpty() && !rerun.problems().isEmpty();
        out.println();
        out.println(String.join(", ", files) + ": " + (refused ? "cannot be used" : changes(rerun.changes())));
        rerun.problems().forEach(out::println);
        if (refused) {
            out.println(rerun.problems().size() + " problem(s); the rules before this edit stay in use");
            return;
        }
        failures(rerun.verdicts());
        int failed = (int)
                rerun.verdicts().stream().filter(verdict -> !verdict.passed()).count();
        int elsewhere = rerun.verdicts().size() - rerun.beside();
        out.println("ran " + rerun.verdicts().size() + " cases"
                + (elsewhere > 0 ? " (" + rerun.beside() + " beside it, " + elsewhere + " elsewhere)" : "") + ": "
                + (rerun.verdicts().size() - failed) + " passed, " + failed + " failed" + since(files));
        out.println(
                bench.isUnfinished()
                        ? "running the cases of " + bench.left() + " more files, which it may change …"
                        : whole(bench));
    }

    private static String changes(List<String> changes) {
        if (changes.isEmpty()) {
            return "nothing that can change an answer";
        }
        List<String> named = new ArrayList<>(changes.subList(0, Math.min(NAMED, changes.size())));
        if (changes.size() > NAMED) {
            named.add("and " + (changes.size() - NAMED) + " more");
        }
        return String.join(", ", named) + " changed";
    }

    private void failures(List<Verdict> verdicts) {
        verdicts.stream().filter(verdict -> !verdict.passed()).forEach(verdict -> TestText.failure(verdict, full, out));
    }

    private static String whole(Workbench bench) {
        int failing = bench.failing().size();
        int unread = bench.unread().size();
        return "all " + bench.size() + " cases: " + (failing == 0 ? "passed" : failing + " failed")
                + (unread == 0 ? "" : ", " + unread + " problem(s)");
    }

    /** How long after the last of these files was saved. */
    private String since(Set<String> files) {
        return files.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .map(WatchLoop::saved)
                .max(Comparator.naturalOrder())
                .map(saved -> String.format(Locale.ROOT, ", %.2f s after saving", (clock.millis() - saved) / 1e3))
                .orElse("");
    }

    private static long saved(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return Long.MIN_VALUE;
        }
    }
}
