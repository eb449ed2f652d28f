package org.spasmcds.examples.conformance;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Each requirement as a test of the service at {@code -Dservice=URL}; more options in {@code -Doptions="..."}. */
@EnabledIfSystemProperty(named = "service", matches = ".+")
class ServiceTest {

    @TestFactory
    Stream<DynamicTest> requirements() throws IOException {
        String options = System.getProperty("options", "").trim();
        List<String> arguments = Stream.concat(
                        Stream.of(System.getProperty("service")),
                        options.isEmpty() ? Stream.of() : Stream.of(options.split("\\s+")))
                .toList();
        return Conformance.check(Options.parse(arguments)).lines().stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.requirement().id() + ": " + line.requirement().text(), () -> {
                            Result result = line.result();
                            assumeTrue(
                                    result.outcome() != Outcome.SKIPPED && result.outcome() != Outcome.NOT_APPLICABLE,
                                    result.detail());
                            assertNotEquals(Outcome.FAILED, result.outcome(), result.detail());
                        }));
    }
}
