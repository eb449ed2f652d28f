package org.spasmcds.authoring.impact;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.spasmcds.authoring.Progress;

/** Compares two versions of the rules over a cohort: for which patients does the answer change, and which rule is responsible? */
public final class Impact {
    /** Documents that a thread takes at once. */
    private static final int BATCH = 16;

    /** Batches that wait, a thread; what is read ahead stays small whatever the size of the cohort. */
    private static final int AHEAD = 4;

    private static final int CONTEXT = 2;

    private final RuleVersion older;
    private final RuleVersion newer;
    private final SignOffs signOffs;
    private final int limit;

    /**
     * @param limit how many examples to keep of each move between levels; 0 keeps all
     */
    public Impact(RuleVersion older, RuleVersion newer, SignOffs signOffs, int limit) {
        this.older = older;
        this.newer = newer;
        this.signOffs = signOffs;
        this.limit = limit;
    }

    /**
     * The report does not depend on the number of threads, but for the time that it took.
     *
     * @throws java.io.UncheckedIOException when a file of the cohort cannot be read
     */
    public ImpactReport over(Cohort cohort, Instant evaluation, int threads, Progress progress) {
        long start = System.nanoTime();
        RuleEdits edits = RuleEdits.between(older, newer);
        Tally tally = new Tally(edits, RuleEdits.byId(older), RuleEdits.byId(newer), signOffs, limit);
        run(new Comparison(older, newer, edits, evaluation), cohort, threads, tally, progress);
        return new ImpactReport(
                version(older),
                version(newer),
                evaluation.toString(),
                tally.counts(),
                tally.levels(),
                tally.edits(),
                edits.files().stream()
                        .map(file -> new ImpactReport.FileDifference(
                                file,
                                LineDifference.between(
                                        older.files().getOrDefault(file, ""),
                                        newer.files().getOrDefault(file, ""),
                                        CONTEXT)))
                        .toList(),
                tally.groups(),
                tally.refused(),
                tally.signatures(),
                (System.nanoTime() - start) / 1e9);
    }

    private static ImpactReport.Version version(RuleVersion version) {
        return new ImpactReport.Version(
                version.origin(),
                version.ruleset().rules().size(),
                version.ruleset().identity().digest());
    }

    /** Batches are compared on all threads, and counted here in the order of the cohort. */
    private static void run(Comparison comparison, Cohort cohort, int threads, Tally tally, Progress progress) {
        long total = cohort.size().orElse(0);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        Deque<Future<List<Compared>>> running = new ArrayDeque<>();
        List<Cohort.Document> batch = new ArrayList<>();
        try {
            cohort.forEach(document -> {
                batch.add(document);
                if (batch.size() == BATCH) {
                    submit(comparison, workers, batch, running);
                    if (running.size() >= AHEAD * threads) {
                        count(running, tally, total, progress);
                    }
                }
            });
            submit(comparison, workers, batch, running);
            while (!running.isEmpty()) {
                count(running, tally, total, progress);
            }
            if (total > 0) {
                progress.reached(total, total);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static void submit(
            Comparison comparison,
            ExecutorService workers,
            List<Cohort.Document> batch,
            Deque<Future<List<Compared>>> running) {
        List<Cohort.Document> documents = List.copyOf(batch);
        batch.clear();
        running.add(
                workers.submit(() -> documents.stream().map(comparison::compare).toList()));
    }

    private static void count(Deque<Future<List<Compared>>> running, Tally tally, long total, Progress progress) {
        try {
            running.remove().get().forEach(tally::add);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while patients were compared", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        if (total > 0) {
            progress.reached(tally.counts().read(), total);
        }
    }
}
