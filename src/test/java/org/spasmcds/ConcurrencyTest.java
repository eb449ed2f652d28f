package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One rule set, many threads: the same answers as one thread, and no memory that stays behind. */
class ConcurrencyTest {
    private static final int THREADS = 16;

    @Test
    void sixteenThreadsGiveTheAnswersOfOne() throws Exception {
        run(2_000);
    }

    @Test
    @Tag("long")
    void sixteenThreadsGiveTheAnswersOfOneForAHundredThousandEvaluationsAndTheHeapStaysFlat() throws Exception {
        run(10_000);
        long before = usedAfterCollection();
        run(100_000);
        long after = usedAfterCollection();
        System.out.printf(
                java.util.Locale.ROOT,
                "heap after 10,000 evaluations %.1f MB, after 110,000 %.1f MB%n",
                before / 1e6,
                after / 1e6);
        assertTrue(after - before < 20_000_000, "heap grew from " + before + " to " + after);
    }

    private static void run(int evaluations) throws Exception {
        Ruleset ruleset = TestRules.bundled();
        RandomPatients generator = new RandomPatients(ruleset, new Random(42));
        List<Patient> patients = new ArrayList<>();
        List<Assessment> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            patients.add(generator.next());
            expected.add(ruleset.assess(patients.get(i), TestRules.NOW));
        }
        AtomicInteger next = new AtomicInteger();
        AtomicInteger different = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < evaluations; i = next.getAndIncrement()) {
                        int which = i % patients.size();
                        if (!ruleset.assess(patients.get(which), TestRules.NOW).equals(expected.get(which))) {
                            different.incrementAndGet();
                        }
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(0, different.get());
    }

    private static long usedAfterCollection() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
