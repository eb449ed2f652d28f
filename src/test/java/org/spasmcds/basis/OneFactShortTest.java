package org.spasmcds.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spasmcds.Examination;
import org.spasmcds.Fact;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.WhyNot;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Rule;

/**
 * For every rule a patient who is one fact short of it: the patient of a case that fires the rule, without one entry. What is said to be
 * missing must be that one fact, and nothing else.
 */
@Tag("long")
class OneFactShortTest {
    private static final Ruleset RULES = TestRules.bundled();
    private static final String AGE = "age";
    private static final String SEX = "sex";
    private static final Set<String> PROPERTIES = Set.of(AGE, SEX);
    private static final int CASES = 12;

    /** A patient who lacks one fact of another. */
    private record Short(Patient patient, String path) {}

    @Test
    void whyNotNamesTheFactThatEveryRuleIsShortOf() {
        Map<String, List<Patient>> firing = firing();
        int shown = 0;
        int alone = 0;
        int tried = 0;
        int exact = 0;
        List<String> not = new ArrayList<>();
        for (Rule rule : RULES.rules()) {
            List<String> misses = new ArrayList<>();
            boolean found = false;
            boolean single = false;
            for (Patient whole : firing.getOrDefault(rule.id(), List.of())) {
                Examination full = RULES.examine(whole, ScenarioRunner.EVALUATION);
                for (Short one : oneShort(whole)) {
                    Examination examination = RULES.examine(one.patient(), ScenarioRunner.EVALUATION);
                    if (examination.fired().containsKey(rule)) {
                        continue;
                    }
                    tried++;
                    WhyNot whyNot = Objections.of(RULES, examination, RULES.assess(examination), rule);
                    boolean named = whyNot.smallestChange().size() == 1
                            && names(whyNot.smallestChange().get(0), one.path(), full);
                    exact += named ? 1 : 0;
                    found |= named;
                    single |= named && whyNot.smallestChange().get(0).names().size() == 1;
                    if (!named) {
                        misses.add(one.path() + " of " + whole.entries() + ": "
                                + whyNot.smallestChange().stream()
                                        .map(WhyNot.Change::sentence)
                                        .toList());
                    }
                }
                if (single) {
                    break;
                }
            }
            shown += found ? 1 : 0;
            alone += single ? 1 : 0;
            if (!found) {
                not.add(rule.id() + ": " + (misses.isEmpty() ? "no case that one fact decides" : misses.get(0)));
            }
        }
        System.out.println("one fact short: " + shown + " of " + RULES.rules().size() + " rules shown, in " + alone
                + " of them the fact is the only name; of " + tried + " patients one fact short " + exact
                + " were told exactly it");
        not.forEach(System.out::println);
        assertEquals(List.of(), not);
    }

    private static Map<String, List<Patient>> firing() {
        Map<String, List<Patient>> firing = new TreeMap<>();
        ScenarioRunner runner = new ScenarioRunner(RULES);
        for (Scenario scenario : ScenarioReader.read(TestRules.FOLDER)) {
            try {
                Patient patient = runner.patient(scenario);
                RULES.examine(patient, ScenarioRunner.EVALUATION)
                        .fired()
                        .keySet()
                        .forEach(rule -> firing.computeIfAbsent(rule.id(), any -> new ArrayList<>())
                                .add(patient));
            } catch (InvalidPatientException refused) {
                // A case that shows a refusal has no patient.
            }
        }
        // Where less is known, less can stand in for what is taken away.
        firing.replaceAll((rule, patients) -> patients.stream()
                .sorted(Comparator.comparingInt(
                        (Patient patient) -> patient.entries().size()))
                .limit(CASES)
                .toList());
        return firing;
    }

    private static List<Short> oneShort(Patient whole) {
        List<Short> shorts = new ArrayList<>();
        for (Entry entry : whole.entries()) {
            without(whole, entry).ifPresent(patient -> shorts.add(new Short(patient, entry.path())));
        }
        if (whole.age().isPresent()) {
            without(whole, AGE).ifPresent(patient -> shorts.add(new Short(patient, AGE)));
        }
        if (!whole.sex().isEmpty()) {
            without(whole, SEX).ifPresent(patient -> shorts.add(new Short(patient, SEX)));
        }
        return shorts;
    }

    /** Entries stand apart by what they are: a case gives several the same place. */
    private static Optional<Patient> without(Patient whole, Object fact) {
        Patient.Builder builder = RULES.patient();
        if (!fact.equals(AGE)) {
            whole.age().ifPresent(builder::age);
        }
        whole.birthDate().ifPresent(builder::birthDate);
        if (!fact.equals(SEX) && !whole.sex().isEmpty()) {
            builder.sex(whole.sex());
        }
        try {
            for (Entry entry : whole.entries()) {
                if (entry != fact) {
                    builder.fact(entry.section(), entry.path(), entry.name(), given(entry));
                }
            }
            whole.complete().forEach(builder::complete);
            return Optional.of(builder.build());
        } catch (InvalidPatientException contradiction) {
            return Optional.empty();
        }
    }

    /** A stored entry as it could be given again. */
    private static Map<String, Object> given(Entry entry) {
        Map<String, Object> values = new LinkedHashMap<>(entry.values());
        for (Field field : entry.section().fields()) {
            if (field.type() instanceof Field.Span && values.get(field.name()) instanceof Double minutes) {
                values.put(field.name(), Math.round(minutes * 60) + " seconds");
            }
        }
        return values;
    }

    /** Whether a change is about the fact that was taken away, by what the whole patient's facts say of where they come from. */
    private static boolean names(WhyNot.Change change, String path, Examination full) {
        Set<String> names = new HashSet<>(change.names());
        if (PROPERTIES.contains(path)) {
            return names.contains(path);
        }
        return full.facts().facts().stream()
                .flatMap(fact -> full.facts().traced(fact, PROPERTIES).stream())
                .anyMatch(fact -> isNamed(fact, names, path));
    }

    private static boolean isNamed(Fact fact, Set<String> names, String path) {
        boolean spasm = fact.name().equals("spasm") && path.startsWith(Section.SPASMS.label());
        boolean named = names.contains(fact.name()) && comesFrom(fact, path);
        return named
                || (spasm && fact.path().equals(path) && names.contains(kind(fact)))
                || fact.inputs().stream().anyMatch(input -> isNamed(input, names, path));
    }

    private static String kind(Fact fact) {
        return fact.label().replaceFirst(" \\(.*|,.*", "").replace(' ', '-');
    }

    private static boolean comesFrom(Fact fact, String path) {
        return fact.path().equals(path) || fact.inputs().stream().anyMatch(input -> comesFrom(input, path));
    }
}
