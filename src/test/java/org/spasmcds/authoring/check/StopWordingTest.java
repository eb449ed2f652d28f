package org.spasmcds.authoring.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spasmcds.authoring.Accepted;
import org.spasmcds.vocabulary.Vocabulary;
import org.spasmcds.vocabulary.VocabularyReader;

/** What is an order about a medicine, and what only tells of one. */
class StopWordingTest {
    private static final Vocabulary VOCABULARY = VocabularyReader.read(
            Map.of(
                    "vocabulary.csv",
                    "name,kind,display,synonyms\nsimvastatin,medicine,simvastatin,\nstatin,medicine-class,statin,\n"
                            + "diuretic,medicine-class,diuretic,water tablet\n"),
            new ArrayList<>());

    private static List<String> found(String says) {
        Report report = new Report(Accepted.none());
        StopWordingCheck.run(VOCABULARY, List.of(new Wording(new Place("sample.drl", 2, 12), "sample", says)), report);
        return report.found().stream().map(Found::message).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stop the statin.",
                "Potassium is low; stop your water tablets.",
                "Rest, drink, and hold the diuretic for two days.",
                "Switch to another statin.",
                "Muscle pain on a statin: discontinue simvastatin.",
                "The statin should be stopped.",
                "Your medicine must be changed today.",
                "Please withhold the tablets until the blood test.",
                "Tell the prescriber and stop it.",
                "Halve the dose.",
                "Call now, then skip the next dose.",
                "Diuretics need to be paused.",
            })
    void anOrderIsFound(String says) {
        assertEquals(1, found(says).size(), says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do not stop the statin without advice.",
                "Never leave out a dose on your own.",
                "Cramp that began after the statin was stopped 3 days ago.",
                "A stop of the diuretic within 14 days counts.",
                "Pain that stops work on a statin.",
                "Some medicines lower the sodium in the blood.",
                "Start cooling at once.",
                "A medicine that can lower potassium; start date and dose changes.",
                "Have your list of medicines reviewed.",
                "Change of medicine; temperature.",
                "Statin dose; when it was raised.",
                "Tablets may be the reason; ask the prescriber.",
                "The water tablet holds potassium back.",
            })
    void whatOnlyTellsIsNot(String says) {
        assertEquals(List.of(), found(says), says);
    }
}
