package org.spasmcds.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spasmcds.TestRules;

class BenchmarkTest {
    private static final Path FOLDER = Path.of("examples", "benchmark");

    private final Benchmark.Result result = Benchmark.run(TestRules.bundled(), FOLDER);

    @Test
    void thePublishedTableAndItsMissesAreWhatTheRulesAnswerToday() throws IOException {
        StringWriter printed = new StringWriter();
        result.print(new PrintWriter(printed, true));
        String published = Files.readString(FOLDER.resolve("README.md"));
        printed.toString().lines().forEach(line -> assertTrue(published.contains(line), "not in README.md: " + line));
    }

    @Test
    void everyPublishedCaseIsThere() {
        assertEquals(48, result.answers().size());
    }

    @ParameterizedTest(name = "{0} of {1}: {2} to {3}")
    @CsvSource({
        "0, 48, 0.0, 0.0740",
        "48, 48, 0.9260, 1.0",
        "15, 16, 0.6977, 0.9984",
        "13, 16, 0.5435, 0.9595",
        "7, 48, 0.0607, 0.2776"
    })
    void theIntervalsAreThoseOfClopperAndPearson(int successes, int trials, double low, double high) {
        ExactInterval interval = ExactInterval.of(successes, trials);
        assertEquals(low, interval.low(), 5e-4);
        assertEquals(high, interval.high(), 5e-4);
    }
}
