package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Assessment;
import org.spasmcds.Examination;
import org.spasmcds.Fact;
import org.spasmcds.Ground;
import org.spasmcds.Reason;
import org.spasmcds.Ruleset;
import org.spasmcds.WhyNot;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;

/** Says of a rule which of its conditions hold for a patient and which do not, and what would make it fire. */
public final class Objections {
    /** So many facts that fail one condition are told. */
    private static final int TOLD = 4;

    private final Ruleset ruleset;
    private final Assessment assessment;
    private final Matching matching;
    private final Interpreter interpreter;
    private final Grounds grounds;
    private final Phrase phrase;
    private final Words words;
    private final Changes changes;

    private Objections(Ruleset ruleset, Examination examination, Assessment assessment) {
        this.ruleset = ruleset;
        this.assessment = assessment;
        interpreter = examination.interpreter();
        matching = Matching.of(examination.facts(), interpreter);
        words = Words.of(ruleset.language()).orElseThrow();
        phrase = new Phrase(ruleset.vocabulary(), words);
        grounds = new Grounds(ruleset, examination);
        changes = new Changes(ruleset.vocabulary(), examination.facts(), matching, phrase, words);
    }

    /**
     * Why a rule did not fire, or does not count.
     *
     * @param assessment what the rule set gave for the examination
     */
    public static WhyNot of(Ruleset ruleset, Examination examination, Assessment assessment, Rule rule) {
        return new Objections(ruleset, examination, assessment).of(rule);
    }

    private WhyNot of(Rule rule) {
        boolean fired = interpreter.fires(rule);
        Setback setback = Setback.of(rule, ruleset, assessment);
        boolean concerned = fired || setback.reason().isPresent();
        return new WhyNot(
                rule.id(),
                rule.condition(),
                rule.level(),
                fired,
                setback.reason().map(Reason::level),
                concerned ? words(setback) : "",
                rule.conditions().stream().map(this::condition).toList(),
                fired ? List.of() : changes.of(rule),
                rule.file(),
                rule.line(),
                rule.version());
    }

    private String words(Setback setback) {
        return switch (setback.kind()) {
            case NONE -> "";
            case LOWERED -> {
                Reason reason = setback.reason().orElseThrow();
                yield words.say(
                        "setback.lowered",
                        words.say("level." + reason.level().name()),
                        String.join("; ", reason.doubts()));
            }
            case ADULT_LIMIT -> words.say("setback.adultLimit");
            case EXCLUDED ->
                other(setback.other())
                        .map(title -> words.say("setback.excluded", title))
                        .orElseGet(() -> words.say("setback.excludedBy"));
        };
    }

    /** The title of the finding that has the rules of a condition among its reasons. */
    private Optional<String> other(String condition) {
        return assessment.findings().stream()
                .filter(finding -> finding.reasons().stream()
                        .anyMatch(reason -> ruleset.rule(reason.rule())
                                .filter(rule -> rule.condition().equals(condition))
                                .isPresent()))
                .map(finding -> finding.title())
                .findFirst();
    }

    // Conditions

    private WhyNot.Condition condition(Condition condition) {
        List<Ground> told = new ArrayList<>();
        Set<String> sentences = new LinkedHashSet<>();
        boolean holds = interpreter.matches(condition);
        if (holds) {
            told.addAll(grounds.of(matching, condition));
        } else {
            against(condition, told, sentences);
        }
        told.forEach(ground -> sentences.add(ground.sentence()));
        WhyNot.State state = state(condition, holds);
        if (state == WhyNot.State.ASSUMED) {
            interpreter.assumptions(List.of(condition)).stream()
                    .map(phrase::assumption)
                    .forEach(assumed -> sentences.add(told.isEmpty() ? assumed : words.say("ground.assumed", assumed)));
        }
        String asks = phrase.condition(condition);
        List<Fact> facts = told.stream()
                .flatMap(ground -> ground.facts().stream())
                .distinct()
                .toList();
        int line = Conditions.patterns(condition).get(0).line();
        return new WhyNot.Condition(
                state, asks, sentences.isEmpty() ? asks : String.join("; ", sentences), facts, line);
    }

    private WhyNot.State state(Condition condition, boolean holds) {
        Truth truth = interpreter.truth(condition);
        if (holds) {
            return truth == Truth.TRUE ? WhyNot.State.HELD : WhyNot.State.ASSUMED;
        }
        return truth == Truth.FALSE ? WhyNot.State.NOT_HELD : WhyNot.State.UNKNOWN;
    }

    /** The facts that keep a condition from being met, and what is not known. */
    private void against(Condition condition, List<Ground> told, Set<String> sentences) {
        List<Condition.Pattern> failing = new ArrayList<>();
        List<Condition.Pattern> inTheWay = new ArrayList<>();
        collect(condition, true, failing, inTheWay);
        for (Condition.Pattern pattern : inTheWay) {
            told.add(grounds.met(pattern, matching.meeting(pattern)));
        }
        Set<String> unheard = new LinkedHashSet<>();
        for (Condition.Pattern pattern : failing) {
            List<Object> facts = matching.about(pattern);
            if (facts.isEmpty() || matching.isUnheardOf(pattern)) {
                unheard.add(phrase.subject(pattern));
            } else {
                told.add(grounds.failed(pattern, facts.subList(0, Math.min(TOLD, facts.size()))));
            }
        }
        if (!unheard.isEmpty()) {
            List<String> some = unheard.stream().limit(TOLD).toList();
            String list = unheard.size() > TOLD
                    ? words.say("condition.more", String.join(", ", some), unheard.size() - TOLD)
                    : words.or(some);
            sentences.add(words.say("ground.nothingKnown", list));
        }
    }

    /**
     * The patterns that would have to hold and do not, and those that must not and do.
     *
     * @param wanted whether the condition must hold
     */
    private void collect(
            Condition condition, boolean wanted, List<Condition.Pattern> failing, List<Condition.Pattern> inTheWay) {
        if (interpreter.matches(condition) == wanted) {
            return;
        }
        if (condition instanceof Condition.Pattern pattern) {
            (wanted ? failing : inTheWay).add(pattern);
        } else if (condition instanceof Condition.Not not) {
            collect(not.part(), !wanted, failing, inTheWay);
        } else {
            Conditions.parts(condition).forEach(part -> collect(part, wanted, failing, inTheWay));
        }
    }
}
