package org.spasmcds.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spasmcds.TestRules;

class ConversionTest {
    @ParameterizedTest(name = "{0} {1} {2} = {3}")
    @CsvSource({
        "potassium, 2.95, mmol/L, 2.95",
        "potassium, 2.95, mEq/L, 2.95",
        "calcium-total, 9.2, mg/dL, 2.30",
        "calcium-total, 4.6, mEq/L, 2.30",
        "magnesium, 1.7, mg/dL, 0.70",
        "magnesium, 1.1, mEq/L, 0.55",
        "glucose-fasting, 126, mg/dL, 7.0",
        "glucose, 54, mg/dL, 3.0",
        "hba1c, 6.5, %, 48",
        "creatinine, 1.1, mg/dL, 97",
        "urea, 16, mg/dL, 5.7",
        "urea, 34, mg/dL{urea}, 5.7",
        "body-temperature, 102.2, [degF], 39.0",
        "creatine-kinase, 16.7, ukat/L, 1002",
        "vitamin-b12, 180, pg/mL, 133",
        "theophylline-level, 111, umol/L, 20"
    })
    void convertsEachAnalyteByItsOwnFactorAndRoundsOnlyWhatWasConverted(
            String test, double value, String unit, double expected) {
        assertEquals(
                expected,
                TestRules.bundled().vocabulary().test(test).orElseThrow().convert(value, unit),
                1e-9);
    }

    @ParameterizedTest
    @CsvSource({"potassium, mg/dL", "calcium-total, g/dL", "glucose, mEq/L", "albumin, mmol/L", "sodium, mg/dL"})
    void refusesAUnitOfAnotherKind(String test, String unit) {
        assertFalse(TestRules.bundled().vocabulary().test(test).orElseThrow().accepts(unit));
    }
}
