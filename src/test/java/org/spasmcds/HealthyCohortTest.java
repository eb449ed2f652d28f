package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.TestDefinition;

/** People with an occasional night cramp or with nothing at all, every result in the middle of its range: nothing above self-care. */
class HealthyCohortTest {
    @Test
    void nothingAboveSelfCareInHealthyPeopleWithNormalResults() {
        Ruleset ruleset = TestRules.bundled();
        Random random = new Random(11);
        List<String> alarms = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Patient.Builder patient = ruleset.patient()
                    .age(18 + random.nextInt(70))
                    .sex(random.nextBoolean() ? "female" : "male")
                    .notPregnant()
                    .medicinesComplete()
                    .conditionsComplete();
            if (random.nextBoolean()) {
                patient.spasm(it -> it.set("sites", List.of("calf"))
                        .set("nocturnal", true)
                        .set("perWeek", 0.25)
                        .set("episodeLength", "2 minutes"));
            }
            for (Name name : ruleset.vocabulary().names()) {
                if (name.kind() == Kind.ANALYTE || name.kind() == Kind.VITAL) {
                    normal(ruleset, patient, name.id(), random);
                }
                boolean askable = name.kind() == Kind.SYMPTOM || name.kind() == Kind.SIGN;
                if (askable
                        && random.nextInt(3) == 0
                        && !name.id().startsWith("muscle-")
                        && !name.id().equals("fasciculation")) {
                    patient.fact(Section.SYMPTOMS, name.id(), java.util.Map.of("status", "absent"));
                }
            }
            Assessment assessment = ruleset.assess(patient.build(), TestRules.NOW);
            assessment.findings().stream()
                    .filter(finding -> finding.level().atLeast(Level.ROUTINE))
                    .map(finding -> finding.id() + " " + finding.level() + " " + finding.reasons())
                    .forEach(alarms::add);
        }
        assertEquals(List.of(), alarms.stream().distinct().limit(10).toList());
    }

    private static void normal(Ruleset ruleset, Patient.Builder patient, String id, Random random) {
        TestDefinition test = ruleset.vocabulary().test(id).orElseThrow();
        boolean hasRange = !Double.isNaN(test.referenceLow()) && !Double.isNaN(test.referenceHigh());
        if (hasRange && random.nextInt(4) > 0) {
            double width = test.referenceHigh() - test.referenceLow();
            double value = test.referenceLow() + width * (0.3 + 0.4 * random.nextDouble());
            double step = Math.pow(10, -test.decimals());
            patient.result(id, Math.round(value / step) * step, test.unit());
        }
    }
}
