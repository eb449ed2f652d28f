package org.spasmcds;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spasmcds.basis.Explorer;
import org.spasmcds.basis.Grounds;
import org.spasmcds.basis.Rulebook;
import org.spasmcds.basis.Standing;
import org.spasmcds.basis.Subject;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.language.Language;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;

/** Gives assessments their basis. What it reads off the rules it reads once. */
final class Explanations {
    private final Ruleset ruleset;
    private final Language language;
    private final Rulebook rulebook;

    Explanations(Ruleset ruleset, Phrase phrase, Language language) {
        this.ruleset = ruleset;
        this.language = language;
        List<Interpreter> complaints = Stream.of("muscle-cramp", "muscle-spasm", "fasciculation")
                .map(kind -> ruleset.patient().spasm(it -> it.set("kind", kind)).build())
                .map(bare -> new Interpreter(ruleset.facts(bare, Instant.EPOCH).facts()))
                .toList();
        rulebook = new Rulebook(ruleset.vocabulary(), ruleset.rules(), language, phrase, complaints);
    }

    /** An assessment and what is open beside it. */
    record Explored(Examination examination, Assessment assessment, Explorer explorer) {}

    /** @param declined the ids of the questions that nobody could answer */
    Basis explain(Patient patient, Instant evaluation, Set<String> declined) {
        Explored explored = explore(patient, evaluation, declined);
        return basis(patient, explored, explored.explorer().subjects());
    }

    Basis explain(Patient patient, Examination examination) {
        Explored explored = explore(patient, examination, Set.of());
        return basis(patient, explored, explored.explorer().subjects());
    }

    Basis explainInDialog(Patient patient, Instant evaluation, Set<String> declined) {
        Explored explored = explore(patient, evaluation, declined);
        return basis(patient, explored, explored.explorer().subjectsOfDialog());
    }

    private Basis basis(Patient patient, Explored explored, List<Subject> subjects) {
        Explorer explorer = explored.explorer();
        Instant evaluation = explored.assessment().evaluatedAt();
        List<Why> why = Grounds.of(ruleset, explored.examination(), explored.assessment());
        WhatIf whatIf = new WhatIf(
                patient,
                explored.assessment().level(),
                ruleset.vocabulary(),
                language.words(),
                (changed, mayFire) -> ruleset.level(changed, evaluation, mayFire));
        return new Basis(
                explored.assessment(),
                why,
                explorer.range(subjects),
                explorer.cannotRuleOut(subjects),
                explorer.questions(subjects),
                explorer.notAsked(subjects),
                whatIf.turns(explored.examination(), explorer, why));
    }

    Explored explore(Patient patient, Instant evaluation, Set<String> declined) {
        return explore(patient, ruleset.examine(patient, evaluation), declined);
    }

    private Explored explore(Patient patient, Examination examination, Set<String> declined) {
        Clauses clauses = ruleset.clauses(examination);
        List<Clause> graded = ruleset.graded(examination, clauses);
        Assessment assessment = ruleset.assess(examination, clauses, graded);
        Set<String> found = new LinkedHashSet<>();
        assessment.findings().forEach(finding -> found.add(finding.id()));
        Explorer explorer = new Explorer(
                rulebook,
                examination.facts(),
                patient.entries(),
                patient.complete(),
                standing(examination, assessment, graded),
                found,
                declined);
        return new Explored(examination, assessment, explorer);
    }

    private static Standing standing(Examination examination, Assessment assessment, List<Clause> graded) {
        Map<Rule, Level> current = new LinkedHashMap<>();
        Map<Rule, Level> stale = new LinkedHashMap<>();
        graded.forEach(clause ->
                (examination.fired().containsKey(clause.rule()) ? current : stale).put(clause.rule(), clause.level()));
        FactSheet sheet = examination.facts();
        return new Standing(
                assessment.level(),
                current,
                stale,
                examination.interpreter(),
                sheet.staleFacts().isEmpty() ? Optional.empty() : Optional.of(new Interpreter(sheet.factsWithStale())));
    }
}
