package org.spasmcds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.spasmcds.basis.Explorer;
import org.spasmcds.fact.Result;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Section;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Units;
import org.spasmcds.vocabulary.Vocabulary;

/** The nearest changes of one fact at which the level changes. Each was tried by an assessment of the changed patient. */
final class WhatIf {
    /** So that a patient with a long record does not cost more than the answer is worth. */
    private static final int TRIALS = 6;

    private static final int OF_RESULT = 3;
    private static final int OF_PRESENT = 3;
    private static final int OF_ABSENT = 3;

    private final Patient patient;
    private final Optional<Level> level;
    private final Vocabulary vocabulary;
    private final Words words;
    private final BiFunction<Patient, Set<Rule>, Optional<Level>> assess;
    private final List<Basis.Turn> turns = new ArrayList<>();
    private int left;

    WhatIf(
            Patient patient,
            Optional<Level> level,
            Vocabulary vocabulary,
            Words words,
            BiFunction<Patient, Set<Rule>, Optional<Level>> assess) {
        this.patient = patient;
        this.level = level;
        this.vocabulary = vocabulary;
        this.words = words;
        this.assess = assess;
    }

    List<Basis.Turn> turns(Examination examination, Explorer explorer, List<Why> why) {
        left = TRIALS;
        results(examination, explorer);
        present(explorer, why);
        absent(explorer);
        return List.copyOf(turns);
    }

    // Results

    private void results(Examination examination, Explorer explorer) {
        Map<String, Entry> single = new HashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (Entry entry : patient.entries()) {
            if (entry.section() == Section.RESULTS && single.putIfAbsent(entry.name(), entry) != null) {
                repeated.add(entry.name());
            }
        }
        for (Object fact : examination.facts().facts()) {
            if (fact instanceof Result result
                    && result.isCurrent()
                    && !Double.isNaN(result.getValue())
                    && single.containsKey(result.getTest())
                    && !repeated.contains(result.getTest())) {
                Entry entry = single.get(result.getTest());
                TestDefinition test = vocabulary.test(result.getTest()).orElseThrow();
                // Limits of the laboratory's own are in the unit that it reported.
                boolean convertible = vocabulary.unit(entry.text("unit")).equals(test.unit())
                        || Double.isNaN(entry.number("low")) && Double.isNaN(entry.number("high"));
                if (convertible) {
                    result(entry, result, test, explorer);
                }
            }
        }
    }

    private void result(Entry entry, Result result, TestDefinition test, Explorer explorer) {
        Set<Rule> mayFire = explorer.mayFire(test.name());
        boolean rising = false;
        boolean falling = false;
        int tried = 0;
        for (double value : explorer.turningValues(result, test)) {
            boolean rises = value > result.getValue();
            if (tried == OF_RESULT || (rises ? rising : falling) || isOpposite(test, result.getValue(), value)) {
                continue;
            }
            tried++;
            Map<String, Object> changed = new LinkedHashMap<>(entry.values());
            changed.put("value", value);
            changed.put("unit", test.unit());
            String unit = Units.written(test.unit());
            String text = words.number(value) + (unit.isEmpty() ? "" : " " + unit);
            boolean turns =
                    turn(entry, changed, mayFire, words.say(rises ? "turn.above" : "turn.below", display(entry), text));
            rising |= turns && rises;
            falling |= turns && !rises;
        }
    }

    /** That a result which is too high could be too low, or the other way about, helps nobody. */
    private static boolean isOpposite(TestDefinition test, double value, double other) {
        return Math.max(value, other) > test.referenceHigh() && Math.min(value, other) < test.referenceLow();
    }

    // What is there, and what is not

    private void present(Explorer explorer, List<Why> why) {
        Set<String> paths = new LinkedHashSet<>();
        for (Why each : why) {
            if (level.equals(Optional.of(each.level()))) {
                each.grounds().forEach(ground -> ground.facts().forEach(fact -> paths.add(fact.path())));
            }
        }
        patient.entries().stream()
                .filter(entry -> paths.contains(entry.path()))
                // Never a medicine: that the level would be lower without it must not be read as advice to stop it.
                // What is reported may be judged otherwise; a disease that is known is there.
                .filter(entry -> entry.section() == Section.SYMPTOMS || entry.section() == Section.EXPOSURES)
                .limit(OF_PRESENT)
                .forEach(entry -> turn(
                        entry,
                        Map.of("status", "absent"),
                        explorer.mayFire(),
                        words.say("turn.absent", display(entry))));
    }

    private void absent(Explorer explorer) {
        patient.entries().stream()
                .filter(entry -> entry.text("status").equals("absent"))
                .filter(entry -> explorer.wouldRaise(entry.section(), entry.name()))
                .limit(OF_ABSENT)
                .forEach(entry -> {
                    Map<String, Object> changed = new LinkedHashMap<>(entry.values());
                    changed.remove("status");
                    turn(entry, changed, explorer.mayFire(), words.say("turn.present", display(entry)));
                });
    }

    private String display(Entry entry) {
        return vocabulary.display(entry.name());
    }

    private boolean turn(Entry entry, Map<String, Object> changed, Set<Rule> mayFire, String change) {
        if (left-- <= 0) {
            return false;
        }
        Optional<Level> then;
        try {
            then = assess.apply(patient.with(entry, changed), mayFire);
        } catch (InvalidPatientException contradiction) {
            return false;
        }
        // That nothing is found without the complaint itself is no news.
        if (!then.equals(level) && then.isPresent()) {
            turns.add(new Basis.Turn(entry.path(), change, level, then));
        }
        return !then.equals(level) && then.isPresent();
    }
}
