package org.spasmcds.examples.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static Report report(Fault fault) throws IOException {
        try (FakeService service = new FakeService(fault, Optional.empty())) {
            Target target = new Target(
                    URI.create(service.url()),
                    Optional.empty(),
                    false,
                    true,
                    0,
                    Optional.empty(),
                    Duration.ofSeconds(10));
            return Report.of(target, Kit.run(target, Samples.bundled(Instant.now())));
        }
    }

    @Test
    void tellsForEachRequirementThatIsTestedHowItCameOut() throws IOException {
        Report report = report(Fault.NONE);
        long tested = Requirements.all().stream().filter(Requirement::tested).count();
        assertEquals(tested, report.lines().size());
        assertEquals(0, report.count(Outcome.FAILED));
        assertTrue(report.text().contains("skipped    trusting-cds-clients-2 (client)"), report::text);
        assertTrue(report.text().contains("no key was given: say --key and --issuer"));
    }

    @Test
    void withoutDiscoveryTheRestIsSkippedAndNotPassed() throws IOException {
        Report report = report(Fault.all().stream()
                .filter(f -> f.is("discovery-available"))
                .findFirst()
                .orElseThrow());
        assertEquals(1, report.count(Outcome.FAILED));
        assertEquals(0, report.count(Outcome.PASSED));
    }

    @Test
    void junitXmlCountsWhatItHolds() throws Exception {
        Report report = report(Fault.all().stream()
                .filter(f -> f.is("card-summary"))
                .findFirst()
                .orElseThrow());
        var xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(report.junit().getBytes(StandardCharsets.UTF_8)));
        assertEquals(report.lines().size(), xml.getElementsByTagName("testcase").getLength());
        assertEquals(1, xml.getElementsByTagName("failure").getLength());
        assertEquals("1", xml.getDocumentElement().getAttribute("failures"));
    }

    @Test
    void endsWithOneWhenARequirementFailedAndWithTwoWhenCalledWrongly(@TempDir Path folder) throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"cards\": null}");
        Path good = Files.writeString(folder.resolve("good.json"), "{\"cards\": []}");
        assertEquals(1, Conformance.run(List.of(bad.toString())));
        assertEquals(0, Conformance.run(List.of(good.toString())));
        assertEquals(2, Conformance.run(List.of("http://localhost:1", "--no-such-option")));
        assertEquals(1, Conformance.run(List.of("http://localhost:1")));
    }

    @Test
    void aKeyThatWasWrittenSignsTokensThatItsPublicKeyVerifies(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("kit.jwk");
        assertEquals(0, Conformance.run(List.of("--new-key", file.toString())));
        Signer signer = Signer.of(
                Json.read(Files.readString(file)).orElseThrow(),
                "https://ehr.example.com",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertTrue(new FakeTokens(signer, java.util.Set.of()).right("Bearer " + signer.token("here"), "here"));
        assertEquals(
                Json.read(Files.readString(Path.of(file + ".jwks")))
                        .orElseThrow()
                        .at("/keys/0"),
                signer.publicJwk());
    }
}
