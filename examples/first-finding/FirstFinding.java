import java.time.Instant;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;

/** From facts to findings with nothing but the core jar. */
public final class FirstFinding {
    public static void main(String[] args) {
        Ruleset rules = Ruleset.bundled();
        Patient patient = rules.patient()
                .age(71)
                .cramp("calf")
                .medicine("furosemide")
                .result("potassium", 2.7, "mmol/L")
                .build();
        Assessment assessment = rules.assess(patient, Instant.parse("2026-01-15T12:00:00Z"));

        System.out.println(assessment.level().map(level -> level + ": " + level.meaning()).orElse("no finding"));
        for (Finding finding : assessment.findings()) {
            System.out.println("- " + finding.level() + " " + finding.id() + ": " + finding.says());
            System.out.println("  because " + finding.reasons().get(0).facts());
        }
    }
}
