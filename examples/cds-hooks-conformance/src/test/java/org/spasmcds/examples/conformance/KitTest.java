package org.spasmcds.examples.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The kit against a fake service: it finds nothing wrong with a right one, and each single fault of a wrong one. */
class KitTest {

    private static final Signer CLIENT = Signer.generate("https://ehr.example.com", "kit");

    private static Map<String, Result> run(Fault fault, Optional<Signer> signer) throws IOException {
        try (FakeService service = new FakeService(fault, signer)) {
            Target target = new Target(
                    URI.create(service.url()),
                    signer,
                    fault.is("https"),
                    true,
                    0,
                    Optional.empty(),
                    Duration.ofSeconds(10));
            return Kit.run(target, Samples.bundled(Instant.now()));
        }
    }

    private static String wrong(Map<String, Result> results) {
        return results.entrySet().stream()
                .filter(r -> r.getValue().outcome() != Outcome.PASSED)
                .map(r -> r.getKey() + ": " + r.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> of(Map<String, Result> results, Outcome... outcomes) {
        return results.entrySet().stream()
                .filter(r -> Set.of(outcomes).contains(r.getValue().outcome()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aRightServicePassesEveryCheckOfALivingService() throws IOException {
        Map<String, Result> results = run(Fault.NONE, Optional.of(CLIENT));
        assertEquals(Set.of(), of(results, Outcome.FAILED, Outcome.TOLERATED), () -> wrong(results));
        Set<String> wanted = new TreeSet<>(Checks.ofServices());
        wanted.remove("https");
        assertEquals(wanted, of(results, Outcome.PASSED));
        assertEquals(Outcome.SKIPPED, results.get("https").outcome());
    }

    @Test
    void aRightServiceWithoutTokensPassesToo() throws IOException {
        Map<String, Result> results = run(Fault.NONE, Optional.empty());
        assertEquals(Set.of(), of(results, Outcome.FAILED, Outcome.TOLERATED), () -> wrong(results));
        assertTrue(results.keySet().stream().noneMatch(check -> check.startsWith("jwt-")));
    }

    @Test
    void aRightServiceWithTlsPassesEveryCheckThereIs(@TempDir Path folder) throws Exception {
        FakeCertificate certificate = FakeCertificate.make(folder);
        try (FakeService service =
                new FakeService(Fault.NONE, Optional.of(CLIENT), Optional.of(certificate.context()))) {
            Target target = new Target(
                    URI.create(service.url()),
                    Optional.of(CLIENT),
                    true,
                    true,
                    0,
                    Optional.of(Trust.certificate(certificate.pem())),
                    Duration.ofSeconds(10));
            Map<String, Result> results = Kit.run(target, Samples.bundled(Instant.now()));
            assertEquals(Checks.ofServices(), of(results, Outcome.PASSED), () -> wrong(results));
        }
    }

    @TestFactory
    Stream<DynamicTest> eachFaultIsReportedByItsCheckAndByNoOther() {
        return Fault.all().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.check(), () -> {
                    Map<String, Result> results = run(
                            fault, Optional.of(CLIENT).filter(c -> fault.check().startsWith("jwt-")));
                    assertEquals(
                            Set.of(fault.check()),
                            of(results, Outcome.FAILED, Outcome.TOLERATED),
                            () -> wrong(results));
                }));
    }

    @Test
    void everyCheckOfALivingServiceHasItsFault() {
        Set<String> faults = Fault.all().stream().map(Fault::check).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Checks.ofServices(), faults);
    }
}
