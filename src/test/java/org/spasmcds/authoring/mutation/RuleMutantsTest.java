package org.spasmcds.authoring.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.Ruleset;
import org.spasmcds.rule.Conditions;

class RuleMutantsTest {
    @TempDir
    private Path path;

    private Ruleset ruleset;
    private List<Mutant> mutants;

    @BeforeEach
    void make() {
        ruleset = new TinyFolder(path).ruleset();
        mutants = RuleMutants.of(ruleset.rules(), ruleset.vocabulary(), false);
    }

    private Mutant mutant(String subject) {
        return mutants.stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(subject + " not among "
                        + mutants.stream().map(Mutant::subject).toList()));
    }

    private String changed(String subject, String rule) {
        return ((Change.Rules) mutant(subject).change())
                .edits().stream()
                        .filter(edit -> edit.before().id().equals(rule))
                        .flatMap(edit -> edit.after().stream())
                        .flatMap(after -> after.conditions().stream())
                        .map(Conditions::text)
                        .reduce("", (a, b) -> a + b + "\n");
    }

    @Test
    void everyKindOfChangeIsMadeOnceAndNoneThatTheChecksRefuse() {
        assertEquals(
                new TreeSet<>(List.of(
                        "low: potassium value < 2.50 → value < 2.51",
                        "low: potassium value < 2.50 → value < 2.49",
                        "low: potassium value < 2.50 → value <= 2.50",
                        "low: potassium value < 2.50 → value >= 2.50",
                        "low: potassium without value < 2.50",
                        "low: potassium current → !current",
                        "low: without potassium current value < 2.50",
                        "low: without not fever present recent",
                        "low: fever present → !present",
                        "low: fever recent → !recent",
                        "low: fever without recent",
                        "low: level URGENT → SOON",
                        "low: level URGENT → EMERGENCY",
                        "low: rule left out",
                        "low.heart: without cardiac-electrical-risk present >= 2",
                        "low.heart: cardiac-electrical-risk present >= 2 → present >= 3",
                        "low.heart: cardiac-electrical-risk present >= 2 → present >= 1",
                        "low.heart: level EMERGENCY → URGENT",
                        "low.heart: rule left out")),
                new TreeSet<>(mutants.stream().map(Mutant::subject).toList()));
    }

    @Test
    void aConditionThatAnotherRuleTakesOverIsChangedThereToo() {
        String subject = "low: potassium value < 2.50 → value < 2.49";
        assertTrue(changed(subject, "low").contains("value < 2.49"), changed(subject, "low"));
        assertTrue(changed(subject, "low.heart").contains("value < 2.49"), changed(subject, "low.heart"));
    }

    @Test
    void aMutantStandsWhereItsComparisonStands() {
        Mutant mutant = mutant("low: potassium value < 2.50 → value <= 2.50");
        assertEquals("low.drl:12:43", mutant.file() + ":" + mutant.line() + ":" + mutant.column());
        assertEquals("a case with potassium 2.5 mmol/L (value < 2.50 fails) and all else of low", mutant.hint());
    }

    @Test
    void leavingARuleOutLeavesThoseThatExtendIt() {
        List<Change.Edit> edits = ((Change.Rules) mutant("low: rule left out").change()).edits();
        assertEquals(1, edits.size());
        assertTrue(edits.get(0).after().isEmpty());
    }
}
