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
@Tag("long")
class ShortcutTest {
    private final Ruleset ruleset = TestRules.bundled();
    private final List<Scenario> scenarios = ScenarioReader.read(TestRules.FOLDER);

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
                scenarios.stream().map(scenario -> new Case(ruleset, scenario)).toList();
        int passedOver = 0;
        for (Mutant mutant : sample(10, 1)) {
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
        int survived = 0;
        for (Outcome outcome : outcomes(sample(6, 2))) {
            Optional<Ruleset> whole = whole(outcome.mutant().change());
            if (whole.isPresent()) {
                assertEquals(
                        outcome.noticed(),
                        isNoticed(outcome.mutant(), whole.get()),
                        outcome.mutant().subject());
                survived += outcome.noticed() ? 0 : 1;
            }
        }
        assertTrue(survived > 5, "only " + survived + " survivors were compared");
    }

    private boolean isNoticed(Mutant mutant, Ruleset whole) {
        ScenarioRunner runner = new ScenarioRunner(whole);
        String own = mutant.file().replace(".drl", ".scenarios.yaml");
        return scenarios.stream()
                        .filter(scenario -> scenario.file().equals(own))
                        .anyMatch(scenario -> !runner.run(scenario).passed())
                || scenarios.stream()
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
