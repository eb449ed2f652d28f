package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is asked, what cannot be ruled out, and how answers are read. */
class QuestionsTest {
    private static final Ruleset RULES = TestRules.bundled();

    private static Patient.Builder calfCramp(Consumer<Patient.Details> details) {
        return RULES.patient().age(68).sex("female").spasm(it -> {
            it.set("kind", "muscle-cramp").set("sites", List.of("calf"));
            details.accept(it);
        });
    }

    private static Patient nightCramp() {
        return calfCramp(it ->
                        it.set("nocturnal", true).set("onset", "3 months ago").set("relievedByStretch", true))
                .build();
    }

    private static Basis explain(Patient patient) {
        return RULES.explain(patient, TestRules.NOW);
    }

    private static Interview interview(Patient patient) {
        return RULES.interview(patient, TestRules.NOW);
    }

    private static List<String> ids(Basis basis) {
        return basis.questions().stream().map(Question::id).toList();
    }

    @Test
    void theLevelAloneIsThatOfTheAssessment() {
        RandomPatients patients = new RandomPatients(RULES, new Random(20_261_125));
        Set<Optional<Level>> seen = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            Patient patient = patients.next();
            Optional<Level> level = RULES.level(patient, TestRules.NOW);
            assertEquals(RULES.assess(patient, TestRules.NOW).level(), level);
            seen.add(level);
        }
        assertTrue(seen.size() >= 4, seen.toString());
        Ruleset changed = RULES.changed(java.util.Map.of());
        assertEquals(changed.assess(nightCramp(), TestRules.NOW).level(), changed.level(nightCramp(), TestRules.NOW));
    }

    @Test
    void aPatientWhoWasExaminedIsExplainedTheSame() {
        Patient patient = nightCramp();
        assertEquals(explain(patient), RULES.explain(patient, RULES.examine(patient, TestRules.NOW)));
        Examination byOthers = RULES.changed(java.util.Map.of()).examine(patient, TestRules.NOW);
        assertThrows(IllegalArgumentException.class, () -> RULES.explain(patient, byOthers));
    }

    @Test
    void anOrdinaryNightCrampRaisesTheQuestionsOfAClinicianAndNoOthers() {
        Basis basis = explain(nightCramp());
        assertEquals(Optional.of(Level.SELF_CARE), basis.assessment().level());
        assertTrue(basis.cannotRuleOut().size() <= 5, basis.cannotRuleOut().toString());
        String open = basis.cannotRuleOut() + " " + basis.questions();
        for (String wanted : List.of("muscle weakness", "swelling of limb", "cola-colored urine", "medicines")) {
            assertTrue(open.contains(wanted), wanted + " not in " + open);
        }
        assertTrue(
                Set.of("symptoms.muscle-weakness", "medicines")
                        .contains(ids(basis).get(0)),
                ids(basis).toString());
    }

    @Test
    void whatCannotBeRuledOutIsGraverThanWhatWasFoundAndNotFoundItself() {
        RandomPatients patients = new RandomPatients(RULES, new Random(20_261_127));
        for (int i = 0; i < 100; i++) {
            Basis basis = explain(patients.next());
            int level = basis.assessment().level().map(Level::ordinal).orElse(-1);
            Set<String> found = new HashSet<>();
            basis.assessment().findings().forEach(finding -> found.add(finding.id()));
            for (Basis.OpenCondition open : basis.cannotRuleOut()) {
                assertTrue(open.level().ordinal() > level, open + " beside " + level);
                assertFalse(found.contains(open.id()), open.toString());
                assertFalse(open.missing().isEmpty(), open.toString());
            }
            assertTrue(basis.cannotRuleOut().size() <= 5);
            assertTrue(basis.questions().size() <= 6);
            assertEquals(new HashSet<>(ids(basis)).size(), basis.questions().size(), "asked twice");
        }
    }

    @Test
    void aReportDoesNotAskForWhatADialogBeginsWith() {
        Patient nothing = RULES.patient().build();
        assertEquals(
                List.of("age", "sex", "spasms", "symptoms"),
                ids(interview(nothing).basis()).subList(0, 4));
        assertFalse(ids(explain(nightCramp())).contains("symptoms"));
        assertEquals("symptoms", interview(nightCramp()).next().orElseThrow().id());
    }

    private static Interview afterNone() {
        Interview interview = interview(nightCramp()).answer("symptoms", "none");
        for (String open : List.of("medicines", "conditions", "exposures", "results")) {
            interview = interview.answer(open, "none");
        }
        return interview;
    }

    private static Question checklist(Interview interview) {
        return interview.basis().questions().stream()
                .filter(each -> each.id().startsWith("symptoms.") && each.form() == Question.Form.CHOICES)
                .findFirst()
                .orElseThrow(() -> new AssertionError(ids(interview.basis())));
    }

    @Test
    void theComplaintIsAskedForWhenItComesAndSinceWhenBeforeAnythingElse() {
        Interview start =
                interview(RULES.patient().age(68).sex("female").cramp("calf").build());
        assertEquals(
                List.of("spasms.when", "spasms.onset", "symptoms"),
                ids(start.basis()).subList(0, 3));
        Interview next = start.answer("spasms.when", "nocturnal");
        assertEquals(Optional.of(Level.SELF_CARE), next.basis().assessment().level());
        assertFalse(ids(next.basis()).contains("spasms.when"));
        assertEquals("", next.patient().entries().get(0).yesNo("exertional"), "what is not named of it stays unknown");
        assertFalse(ids(start.answer("spasms.when", "none").basis()).contains("spasms.when"));
        assertRefused(start, "spasms.when", "at noon", "allowed: none, or, separated by semicolons, nocturnal");
    }

    @Test
    void whoHasNothingElseToTellIsReadOutRedFlagsAtOnceAndNoNameTwice() {
        Interview interview = afterNone();
        Set<String> read = new HashSet<>();
        int asked = 0;
        while (interview.next().isPresent()) {
            Question question = interview.next().get();
            if (question.id().startsWith("symptoms.")) {
                asked++;
                for (String name : question.choices()) {
                    assertTrue(read.add(name), name + " twice");
                    for (String wider : RULES.vocabulary().ancestors(name)) {
                        assertFalse(read.contains(wider), name + " beside " + wider);
                    }
                }
            }
            interview = interview.answer(question.id(), question.form() == Question.Form.CHOICES ? "none" : "unknown");
        }
        assertTrue(asked <= 3, asked + " questions: " + read);
        assertTrue(read.contains("urine-cola-colored"), read.toString());
        assertTrue(read.contains("muscle-weakness"), read.toString());
    }

    @Test
    void whatWasReadOutIsDeniedByNoneAlone() {
        Interview start = afterNone();
        Question question = checklist(start);
        String first = question.choices().get(0);
        String second = question.choices().get(1);
        Interview none = start.answer(question.id(), "none");
        question.choices().forEach(name -> assertTrue(isAbsent(none, name), name));
        Interview one = start.answer(question.id(), first + " (onset: 2 days ago)");
        assertFalse(isAbsent(one, first));
        assertFalse(isAbsent(one, second), "what is not named beside another stays unknown");
        assertTrue(one.declined().contains("symptoms." + second));
        assertFalse(one.declined().contains("symptoms." + first));
        Interview unknown = start.answer(question.id(), "unknown");
        assertEquals(start.patient(), unknown.patient());
        assertTrue(unknown.declined().contains(question.id()));
        unknown.basis().questions().forEach(each -> assertFalse(each.choices().contains(second), each.toString()));
        assertRefused(start, question.id(), "fevr", "did you mean fever");
        assertRefused(start, "symptoms.*", "none", "is not the id of a question");
        assertRefused(start, "symptoms." + first + "+nonsense", "none", "is not the id of a question");
    }

    private static boolean isAbsent(Interview interview, String name) {
        return interview.patient().entries().stream()
                .anyMatch(entry ->
                        entry.name().equals(name) && entry.text("status").equals("absent"));
    }

    @Test
    void nothingKnownDoesNotReadAsNothingToFear() {
        Basis nothing = explain(RULES.patient().build());
        assertEquals(
                List.of("age", "sex"),
                nothing.questions().stream().limit(2).map(Question::id).toList());
        assertEquals(Optional.of(Level.EMERGENCY), nothing.range().highest());
        Basis normal = explain(RULES.patient()
                .age(40)
                .sex("female")
                .result("potassium", 4.2, "mmol/L")
                .build());
        assertFalse(normal.questions().isEmpty(), "a normal result says nothing of the complaint");
        assertFalse(explain(nightCramp()).nothingPoints());
    }

    /** That a spasm sits in the arm points no more to the heart than to anything else. */
    @Test
    void whereASpasmIsDoesNotTellWhatItIsFrom() {
        Basis writer = explain(RULES.patient()
                .age(45)
                .sex("male")
                .spasm(it -> it.set("kind", "muscle-spasm")
                        .set("sites", List.of("hand"))
                        .set("onset", "2 years ago"))
                .symptom("task-specific-cramp")
                .build());
        assertFalse(
                ids(writer).contains("symptoms.exertional-tightness"),
                ids(writer).toString());
    }

    @Test
    void aListIsNotAskedForBecauseOfOneRareName() {
        Patient statin = RULES.patient()
                .medicine("simvastatin")
                .symptom("calf-tenderness")
                .symptom("nausea")
                .build();
        explain(statin).questions().stream()
                .filter(question -> question.id().equals("medicines"))
                .forEach(question ->
                        assertFalse(question.effects().toString().contains("Magnesium sulfate"), question.toString()));
    }

    @Test
    void whoHasNamedSeveralSymptomsIsNotAskedForThemAgain() {
        Patient told = calfCramp(it -> {})
                .symptom("fever")
                .symptom("nausea")
                .noSymptom("headache")
                .build();
        assertFalse(ids(interview(told).basis()).contains("symptoms"));
    }

    @Test
    void anAnsweredOpenQuestionIsNotAskedAgainAndClosesNothing() {
        Interview start = interview(nightCramp());
        for (String answer : List.of("none", "nausea", "unknown")) {
            Interview next = start.answer("symptoms", answer);
            assertFalse(ids(next.basis()).contains("symptoms"), answer);
            assertTrue(next.patient().complete().isEmpty(), answer);
        }
        assertEquals(start.patient(), start.answer("symptoms", "unknown").patient());
    }

    @Test
    void listedResultsAreReadWithUnitTimeAndWord() {
        Interview next = interview(nightCramp())
                .answer(
                        "results",
                        "potassium 2.3 mmol/L; 25-OH vitamin D 60 nmol/L (at: 2 days ago); creatine kinase high");
        assertEquals(Optional.of(Level.EMERGENCY), next.basis().assessment().level());
        assertTrue(next.next().isEmpty(), "an emergency does not wait for more questions");
        assertEquals(
                List.of("potassium", "vitamin-d-25oh", "creatine-kinase"),
                next.patient().entries().subList(1, 4).stream()
                        .map(entry -> entry.name())
                        .toList());
    }

    @Test
    void anAnswerThatCannotBeUsedIsRefusedWithWhatIsAllowed() {
        Interview start = interview(nightCramp());
        assertRefused(start, "results.potassium", "4.1", "unit missing; allowed: mmol/L");
        assertRefused(start, "results.potassium", "4.1 mg", "unit mg is not one of");
        assertRefused(start, "results.potassium", "410 mmol/L", "implausible");
        assertRefused(start, "results", "potassium 410 mmol/L", "implausible");
        assertRefused(start, "results", "potassium", "results separated by semicolons");
        assertRefused(start, "symptoms", "fevr", "did you mean fever");
        assertRefused(start, "symptoms", "fever (since: 2 days ago)", "is not a field of symptoms");
        assertRefused(start, "symptoms.fever", "maybe", "allowed: yes, no, unknown");
        assertRefused(start, "spasms.episodeLength", "long", "10 minutes");
        assertRefused(start, "symptoms.nonsense", "yes", "is not the id of a question");
    }

    private static void assertRefused(Interview interview, String question, String answer, String says) {
        String message = assertThrows(InvalidPatientException.class, () -> interview.answer(question, answer))
                .getMessage();
        assertTrue(message.contains(says), message);
    }

    @Test
    void theComplaintIsTakenAsAKindOrAsNone() {
        Interview start = interview(RULES.patient().age(40).sex("male").build());
        assertEquals(
                "fasciculation",
                start.answer("spasms", "fasciculation")
                        .patient()
                        .entries()
                        .get(0)
                        .text("kind"));
        Interview none = start.answer("spasms", "none");
        assertFalse(ids(none.basis()).contains("spasms"));
        assertTrue(none.patient().complete().contains(org.spasmcds.intake.Section.SPASMS));
        assertRefused(start, "spasms", "ache", "muscle-cramp, muscle-spasm, fasciculation");
    }

    @Test
    void aDialogThatLearnsNothingEndsSoon() {
        Interview interview = interview(nightCramp());
        int asked = 0;
        while (interview.next().isPresent()) {
            interview = interview.answer(interview.next().get().id(), "unknown");
            asked++;
        }
        assertTrue(asked >= 5 && asked <= 20, asked + " questions");
        assertEquals(nightCramp().entries(), interview.patient().entries());
    }
}
