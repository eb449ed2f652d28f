package org.spasmcds.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.spasmcds.Certainty;
import org.spasmcds.Patient;
import org.spasmcds.TestRules;
import org.spasmcds.fact.Condition;
import org.spasmcds.fact.Group;
import org.spasmcds.fact.Medicine;
import org.spasmcds.fact.Named;
import org.spasmcds.fact.Result;
import org.spasmcds.fact.Spasm;
import org.spasmcds.fact.Symptom;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

class IntakeTest {
    private final Vocabulary vocabulary = TestRules.bundled().vocabulary();

    private Patient.Builder patient() {
        return TestRules.bundled().patient();
    }

    /** Everything is asked, so that a test does not depend on what the rules happen to read. */
    private FactSheet facts(Patient.Builder patient) {
        Set<String> names = new LinkedHashSet<>();
        vocabulary.names().stream().map(Name::id).forEach(names::add);
        return Intake.facts(
                vocabulary,
                Words.english(),
                new Intake.Asked(names, vocabulary.groups().keySet()),
                patient.build(),
                TestRules.NOW);
    }

    private static Optional<Result> result(FactSheet sheet, String test) {
        return sheet.facts().stream()
                .filter(fact ->
                        fact instanceof Result result && result.getTest().equals(test))
                .map(Result.class::cast)
                .findFirst();
    }

    private static boolean has(FactSheet sheet, Class<? extends Named> type, String name, boolean present) {
        return sheet.facts().stream()
                .anyMatch(fact -> type.isInstance(fact)
                        && ((Named) fact).getName().equals(name)
                        && ((Named) fact).isPresent() == present);
    }

    private static Group group(FactSheet sheet, String name) {
        return sheet.facts().stream()
                .filter(fact -> fact instanceof Group group && group.getName().equals(name))
                .map(Group.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Consumer<Patient.Details> at(String when) {
        return it -> it.set("at", when);
    }

    @Test
    void aRiseOfHalfAUnitIsExactlyThat() {
        FactSheet sheet = facts(
                patient().result("potassium", 4.1, "mmol/L").result("potassium", 3.6, "mmol/L", at("6 hours ago")));
        assertEquals(0.5, result(sheet, "potassium").orElseThrow().getRiseIn12Hours());
    }

    @Test
    void aValueWithoutAUnitIsRefusedAndNotGuessed() {
        FactSheet sheet = facts(patient().result("calcium-total", 5, ""));
        assertTrue(result(sheet, "calcium-total").isEmpty());
        assertTrue(
                sheet.refusals().get(0).reason().startsWith("unit missing"),
                sheet.refusals().toString());
    }

    @Test
    void anImplausibleValueIsRefusedWithWhatIsPlausible() {
        FactSheet sheet = facts(patient().result("creatinine", 59.9, "mg/dL"));
        assertTrue(result(sheet, "creatinine").isEmpty());
        assertEquals(
                "implausible value; plausible is 5 to 3000 umol/L",
                sheet.refusals().get(0).reason());
    }

    @Test
    void theLimitsOfThePlausibleAreThemselvesPlausible() {
        assertTrue(result(facts(patient().result("potassium", 1.0, "mmol/L")), "potassium")
                .isPresent());
        assertTrue(result(facts(patient().result("potassium", 0.9, "mmol/L")), "potassium")
                .isEmpty());
        assertTrue(result(facts(patient().result("potassium", 10.0, "mmol/L")), "potassium")
                .isPresent());
        assertTrue(result(facts(patient().result("potassium", 10.1, "mmol/L")), "potassium")
                .isEmpty());
    }

    @Test
    void aResultCountsUpToTheEndOfItsWindowAndIsThenListed() {
        assertTrue(result(facts(patient().result("potassium", 4, "mmol/L", at("7 days ago"))), "potassium")
                .orElseThrow()
                .isCurrent());
        FactSheet old = facts(patient().result("potassium", 4, "mmol/L", at("8 days ago")));
        assertFalse(result(old, "potassium").orElseThrow().isCurrent());
        assertTrue(old.refusals().get(0).reason().startsWith("out of its time window of 7 days"));
        assertFalse(result(facts(patient().result("glucose", 4, "mmol/L", at("25 hours ago"))), "glucose")
                .orElseThrow()
                .isCurrent());
    }

    @Test
    void theLatestValueWinsAndTheEarlierOneIsListed() {
        FactSheet sheet = facts(patient()
                .result("potassium", 2.3, "mmol/L", at("2 days ago"))
                .result("potassium", 3.9, "mmol/L", at("1 day ago")));
        assertEquals(3.9, result(sheet, "potassium").orElseThrow().getValue());
        assertEquals(
                "an earlier value; the latest one is used",
                sheet.refusals().get(0).reason());
    }

    @Test
    void aResultFromTheFutureIsRefused() {
        FactSheet sheet = facts(patient().result("potassium", 2.3, "mmol/L", at("2026-01-18")));
        assertTrue(result(sheet, "potassium").isEmpty());
        assertEquals("dated in the future", sheet.refusals().get(0).reason());
    }

    @Test
    void adjustsCalciumForAlbumin() {
        FactSheet sheet =
                facts(patient().result("calcium-total", 1.95, "mmol/L").result("albumin", 30, "g/L"));
        Result adjusted = result(sheet, "calcium-adjusted").orElseThrow();
        assertEquals(2.15, adjusted.getValue(), 1e-9);
        assertEquals("computed", adjusted.getBasis());
        assertEquals(Optional.empty(), sheet.cap(adjusted));
    }

    @Test
    void aReportedAdjustedCalciumGoesBeforeAComputedOne() {
        FactSheet sheet = facts(patient()
                .result("calcium-total", 1.95, "mmol/L")
                .result("albumin", 30, "g/L")
                .result("calcium-adjusted", 2.05, "mmol/L"));
        assertEquals(2.05, result(sheet, "calcium-adjusted").orElseThrow().getValue());
    }

    @Test
    void anIonizedCalciumGoesBeforeAnAdjustedOneOfTheSameDay() {
        FactSheet same =
                facts(patient().result("calcium-total", 1.95, "mmol/L").result("calcium-ionized", 1.2, "mmol/L"));
        assertTrue(result(same, "calcium-adjusted").isEmpty());
        FactSheet apart = facts(patient()
                .result("calcium-total", 1.95, "mmol/L", at("now"))
                .result("calcium-ionized", 1.2, "mmol/L", at("2 days ago")));
        assertTrue(result(apart, "calcium-adjusted").isPresent());
        FactSheet doubtful =
                facts(patient().result("calcium-adjusted", 1.8, "mmol/L").result("calcium-ionized", 1.2, "meq/L"));
        assertTrue(
                result(doubtful, "calcium-adjusted").isPresent(), "a unit that is likely wrong hides no sound value");
    }

    @Test
    void aTotalCalciumWithoutAlbuminIsNeverMoreThanLikely() {
        FactSheet sheet = facts(patient().result("calcium-total", 1.95, "mmol/L"));
        Result calcium = result(sheet, "calcium-adjusted").orElseThrow();
        assertEquals("unadjusted", calcium.getBasis());
        assertEquals(Optional.of(Certainty.LIKELY), sheet.cap(calcium));
    }

    @Test
    void adjustmentIsRoughBelowEgfr60AndBelowAlbumin30() {
        FactSheet kidney = facts(patient()
                .result("calcium-total", 1.95, "mmol/L")
                .result("albumin", 36, "g/L")
                .result("egfr", 59, "mL/min/{1.73_m2}"));
        assertEquals(
                Optional.of(Certainty.LIKELY),
                kidney.cap(result(kidney, "calcium-adjusted").orElseThrow()));
        FactSheet albumin =
                facts(patient().result("calcium-total", 1.95, "mmol/L").result("albumin", 29, "g/L"));
        assertEquals(
                Optional.of(Certainty.LIKELY),
                albumin.cap(result(albumin, "calcium-adjusted").orElseThrow()));
        FactSheet fine = facts(patient().result("calcium-total", 1.95, "mmol/L").result("albumin", 30, "g/L"));
        assertEquals(Optional.empty(), fine.cap(result(fine, "calcium-adjusted").orElseThrow()));
    }

    @Test
    void calculatesOsmolarityOnlyFromAllFourInputs() {
        Patient.Builder three = patient()
                .result("sodium", 148, "mmol/L")
                .result("potassium", 4, "mmol/L")
                .result("glucose", 6, "mmol/L");
        assertTrue(result(facts(three), "calculated-osmolarity").isEmpty());
        double osmolarity = result(facts(three.result("urea", 12, "mmol/L")), "calculated-osmolarity")
                .orElseThrow()
                .getValue();
        assertEquals(315.6, osmolarity, 1e-9);
    }

    @Test
    void qtcIsProlongedFrom450InMenAnd460InWomenAndWhereTheSexIsUnknown() {
        assertTrue(has(facts(patient().sex("male").result("qtc", 450, "ms")), Symptom.class, "qtc-prolonged", true));
        assertTrue(has(facts(patient().sex("male").result("qtc", 449, "ms")), Symptom.class, "qtc-prolonged", false));
        assertTrue(has(facts(patient().sex("female").result("qtc", 459, "ms")), Symptom.class, "qtc-prolonged", false));
        assertTrue(has(facts(patient().sex("female").result("qtc", 460, "ms")), Symptom.class, "qtc-prolonged", true));
        assertTrue(has(facts(patient().result("qtc", 459, "ms")), Symptom.class, "qtc-prolonged", false));
        assertTrue(has(facts(patient().result("qtc", 500, "ms")), Symptom.class, "qtc-dangerous", true));
        assertTrue(has(facts(patient().result("qtc", 499, "ms")), Symptom.class, "qtc-dangerous", false));
    }

    @Test
    void findsAcuteKidneyInjuryByRiseAndByRatio() {
        assertTrue(kidneyInjury(100, "2 days ago", 126));
        assertFalse(kidneyInjury(100, "2 days ago", 125));
        assertFalse(kidneyInjury(100, "3 days ago", 126));
        assertTrue(kidneyInjury(40, "7 days ago", 60));
        assertFalse(kidneyInjury(40, "8 days ago", 60));
        assertFalse(kidneyInjury(42, "7 days ago", 60));
    }

    private boolean kidneyInjury(double before, String when, double now) {
        return has(
                facts(patient().result("creatinine", before, "umol/L", at(when)).result("creatinine", now, "umol/L")),
                Condition.class,
                "acute-kidney-injury",
                true);
    }

    @Test
    void aHemolyzedSampleNeverShowsANormalPotassiumButStillShowsALowOne() {
        Consumer<Patient.Details> hemolyzed = it -> it.set("at", "now").set("hemolyzed", true);
        FactSheet normal = facts(patient().result("potassium", 4.5, "mmol/L", hemolyzed));
        assertTrue(result(normal, "potassium").isEmpty());
        assertTrue(normal.refusals().get(0).reason().startsWith("hemolyzed sample"));
        assertEquals(
                3.2,
                result(facts(patient().result("potassium", 3.2, "mmol/L", hemolyzed)), "potassium")
                        .orElseThrow()
                        .getValue());
        FactSheet high = facts(patient().result("potassium", 6.6, "mmol/L", hemolyzed));
        assertEquals(
                Optional.of(Certainty.POSSIBLE),
                high.cap(result(high, "potassium").orElseThrow()));
    }

    @Test
    void aUnitIsDoubtfulWhenTheSameNumberIsNormalInAnotherUnit() {
        FactSheet doubtful = facts(patient().result("calcium-total", 9.2, "mEq/L"));
        assertTrue(doubtful.doubt(result(doubtful, "calcium-adjusted").orElseThrow())
                .isPresent());
        FactSheet clear = facts(patient().result("calcium-total", 6.7, "mg/dL"));
        assertTrue(clear.doubt(result(clear, "calcium-adjusted").orElseThrow()).isEmpty());
    }

    @Test
    void theLaboratorysOwnRangeGoesBeforeTheVocabularys() {
        FactSheet own = facts(patient()
                .result(
                        "potassium",
                        3.4,
                        "mmol/L",
                        it -> it.set("at", "now").set("low", 3.3).set("high", 5.0)));
        Result potassium = result(own, "potassium").orElseThrow();
        assertTrue(potassium.isWithinOwnRange());
        assertFalse(potassium.isLow());
        assertFalse(own.isOnDefaultLimit(potassium, "low"));
    }

    @Test
    void aWordCountsAsInsideOrOutsideTheRangeAndNeverAsANumber() {
        Result low = result(
                        facts(patient()
                                .fact(Section.RESULTS, "potassium", java.util.Map.of("value", "low", "at", "now"))),
                        "potassium")
                .orElseThrow();
        assertTrue(low.isLow());
        assertTrue(Double.isNaN(low.getValue()));
    }

    @Test
    void whatACompleteListDoesNotNameIsAbsentAndWhatAnOpenListDoesNotNameIsUnknown() {
        FactSheet open = facts(patient().medicine("simvastatin"));
        assertFalse(has(open, Medicine.class, "metformin", false));
        FactSheet complete = facts(patient().medicine("simvastatin").medicinesComplete());
        assertTrue(has(complete, Medicine.class, "metformin", false));
        assertFalse(has(complete, Medicine.class, "statin", false));
    }

    @Test
    void aMedicineCountsUnderItsClassesAndAnAbsentClassRulesItsMembersOut() {
        FactSheet taken = facts(patient().medicine("simvastatin"));
        assertTrue(has(taken, Medicine.class, "statin", true));
        FactSheet absent = facts(patient().medicine("statin", it -> it.set("status", "absent")));
        assertTrue(has(absent, Medicine.class, "simvastatin", false));
    }

    @Test
    void aMedicineNamedByItsClassMatchesTheClassAndNoMember() {
        FactSheet sheet = facts(patient().medicine("water tablet"));
        assertTrue(has(sheet, Medicine.class, "diuretic", true));
        assertFalse(has(sheet, Medicine.class, "furosemide", true));
    }

    @Test
    void aStoppedMedicineCountsForFourteenDays() {
        assertTrue(medicine("14 days ago").isActive());
        assertFalse(medicine("15 days ago").isActive());
    }

    @Test
    void aClassThatIsNotTakenIsNotAbsentWhileOneOfItStoppedDaysAgoStillActs() {
        FactSheet days = facts(patient()
                .medicine("simvastatin", it -> it.set("stopped", "3 days ago"))
                .medicine("statin", it -> it.set("status", "absent")));
        FactSheet weeks = facts(patient()
                .medicine("statin", it -> it.set("status", "absent"))
                .medicine("simvastatin", it -> it.set("stopped", "15 days ago")));
        assertFalse(has(days, Medicine.class, "statin", false));
        assertTrue(has(days, Medicine.class, "atorvastatin", false));
        assertTrue(has(weeks, Medicine.class, "statin", false));
    }

    private Medicine medicine(String stopped) {
        return facts(patient().medicine("simvastatin", it -> it.set("stopped", stopped))).facts().stream()
                .filter(fact ->
                        fact instanceof Medicine medicine && medicine.getName().equals("simvastatin"))
                .map(Medicine.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theChangeOfAMedicineCountsFromTheStartOfTheComplaint() {
        FactSheet sheet = facts(patient()
                .spasm(it -> it.set("onset", "2 weeks ago"))
                .medicine("simvastatin", it -> it.set("start", "1 year ago").set("changed", "5 weeks ago")));
        Medicine medicine = sheet.facts().stream()
                .filter(fact -> fact instanceof Medicine m && m.getName().equals("simvastatin"))
                .map(Medicine.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(3, medicine.getChangedBeforeOnsetWeeks(), 1e-9);
    }

    @Test
    void aSpasmAtSeveralSitesIsOneFactASiteAndASymptomOfItsKind() {
        FactSheet sheet = facts(patient().cramp("calf", "foot"));
        List<Spasm> spasms = sheet.facts().stream()
                .filter(Spasm.class::isInstance)
                .map(Spasm.class::cast)
                .toList();
        assertEquals(
                List.of("calf", "foot"), spasms.stream().map(Spasm::getSite).toList());
        assertEquals(
                List.of("leg", "leg"), spasms.stream().map(Spasm::getRegion).toList());
        assertTrue(has(sheet, Symptom.class, "muscle-cramp", true));
    }

    @Test
    void theOrderOfTheSitesOfASpasmDoesNotMatter() {
        for (List<String> sites : List.of(List.of("eyelid", "arm"), List.of("arm", "eyelid"))) {
            FactSheet sheet =
                    facts(patient().spasm(it -> it.set("kind", "fasciculation").set("sites", sites)));
            assertEquals(
                    Set.of("head-neck", "arm"),
                    sheet.facts().stream()
                            .filter(fact -> fact instanceof Symptom symptom
                                    && symptom.getName().equals("fasciculation"))
                            .map(fact -> ((Symptom) fact).getRegion())
                            .collect(java.util.stream.Collectors.toSet()));
        }
    }

    @Test
    void aComplaintThatIsLongOverDoesNotCount() {
        assertTrue(has(
                facts(patient().spasm(it -> it.set("ended", "90 days ago"))), Symptom.class, "muscle-cramp", true));
        assertFalse(has(
                facts(patient().spasm(it -> it.set("ended", "91 days ago"))), Symptom.class, "muscle-cramp", true));
    }

    @Test
    void onBothSidesInTurnIsBilateral() {
        FactSheet sheet = facts(patient()
                .symptom("numbness", it -> it.set("side", "left"))
                .symptom("numbness", it -> it.set("side", "right")));
        assertTrue(sheet.facts().stream()
                .anyMatch(fact -> fact instanceof Symptom symptom
                        && symptom.getName().equals("numbness")
                        && symptom.getSide().equals("both")));
    }

    @Test
    void aClinicianRecordGoesBeforeAReport() {
        FactSheet sheet = facts(patient()
                .symptom("muscle-weakness")
                .symptom("muscle-weakness", it -> it.set("status", "absent").set("observed", true)));
        assertEquals(0, group(sheet, "muscle-symptom").getPresent());
    }

    @Test
    void aGroupCountsPresentAbsentAndUnknownMembersAndANestedGroupOnce() {
        FactSheet sheet =
                facts(patient().symptom("vomiting").noSymptom("diarrhea").result("body-temperature", 38.0, "Cel"));
        Group loss = group(sheet, "fluid-loss");
        assertEquals(2, loss.getPresent());
        assertEquals(1, loss.getAbsent());
        assertEquals(
                0,
                group(facts(patient().result("body-temperature", 37.9, "Cel")), "fluid-loss")
                        .getPresent());
        Group qualifiers = group(facts(patient().medicine("furosemide").medicine("salbutamol")), "qualifier-potassium");
        assertEquals(1, qualifiers.getPresent());
    }

    @Test
    void aYearOldEgfrStillShowsKidneyDiseaseAsAQualifier() {
        assertEquals(1, qualifier("364 days ago"));
        assertEquals(0, qualifier("366 days ago"));
    }

    private double qualifier(String when) {
        return group(facts(patient().result("egfr", 40, "mL/min/{1.73_m2}", at(when))), "qualifier-potassium")
                .getPresent();
    }

    @Test
    void aBirthDateGivesTheAgeAtTheEvaluation() {
        org.spasmcds.fact.Patient person =
                (org.spasmcds.fact.Patient) facts(patient().birthDate(java.time.LocalDate.parse("1961-01-16")))
                        .facts()
                        .get(0);
        assertEquals(64, Math.floor(person.getAge()));
    }

    @Test
    void twoResultsOfTheSameTimeBothCountWhateverTheirOrder() {
        for (double first : new double[] {4.0, 2.3}) {
            FactSheet sheet =
                    facts(patient().result("potassium", first, "mmol/L").result("potassium", 6.3 - first, "mmol/L"));
            assertTrue(sheet.facts().stream()
                    .anyMatch(fact -> fact instanceof Result result
                            && result.getTest().equals("potassium")
                            && result.getValue() == 2.3));
        }
    }

    @Test
    void anUndatedValueIsKeptForASecondLookBesideADatedOne() {
        FactSheet sheet = facts(patient()
                .result("potassium", 4.0, "mmol/L", at("60 days ago"))
                .fact(Section.RESULTS, "potassium", java.util.Map.of("value", 2.0, "unit", "mmol/L")));
        assertTrue(sheet.staleFacts().stream().anyMatch(fact -> ((Result) fact).getValue() == 2.0));
    }

    @Test
    void aLaterWordDoesNotHideANumberUnlessItSaysNormal() {
        Patient.Builder low = patient()
                .result("potassium", 2.3, "mmol/L", at("1 hour ago"))
                .fact(Section.RESULTS, "potassium", java.util.Map.of("value", "low", "at", "now"));
        assertTrue(facts(low).facts().stream().anyMatch(f -> f instanceof Result r && r.getValue() == 2.3));
        Patient.Builder normal = patient()
                .result("potassium", 2.3, "mmol/L", at("1 hour ago"))
                .fact(Section.RESULTS, "potassium", java.util.Map.of("value", "normal", "at", "now"));
        assertFalse(facts(normal).facts().stream().anyMatch(f -> f instanceof Result r && r.getValue() == 2.3));
    }

    @Test
    void aCalciumGivenAsAWordIsNeverAdjusted() {
        FactSheet sheet = facts(patient()
                .fact(Section.RESULTS, "calcium-total", java.util.Map.of("value", "normal", "at", "now"))
                .result("albumin", 40, "g/L"));
        assertTrue(Double.isNaN(result(sheet, "calcium-adjusted").orElseThrow().getValue()));
    }

    @Test
    void repeatedLowCalciumIsSeenLikeRepeatedLowPotassium() {
        FactSheet sheet = facts(patient()
                .result("calcium-adjusted", 2.1, "mmol/L")
                .result("calcium-adjusted", 2.1, "mmol/L", at("10 days ago")));
        assertTrue(has(sheet, Symptom.class, "calcium-low-repeated", true));
    }

    @Test
    void aQtcGivenAsHighIsProlongedAndNotKnownToBeHarmless() {
        FactSheet sheet = facts(patient().fact(Section.RESULTS, "qtc", java.util.Map.of("value", "high", "at", "now")));
        assertTrue(has(sheet, Symptom.class, "qtc-prolonged", true));
        assertFalse(has(sheet, Symptom.class, "qtc-dangerous", false));
    }

    @Test
    void aMeasuredQtcGoesBeforeAReportedAbsence() {
        FactSheet sheet = facts(patient().noSymptom("qtc-prolonged").result("qtc", 520, "ms"));
        assertTrue(has(sheet, Symptom.class, "qtc-prolonged", true));
    }

    @Test
    void aCompleteListOfConditionsDeniesNoPregnancyNoVaccinationAndNoTrait() {
        FactSheet sheet = facts(patient().sex("female").age(30).conditionsComplete());
        assertFalse(has(sheet, Condition.class, "pregnancy", false));
        assertFalse(has(sheet, Condition.class, "tetanus-vaccination-complete", false));
        assertFalse(has(sheet, Condition.class, "sickle-cell-trait", false));
        assertTrue(has(sheet, Condition.class, "asthma", false));
    }

    @Test
    void aMedicineNamedOnlyByItsClassLeavesTheMembersUnknownInACompleteList() {
        FactSheet sheet = facts(patient().medicine("diuretic").medicinesComplete());
        assertFalse(has(sheet, Medicine.class, "furosemide", false));
        assertFalse(has(sheet, Medicine.class, "potassium-lowering", false));
        assertTrue(has(sheet, Medicine.class, "simvastatin", false));
    }

    @Test
    void aNameIsNeverBothPresentAndAbsent() {
        FactSheet corrected = facts(patient()
                .symptom("fever")
                .symptom("fever", it -> it.set("status", "absent").set("observed", true)));
        assertTrue(has(corrected, Symptom.class, "fever", false));
        assertFalse(has(corrected, Symptom.class, "fever", true));
        FactSheet sided = facts(patient()
                .symptom("numbness", it -> it.set("status", "absent").set("side", "left"))
                .symptom("numbness", it -> it.set("side", "right")));
        assertTrue(has(sided, Symptom.class, "numbness", true));
        assertFalse(has(sided, Symptom.class, "numbness", false));
        FactSheet twitch = facts(patient().symptom("fasciculation").complete(Section.SPASMS));
        assertFalse(has(twitch, Symptom.class, "fasciculation", false));
    }

    @Test
    void aSignThatEndedLongAgoIsNotNew() {
        Symptom recent = symptom("10 days ago");
        assertFalse(recent.isLongStanding());
        Symptom old = symptom("20 days ago");
        assertTrue(old.isLongStanding());
        assertFalse(old.isRecent());
    }

    private Symptom symptom(String ended) {
        return facts(patient().symptom("seizure", it -> it.set("ended", ended))).facts().stream()
                .filter(fact ->
                        fact instanceof Symptom symptom && symptom.getName().equals("seizure"))
                .map(Symptom.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTimeInTheFutureIsReportedAndNotUsed() {
        FactSheet symptom = facts(patient().symptom("vomiting", it -> it.set("onset", "2027-01-01")));
        assertTrue(has(symptom, Symptom.class, "vomiting", true));
        assertTrue(symptom.refusals().get(0).reason().contains("in the future"));
        FactSheet medicine = facts(patient().medicine("simvastatin", it -> it.set("start", "2027-01-01")));
        assertFalse(has(medicine, Medicine.class, "simvastatin", true));
    }

    @Test
    void aMedicineThatWasRestartedIsActive() {
        FactSheet sheet = facts(patient()
                .medicine("digoxin", it -> it.set("start", "2 days ago").set("stopped", "30 days ago")));
        assertTrue(sheet.facts().stream()
                .anyMatch(f -> f instanceof Medicine m && m.getName().equals("digoxin") && m.isActive()));
    }

    @Test
    void aComplaintThatIsLongOverDoesNotDateAMedicine() {
        FactSheet sheet = facts(patient()
                .spasm(it -> it.set("onset", "2 years ago").set("ended", "1 year ago"))
                .spasm(it -> it.set("onset", "1 week ago"))
                .medicine("simvastatin", it -> it.set("start", "3 weeks ago")));
        assertTrue(sheet.facts().stream()
                .anyMatch(f -> f instanceof Medicine m
                        && m.getName().equals("simvastatin")
                        && Math.abs(m.getChangedBeforeOnsetWeeks() - 2) < 1e-6));
    }

    @Test
    void aRangeThatIsNoRangeIsSetAside() {
        FactSheet sheet = facts(patient()
                .result(
                        "creatine-kinase",
                        150,
                        "U/L",
                        it -> it.set("at", "now").set("low", 10).set("high", 0)));
        Result ck = result(sheet, "creatine-kinase").orElseThrow();
        assertFalse(ck.isHigh());
        assertTrue(sheet.refusals().get(0).reason().startsWith("not a range"));
    }

    @Test
    void anUpperLimitThatTheLaboratoryDidNotGiveStaysBorrowed() {
        FactSheet sheet = facts(patient()
                .result(
                        "creatine-kinase",
                        3000,
                        "U/L",
                        it -> it.set("at", "now").set("low", 30)));
        Result ck = result(sheet, "creatine-kinase").orElseThrow();
        assertTrue(sheet.isOnDefaultLimit(ck, "multiple"));
        assertFalse(sheet.isOnDefaultLimit(ck, "low"));
    }
}
