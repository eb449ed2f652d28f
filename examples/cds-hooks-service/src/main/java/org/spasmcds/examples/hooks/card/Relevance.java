package org.spasmcds.examples.hooks.card;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Patient;
import org.spasmcds.intake.Section;

/** Which findings are worth an interruption. */
final class Relevance {
    private static final Set<String> COMPLAINTS =
            Set.of("muscle-cramp", "muscle-spasm", "fasciculation", "muscle-stiffness", "early-exercise-cramp");

    private Relevance() {}

    /**
     * What needs someone to look within days; with a cramp or spasm on record also what may explain it and can wait. That no cause stands
     * out is nothing to interrupt for.
     */
    static List<Finding> of(Patient patient, Assessment assessment) {
        boolean complaint = hasComplaint(patient);
        return assessment.findings().stream()
                .filter(finding -> finding.level().atLeast(Level.SOON)
                        || complaint && finding.level() == Level.ROUTINE && finding.kind() == Finding.Kind.CAUSE)
                .toList();
    }

    /** Whether a finding of the highest level may be relevant; known before all that is said about it. */
    static boolean canBe(Patient patient, Optional<Level> highest) {
        Level least = hasComplaint(patient) ? Level.ROUTINE : Level.SOON;
        return highest.filter(level -> level.atLeast(least)).isPresent();
    }

    /** Whether there is a cramp, spasm, twitch or stiffness: FHIR data name it as one with details or as a mere symptom. */
    static boolean hasComplaint(Patient patient) {
        return patient.entries().stream()
                .filter(entry -> entry.section() == Section.SPASMS
                        || entry.section() == Section.SYMPTOMS && COMPLAINTS.contains(entry.name()))
                .anyMatch(entry -> !List.of("absent", "unknown", "resolved").contains(entry.text("status")));
    }
}
