package org.spasmcds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;

/** What one assessment costs, and how its parts compare: intake, network, interpreter. Read the ratios, not the numbers. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class AssessBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final int PATIENTS = 512;

    private final Ruleset ruleset = Ruleset.bundled();
    private final List<Patient> patients = new ArrayList<>();
    private final List<FactSheet> sheets = new ArrayList<>();
    private int next;

    /** The same patients for every part. */
    @Setup(Level.Trial)
    public void patients() {
        RandomPatients generator = new RandomPatients(ruleset, new Random(1));
        for (int i = 0; i < PATIENTS; i++) {
            patients.add(generator.next());
            sheets.add(ruleset.facts(patients.get(i), NOW));
        }
    }

    private int index() {
        next = (next + 1) % PATIENTS;
        return next;
    }

    @Benchmark
    public Object whole() {
        return ruleset.assess(patients.get(index()), NOW);
    }

    @Benchmark
    public Object wholeWithBasis() {
        return ruleset.explain(patients.get(index()), NOW);
    }

    @Benchmark
    public Object intake() {
        return ruleset.facts(patients.get(index()), NOW);
    }

    @Benchmark
    public Object network() {
        return ruleset.network().fire(sheets.get(index()).facts());
    }

    @Benchmark
    public Object interpreter() {
        Interpreter interpreter = new Interpreter(sheets.get(index()).facts());
        int firing = 0;
        for (Rule rule : ruleset.rules()) {
            firing += interpreter.fires(rule) ? 1 : 0;
        }
        return firing;
    }
}
