package org.spasmcds.examples.hooks.card;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Patient;
import org.spasmcds.intake.Section;

/** Which findings are worth an interruption. */
final class Relevance {
    private Relevance() {}

    /**
     * With a cramp or spasm on record all but mere self-care; without one only what needs someone to look within days: nobody asked about
     * muscles.
     */
    static List<Finding> of(Patient patient, Assessment assessment) {
        Level least = hasComplaint(patient) ? Level.ROUTINE : Level.SOON;
        return assessment.findings().stream()
                .filter(finding -> finding.level().atLeast(least))
                .toList();
    }

    static boolean hasComplaint(Patient patient) {
        return patient.entries().stream()
                .anyMatch(entry -> entry.section() == Section.SPASMS
                        && !List.of("absent", "unknown").contains(entry.text("status")));
    }

    /** Those that the orders bring up, raise or give a reason. */
    static List<Finding> touched(List<Finding> findings, Assessment without) {
        Map<String, Finding> before =
                without.findings().stream().collect(Collectors.toMap(Finding::id, Function.identity()));
        return findings.stream()
                .filter(finding -> !before.containsKey(finding.id())
                        || finding.level() != before.get(finding.id()).level()
                        || !finding.reasons().equals(before.get(finding.id()).reasons()))
                .toList();
    }
}
