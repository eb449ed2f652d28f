package org.spasmcds.authoring.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.WholeRuleset;
import org.spasmcds.authoring.Progress;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/** What makes the tool fast must not change what it finds. */
@Tag("slow")
class ShortcutTest {
    private final Ruleset ruleset = TestRules.bundled();
    private final List<Scenario> scenarios = ScenarioReader.read(TestRules.FOLDER);

    /** So many cases of other files are compared for each mutant; all of them would take an hour. */
    private static final int OTHERS = 400;

    /** So many of each kind. */
    private List<Mutant> sample(int size, long seed) {
        List<Mutant> mutants = new ArrayList<>(MutationRun.mutants(ruleset, TestRules.FOLDER, Set.of(), true));
        Collections.shuffle(mutants, new Random(seed));
        List<Mutant> sample = new ArrayList<>();
        for (MutantKind kind : MutantKind.values()) {
            mutants.stream().filter(mutant -> mutant.kind() == kind).limit(size).forEach(sample::add);
        }
        return sample;
    }

    private List<Outcome> outcomes(List<Mutant> mutants) {
        return new MutationRun(ruleset, TestRules.FOLDER).all(mutants, true, Progress.SILENT);
    }

    @Test
    void aCaseThatIsPassedOverComesOutTheSame() {
        List<Case> cases =
                others(1).stream().map(scenario -> new Case(ruleset, scenario)).toList();
        int passedOver = 0;
        for (Mutant mutant : sample(3, 1)) {
            Ruleset variant = mutant.change().in(ruleset);
            for (Case each : cases) {
                boolean anew = mutant.change() instanceof Change.Limit;
                if (!Difference.isPossible(mutant.change(), each) && (!anew || passedOver % 50 == 0)) {
                    assertEquals(
                            Case.Effect.NONE,
                            each.effect(mutant.change(), variant),
                            () -> mutant.subject() + " in " + each.scenario().file() + ":"
                                    + each.scenario().line());
                }
                passedOver++;
            }
        }
    }

    @Test
    void aRuleSetBuiltWithTheChangeFailsTheSameCases() {
        int compared = 0;
        for (Outcome outcome : outcomes(sample(4, 2))) {
            Optional<Ruleset> whole = whole(outcome.mutant().change());
            if (whole.isPresent()) {
                assertEquals(
                        outcome.noticed(),
                        // What was noticed is found again at the first case that fails; for the others any case could.
                        isNoticed(outcome.mutant(), whole.get(), outcome.noticed() ? scenarios : others(2)),
                        outcome.mutant().subject());
                compared++;
            }
        }
        assertTrue(compared > 20, "only " + compared + " changes were compared");
    }

    private List<Scenario> others(long seed) {
        List<Scenario> shuffled = new ArrayList<>(scenarios);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.subList(0, OTHERS);
    }

    private boolean isNoticed(Mutant mutant, Ruleset whole, List<Scenario> others) {
        ScenarioRunner runner = new ScenarioRunner(whole);
        String own = mutant.file().replace(".drl", ".scenarios.yaml");
        return scenarios.stream()
                        .filter(scenario -> scenario.file().equals(own))
                        .anyMatch(scenario -> !runner.run(scenario).passed())
                || others.stream()
                        .filter(scenario -> !scenario.file().equals(own))
                        .anyMatch(scenario -> !runner.run(scenario).passed());
    }

    /** Empty where a rule is left out that another extends: no such rule set can be built from files. */
    private Optional<Ruleset> whole(Change change) {
        Vocabulary vocabulary = ruleset.vocabulary();
        if (change instanceof Change.Limit limit) {
            return Optional.of(WholeRuleset.of(vocabulary.withGroup(limit.group(), limit.members()), ruleset.rules()));
        }
        Map<String, Optional<Rule>> changes = new HashMap<>();
        ((Change.Rules) change)
                .edits()
                .forEach(edit -> changes.put(edit.before().id(), edit.after()));
        List<Rule> rules = ruleset.rules().stream()
                .flatMap(rule -> changes.getOrDefault(rule.id(), Optional.of(rule)).stream())
                .toList();
        Set<String> ids = Set.copyOf(rules.stream().map(Rule::id).toList());
        boolean complete =
                rules.stream().flatMap(rule -> rule.parent().stream()).allMatch(ids::contains);
        return complete ? Optional.of(WholeRuleset.of(vocabulary, rules)) : Optional.empty();
    }
}
