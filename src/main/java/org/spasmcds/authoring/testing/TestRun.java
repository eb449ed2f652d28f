package org.spasmcds.authoring.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.spasmcds.Problem;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Progress;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;

/** Runs the cases beside the rules, on all processors. */
public final class TestRun {
    private record OfFile(List<TestReport.Ran> cases, List<Problem> problems) {}

    private final Path folder;
    private final ScenarioRunner runner;

    private TestRun(Ruleset ruleset, Path folder) {
        this.folder = folder;
        runner = new ScenarioRunner(ruleset);
    }

    /**
     * @param wanted asked for each scenario file by its path in the folder
     */
    public static TestReport of(Ruleset ruleset, Path folder, Predicate<String> wanted, Progress progress) {
        long start = System.nanoTime();
        TestRun run = new TestRun(ruleset, folder);
        List<String> files =
                ScenarioReader.files(folder).stream().filter(wanted).toList();
        AtomicInteger done = new AtomicInteger();
        List<OfFile> all = files.parallelStream()
                .map(file -> {
                    OfFile ran = run.file(file);
                    progress.reached(done.incrementAndGet(), files.size());
                    return ran;
                })
                .toList();
        return new TestReport(
                all.stream().flatMap(each -> each.cases().stream()).toList(),
                all.stream().flatMap(each -> each.problems().stream()).toList(),
                seconds(start));
    }

    private OfFile file(String file) {
        List<Problem> problems = new ArrayList<>();
        List<TestReport.Ran> cases = new ArrayList<>();
        for (Scenario scenario : ScenarioReader.read(folder, file, problems)) {
            long start = System.nanoTime();
            cases.add(new TestReport.Ran(runner.run(scenario), seconds(start)));
        }
        return new OfFile(cases, problems);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
