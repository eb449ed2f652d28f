package org.spasmcds;

import java.nio.file.Path;
import java.time.Instant;

/** What many tests share: loading takes a second, so it is done once. */
public final class TestRules {
    public static final Path FOLDER = Path.of("rules");
    public static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    private static final Ruleset BUNDLED = Ruleset.bundled();

    private TestRules() {}

    public static Ruleset bundled() {
        return BUNDLED;
    }

    public static Assessment assess(Patient.Builder patient) {
        return BUNDLED.assess(patient.build(), NOW);
    }

    public static Finding finding(Assessment assessment, String id) {
        return assessment.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " not among "
                        + assessment.findings().stream().map(Finding::id).toList()));
    }
}
