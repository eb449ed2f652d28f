package org.spasmcds.authoring.analysis;

import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;

/**
 * Looks for a patient who makes rules fire: first by putting one together, then among the cases beside the rules, then among pairs of
 * those. Whoever is found was tried out on the rule set itself.
 */
final class WitnessSearch {
    private static final int ATTEMPTS = 60;
    private static final int MORE_ATTEMPTS = 400;
    private static final int PAIRS = 60;

    private record Case(Given given, BitSet fired) {}

    private final Ruleset ruleset;
    private final Path folder;
    private final Entailment entailment;
    private final ScenarioRunner runner;
    private final Map<String, Integer> places = new HashMap<>();
    private List<Case> cases = List.of();
    private boolean casesRead;

    /**
     * @param folder where the cases are
     */
    WitnessSearch(Ruleset ruleset, Path folder, Entailment entailment) {
        this.ruleset = ruleset;
        this.folder = folder;
        this.entailment = entailment;
        runner = new ScenarioRunner(ruleset);
        ruleset.rules().forEach(rule -> places.put(rule.id(), places.size()));
    }

    /** Whether there is a patient for whom the rule fires. */
    boolean isReachable(Rule rule) {
        return found(List.of(rule))
                .filter(given -> confirmed(given, List.of(rule)))
                .isPresent();
    }

    /** A patient for whom all these rules fire, with nothing said that is not needed. */
    Optional<Given> firing(List<Rule> rules) {
        return found(rules)
                .map(given -> smallest(given, smaller -> fire(smaller, rules)))
                .filter(given -> confirmed(given, rules));
    }

    private Optional<Given> found(List<Rule> rules) {
        Optional<List<Alternative>> alternatives = rules.size() == 1
                ? entailment.alternatives().of(rules.get(0))
                : entailment.alternatives().of(rules.get(0), rules.get(1));
        if (alternatives
                .filter(all -> all.stream().allMatch(Alternative::impossible))
                .isPresent()) {
            return Optional.empty();
        }
        Predicate<Given> fire = given -> fire(given, rules);
        return alternatives
                .flatMap(each -> sketched(each, fire))
                .or(() -> amongCases(rules))
                .or(() -> amongPairs(rules, fire));
    }

    private Optional<Given> sketched(List<Alternative> alternatives, Predicate<Given> fire) {
        List<Alternative> possible =
                alternatives.stream().filter(each -> !each.impossible()).toList();
        int attempts = Math.min(MORE_ATTEMPTS, Math.max(ATTEMPTS, 3 * possible.size()));
        for (int i = 0; i < attempts && !possible.isEmpty(); i++) {
            Choices choices = Choices.attempt(i / possible.size());
            Optional<Given> given =
                    Sketch.of(ruleset.vocabulary(), entailment, possible.get(i % possible.size()), choices);
            if (given.filter(fire).isPresent()) {
                return given;
            }
        }
        return Optional.empty();
    }

    /** The patient, unless what is said contradicts itself. */
    Optional<Patient> patient(Given given) {
        try {
            return Optional.of(runner.patient(new Scenario("", 1, "", "", given.lines(), NullNode.getInstance())));
        } catch (InvalidPatientException contradiction) {
            return Optional.empty();
        }
    }

    boolean fire(Given given, Collection<Rule> rules) {
        return reader(given)
                .filter(interpreter -> rules.stream().allMatch(interpreter::fires))
                .isPresent();
    }

    /** Those of the rules that fire, the highest level first. */
    List<Rule> fired(Given given, Collection<Rule> rules) {
        return reader(given)
                .map(interpreter -> rules.stream().filter(interpreter::fires))
                .orElse(Stream.empty())
                .sorted(Comparator.comparing(Rule::level).reversed())
                .toList();
    }

    private Optional<Interpreter> reader(Given given) {
        return patient(given)
                .map(patient -> new Interpreter(
                        ruleset.facts(patient, ScenarioRunner.EVALUATION).facts()));
    }

    /** Whether just these of the rules fire when the rule set is run. */
    boolean confirmed(Given given, Collection<Rule> rules, List<Rule> fired) {
        return patient(given)
                .filter(patient -> rules.stream()
                        .filter(fired(patient)::contains)
                        .collect(Collectors.toSet())
                        .equals(Set.copyOf(fired)))
                .isPresent();
    }

    private boolean confirmed(Given given, List<Rule> rules) {
        return patient(given)
                .filter(patient -> fired(patient).containsAll(rules))
                .isPresent();
    }

    private Set<Rule> fired(Patient patient) {
        return ruleset.examine(patient, ScenarioRunner.EVALUATION).fired().keySet();
    }

    /** Leaves out what is not needed. */
    private static Given smallest(Given given, Predicate<Given> fire) {
        for (Given smaller : given.smaller()) {
            if (fire.test(smaller)) {
                return smallest(smaller, fire);
            }
        }
        return given;
    }

    // The cases beside the rules

    Optional<Given> amongCases(List<Rule> rules) {
        return firingCases(rules).stream().findFirst();
    }

    private List<Given> firingCases(List<Rule> rules) {
        read();
        return cases.stream()
                .filter(each -> rules.stream().allMatch(rule -> each.fired().get(places.get(rule.id()))))
                .map(Case::given)
                .toList();
    }

    private Optional<Given> amongPairs(List<Rule> rules, Predicate<Given> fire) {
        if (rules.size() < 2) {
            return Optional.empty();
        }
        int tried = 0;
        for (Given one : firingCases(rules.subList(0, 1))) {
            for (Given other : firingCases(rules.subList(1, 2))) {
                if (tried++ == PAIRS) {
                    return Optional.empty();
                }
                Given both = one.and(other);
                if (fire.test(both)) {
                    return Optional.of(both);
                }
            }
        }
        return Optional.empty();
    }

    private void read() {
        if (casesRead) {
            return;
        }
        casesRead = true;
        List<Case> read = new ArrayList<>();
        for (Scenario scenario : ScenarioReader.read(folder)) {
            Given given = new Given(scenario.given());
            patient(given).ifPresent(patient -> read.add(new Case(given, places(patient))));
        }
        cases = List.copyOf(read);
    }

    private BitSet places(Patient patient) {
        Interpreter interpreter = new Interpreter(
                ruleset.facts(patient, ScenarioRunner.EVALUATION).facts());
        BitSet fired = new BitSet();
        ruleset.rules().stream().filter(interpreter::fires).forEach(rule -> fired.set(places.get(rule.id())));
        return fired;
    }
}
