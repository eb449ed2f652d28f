package org.spasmcds.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.spasmcds.Ruleset;
import org.spasmcds.json.Documents;

/**
 * Bundles a second: HAPI's parser alone, Jackson's tree alone, the reader, and the reader with an assessment. The folder with bundles is
 * {@code -p folder=DIR}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 3, time = 4)
@Fork(1)
public class FhirReadBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Param("")
    private String folder;

    private final Ruleset ruleset = Ruleset.bundled();
    private final FhirReader reader = FhirReader.of(ruleset);
    private final IParser hapi = FhirContext.forR4().newJsonParser();
    private final List<String> bundles = new ArrayList<>();
    private int next;

    @Setup(Level.Trial)
    public void bundles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                bundles.add(Files.readString(file));
            }
        }
    }

    private String bundle() {
        next = (next + 1) % bundles.size();
        return bundles.get(next);
    }

    @Benchmark
    public Object hapiParserAlone() {
        return hapi.parseResource(Bundle.class, bundle());
    }

    @Benchmark
    public Object jacksonTreeAlone() {
        return Documents.read(bundle());
    }

    @Benchmark
    public Object read() {
        return reader.read(bundle(), NOW);
    }

    @Benchmark
    public Object readAndAssess() {
        return ruleset.assess(reader.read(bundle(), NOW).patient(), NOW);
    }
}
