package org.spasmcds.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.defects.DefectKind;
import org.spasmcds.authoring.defects.DefectSuite;
import org.spasmcds.authoring.defects.Plant;

/** The suite of defects fits the rules as they are now: every plant changes something, and its line is there. */
class DefectPlantsTest {
    private final DefectSuite suite = DefectSuite.read(DefectSuiteTest.SUITE);

    @Test
    void thereAreAtLeastFortyKindsOfThreePlants() {
        assertTrue(suite.kinds().size() >= 40, suite.kinds().size() + " kinds");
        Set<String> ids = new HashSet<>();
        for (DefectKind kind : suite.kinds()) {
            assertTrue(ids.add(kind.id()), kind.id() + " stands twice");
            assertEquals(3, kind.plants().size(), kind.id());
            assertTrue(List.of("check", "analyze", "test").contains(kind.tool()), kind.id() + ": " + kind.tool());
            assertTrue(kind.defect().endsWith("."), kind.id() + ": " + kind.defect());
        }
    }

    @Test
    void everyPlantChangesTheRulesAndHasItsLine() {
        Map<String, String> originals = DefectSuite.texts(TestRules.FOLDER);
        for (DefectKind kind : suite.kinds()) {
            for (Plant plant : kind.plants()) {
                Plant.Planted planted = plant.in(originals);
                planted.changed()
                        .forEach((file, text) ->
                                assertNotEquals(Optional.ofNullable(originals.get(file)), text, plant.name()));
                planted.places().forEach(place -> {
                    String text = planted.changed()
                            .getOrDefault(place.file(), Optional.ofNullable(originals.get(place.file())))
                            .orElseThrow();
                    assertTrue(place.line() <= text.lines().count(), plant.name() + " at " + place);
                });
            }
        }
    }
}
