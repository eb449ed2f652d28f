package org.spasmcds.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spasmcds.Patient;
import org.spasmcds.RandomAnswers;
import org.spasmcds.RandomPatients;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;

/** What an answer changes in any pattern of any rule is foreseen, pattern by pattern: levels hide most of it. */
class ReachTest {
    private static final int ANSWERS = 8;

    private final Ruleset rules = TestRules.bundled();
    private final Reach.Wider wider = new Reach.Wider(rules.vocabulary());
    private final List<Condition.Pattern> patterns = new ArrayList<>();
    private final Set<String> unforeseen = new TreeSet<>();
    private int moved;

    ReachTest() {
        for (Rule rule : rules.rules()) {
            patterns.addAll(Conditions.patterns(rule));
        }
    }

    @Test
    void noAnswerChangesAPatternThatItIsNotSaidToTouch() {
        hold(120, 20_261_201);
    }

    @Test
    @Tag("slow")
    void noAnswerChangesAPatternThatItIsNotSaidToTouchInManyPatients() {
        hold(5_000, 20_261_202);
    }

    private void hold(int patients, long seed) {
        Random random = new Random(seed);
        RandomPatients drawn = new RandomPatients(rules, random);
        RandomAnswers answers = new RandomAnswers(drawn, random);
        for (int i = 0; i < patients; i++) {
            Patient patient = drawn.next();
            List<Subject> open = subjects(patient, random);
            for (Subject subject : open) {
                Optional<Patient> answered = answers.answer(patient, subject);
                if (answered.isPresent()) {
                    foreseen(patient, subject, answered.get());
                }
            }
        }
        assertEquals(Set.of(), unforeseen);
        assertTrue(moved > 8 * patients, "only " + moved + " patterns changed");
    }

    /** Some of all that could be asked, and the open question for results, which stands for the most. */
    private List<Subject> subjects(Patient patient, Random random) {
        FactSheet sheet = rules.facts(patient, TestRules.NOW);
        Interpreter interpreter = new Interpreter(sheet.facts());
        Needs needs = new Needs(rules.vocabulary(), sheet, interpreter, patient.entries(), patient.complete());
        Set<Subject> open = new LinkedHashSet<>(needs.everyDetail());
        patterns.stream()
                .filter(pattern -> interpreter.truth(pattern) == Truth.UNKNOWN)
                .forEach(pattern -> open.addAll(needs.of(pattern)));
        List<Subject> all = new ArrayList<>(open);
        List<Subject> some = new ArrayList<>(List.of(new Subject.Listing(Section.RESULTS)));
        for (int i = 0; i < ANSWERS && !all.isEmpty(); i++) {
            some.add(all.remove(random.nextInt(all.size())));
        }
        return some;
    }

    private void foreseen(Patient before, Subject subject, Patient after) {
        Interpreter known = new Interpreter(rules.facts(before, TestRules.NOW).facts());
        Interpreter then = new Interpreter(rules.facts(after, TestRules.NOW).facts());
        Reach reach = Reach.of(List.of(subject), rules.vocabulary(), wider);
        for (Condition.Pattern pattern : patterns) {
            Truth outlook = reach.outlook(pattern, known.truth(pattern));
            boolean holds = then.truth(pattern) == Truth.TRUE;
            if (outlook != Truth.UNKNOWN && holds != (outlook == Truth.TRUE)) {
                unforeseen.add(subject.id() + " changes " + Conditions.text(pattern));
            }
            moved += holds != (known.truth(pattern) == Truth.TRUE) ? 1 : 0;
        }
    }
}
