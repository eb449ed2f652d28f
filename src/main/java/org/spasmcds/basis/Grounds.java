package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spasmcds.Assessment;
import org.spasmcds.Examination;
import org.spasmcds.Fact;
import org.spasmcds.Finding;
import org.spasmcds.Ground;
import org.spasmcds.Reason;
import org.spasmcds.Ruleset;
import org.spasmcds.Sources;
import org.spasmcds.Why;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;

/** Says of every reason of an assessment which facts met which condition of its rule. */
public final class Grounds {
    private final Ruleset ruleset;
    private final FactSheet sheet;
    private final Interpreter interpreter;
    private final Phrase phrase;
    private final Sentences sentences;

    /** Reads the facts as the rule set read them. */
    Grounds(Ruleset ruleset, Examination examination) {
        this.ruleset = ruleset;
        sheet = examination.facts();
        // Reads the same patterns as the assessment did, and remembers what they said.
        interpreter = examination.interpreter();
        Words words = Words.of(ruleset.language()).orElseThrow();
        phrase = new Phrase(ruleset.vocabulary(), words);
        sentences = new Sentences(ruleset.vocabulary(), sheet, phrase, words);
    }

    /**
     * The reasons of an assessment, in the order of its findings.
     *
     * @param ruleset the rule set that gave the assessment
     * @param examination what it was given for
     */
    public static List<Why> of(Ruleset ruleset, Examination examination, Assessment assessment) {
        Grounds grounds = new Grounds(ruleset, examination);
        List<Why> why = new ArrayList<>();
        for (Finding finding : assessment.findings()) {
            finding.reasons().forEach(reason -> why.add(grounds.why(finding, reason)));
        }
        return List.copyOf(why);
    }

    private Why why(Finding finding, Reason reason) {
        Rule rule = ruleset.rule(reason.rule()).orElseThrow();
        Matching matching = interpreter.fires(rule) ? Matching.of(sheet, interpreter) : Matching.withStale(sheet);
        Set<String> sources = new LinkedHashSet<>(rule.sources());
        return new Why(
                finding.id(),
                rule.id(),
                reason.level(),
                reason.says(),
                grounds(matching, rule.conditions()),
                excluded(matching, rule.conditions()),
                interpreter.assumptions(rule).stream()
                        .map(phrase::assumption)
                        .distinct()
                        .toList(),
                reason.doubts(),
                Sources.evidence(ruleset.vocabulary(), sources),
                Sources.of(ruleset.vocabulary(), sources),
                rule.file(),
                rule.line(),
                rule.version());
    }

    /** The conditions that carried a rule. A rule that extends another may ask the same twice; it is told once. */
    private List<Ground> grounds(Matching matching, List<Condition> conditions) {
        List<Ground> grounds = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (Condition.Pattern pattern : matching.carried(conditions)) {
            Ground ground = met(pattern, matching.meeting(pattern));
            if (told.add(ground.sentence())) {
                grounds.add(ground);
            }
        }
        return List.copyOf(grounds);
    }

    /** A pattern and the facts that meet it. */
    Ground met(Condition.Pattern pattern, List<Object> facts) {
        return ground(pattern, sentences.hold(pattern, facts), facts);
    }

    /** A pattern and facts that do not meet it. */
    Ground failed(Condition.Pattern pattern, List<Object> facts) {
        Set<String> told = new LinkedHashSet<>();
        facts.forEach(fact -> told.add(sentences.fails(pattern, fact)));
        return ground(pattern, told, facts);
    }

    /** What carried one condition that holds, and what is known not to be there that must not be. */
    List<Ground> of(Matching matching, Condition condition) {
        List<Ground> all = new ArrayList<>(grounds(matching, List.of(condition)));
        all.addAll(excluded(matching, List.of(condition)));
        return all;
    }

    private List<Ground> excluded(Matching matching, List<Condition> conditions) {
        List<Ground> grounds = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (Condition condition : matching.excluded(conditions)) {
            for (Ground ground : unmet(matching, condition)) {
                if (told.add(ground.sentence())) {
                    grounds.add(ground);
                }
            }
        }
        return List.copyOf(grounds);
    }

    /** What is known against a condition that does not hold. */
    List<Ground> unmet(Matching matching, Condition condition) {
        List<Ground> grounds = new ArrayList<>();
        for (Condition.Pattern pattern : Conditions.patterns(condition)) {
            if (matching.interpreter().truth(pattern) == Truth.FALSE) {
                List<Object> facts = matching.about(pattern);
                grounds.add(
                        facts.isEmpty()
                                ? ground(pattern, List.of(sentences.none(pattern)), facts)
                                : failed(pattern, facts));
            }
        }
        return grounds;
    }

    private Ground ground(Condition.Pattern pattern, Collection<String> told, List<Object> facts) {
        Set<String> properties = new LinkedHashSet<>();
        List<Ground.Limit> limits = new ArrayList<>();
        for (Condition.Test test : pattern.tests()) {
            properties.add(test.property());
            if (test instanceof Condition.Test.Number number) {
                limits.add(new Ground.Limit(number.property(), number.operator(), number.value()));
            }
        }
        List<Fact> traced = facts.stream()
                .flatMap(fact -> sheet.traced(fact, properties).stream())
                .distinct()
                .toList();
        return new Ground(String.join("; ", told), traced, List.copyOf(limits), pattern.line());
    }
}
