package org.spasmcds.authoring.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.json.Documents;
import org.spasmcds.json.PatientReader;

class SyntheticPatientsTest {
    private static List<String> patients(Ruleset ruleset, long seed, int number) {
        SyntheticPatients synthetic = new SyntheticPatients(ruleset, seed);
        List<String> patients = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            patients.add(synthetic.next());
        }
        return patients;
    }

    @Test
    void theSameSeedGivesTheSamePatientsAndALongerListBeginsWithAShorterOne() {
        List<String> patients = patients(TestRules.bundled(), 7, 200);
        assertEquals(patients.subList(0, 50), patients(TestRules.bundled(), 7, 50));
        assertNotEquals(
                patients.get(0).replace("-7-", "-8-"),
                patients(TestRules.bundled(), 8, 1).get(0));
    }

    @Test
    void everyPatientIsAcceptedAndTheMixIsThatOfAPractice() {
        PatientReader reader = new PatientReader(TestRules.bundled());
        TreeSet<String> outside = new TreeSet<>();
        int panels = 0;
        int complaints = 0;
        List<String> patients = patients(TestRules.bundled(), 1, 1_000);
        for (String line : patients) {
            JsonNode patient = Documents.read(line);
            reader.read(patient);
            assertEquals("synthetic", patient.path("source").asText());
            boolean panel = false;
            for (JsonNode result : patient.path("results")) {
                panel |= result.path("test").asText().equals("potassium");
                double value = result.path("value").asDouble();
                if (result.path("test").asText().equals("potassium") && (value < 3.5 || value > 5.3)) {
                    outside.add(patient.path("id").asText());
                }
            }
            panels += panel ? 1 : 0;
            int here = patient.path("spasms").size();
            for (JsonNode symptom : patient.path("symptoms")) {
                here += symptom.path("status").asText().equals("absent") ? 0 : 1;
            }
            complaints += here >= 1 && here <= 3 ? 1 : 0;
        }
        assertTrue(panels > 230 && panels < 370, panels + " with a potassium");
        assertTrue(outside.size() > 8 && outside.size() < panels / 5, outside.size() + " outside the range");
        assertTrue(complaints > 800, complaints + " with one to three complaints");
    }

    @Test
    void namesThatAVocabularyLacksAreLeftOut(@TempDir Path folder) throws IOException {
        SmallRules.write(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().matches(".*(?<!sources)\\.csv"))
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                lines.removeIf(line -> line.contains("headache"));
                Files.write(file, lines);
            }
        }
        List<String> patients = patients(SmallRules.open(folder).ruleset(), 1, 200);
        assertTrue(patients.stream().noneMatch(line -> line.contains("headache")));
        assertTrue(patients(TestRules.bundled(), 1, 200).stream().anyMatch(line -> line.contains("headache")));
    }
}
