package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Group;
import org.spasmcds.fact.Named;
import org.spasmcds.fact.Result;
import org.spasmcds.fact.Spasm;
import org.spasmcds.fact.Symptom;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Truth;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * Says of a fact what a pattern asks of it, and the comparison that it meets or fails: {@code potassium 2.3 mmol/L, 2 hours ago, is
 * below 2.5 mmol/L}. Made from the parsed rule and the fact; no sentence belongs to a rule.
 */
final class Sentences {
    private static final Map<String, String> TIMES =
            Map.of("hours", "hour", "days", "day", "weeks", "week", "months", "month");
    /** Comparisons with other times of a medicine, with their unit. */
    private static final Map<String, String> MEDICINE_TIMES =
            Map.of("changedDays", "day", "changedWeeks", "week", "stoppedDays", "day", "missedDays", "day");
    /** What a sentence tells as the time of the fact. */
    private static final Set<String> AGES =
            Set.of("hours", "days", "weeks", "months", "changedDays", "changedWeeks", "stoppedDays");
    /** In the unit of their test. */
    private static final Set<String> CHANGES = Set.of("fallIn48Hours", "riseIn12Hours", "riseSincePrior");

    private static final String BEFORE_ONSET = "changedBeforeOnsetWeeks";

    private final FactPhrase facts;
    private final Phrase phrase;
    private final Words words;

    Sentences(Vocabulary vocabulary, FactSheet sheet, Phrase phrase, Words words) {
        facts = new FactPhrase(vocabulary, sheet, words);
        this.phrase = phrase;
        this.words = words;
    }

    /** Facts that meet a pattern, each with every comparison that it passes. What was given once is told once. */
    List<String> hold(Condition.Pattern pattern, List<Object> meeting) {
        Map<String, String> told = new LinkedHashMap<>();
        for (Object fact : meeting) {
            // Under a wider name the same fact comes again.
            String narrow = sentence(facts.subject(pattern, fact, false), pattern, fact, pattern.tests(), true);
            told.putIfAbsent(
                    narrow, sentence(facts.subject(pattern, fact, true), pattern, fact, pattern.tests(), true));
        }
        return List.copyOf(told.values());
    }

    /** A fact that does not meet a pattern, or is not known to, with what it fails. What it says to the other questions is told only. */
    String fails(Condition.Pattern pattern, Object fact) {
        if (fact instanceof Group group) {
            return words.say(
                    "ground.counts",
                    facts.subject(pattern, group, true),
                    group.getPresent(),
                    group.getAbsent(),
                    group.getUnknown());
        }
        if (fact instanceof Named named && named.isAbsent() && facts.time(named).isEmpty()) {
            // What is not there has no age and no dose.
            return facts.subject(pattern, named, true);
        }
        List<Condition.Test> failing = Matching.failing(pattern, fact);
        List<Condition.Test> unknown = failing.stream()
                .filter(test -> Matching.alone(pattern, fact, test) == Truth.UNKNOWN)
                .toList();
        List<Condition.Test> untrue =
                failing.stream().filter(test -> !unknown.contains(test)).toList();
        List<String> told = new ArrayList<>();
        told.add(sentence(facts.subject(pattern, fact, true), pattern, fact, untrue, false));
        untrue.forEach(test -> facts.untrue(test).ifPresent(told::add));
        unknown.forEach(test -> told.add(unknown(pattern, test)));
        return told.stream().distinct().collect(Collectors.joining(", "));
    }

    private String unknown(Condition.Pattern pattern, Condition.Test test) {
        String asked = test instanceof Condition.Test.Number number
                ? limit(pattern, number.property(), number, true)
                : phrase.comparisons(
                        new Condition.Pattern(pattern.type(), List.of(test), pattern.line(), pattern.column()));
        return words.say("ground.notKnownWhether", asked.isEmpty() ? words.say("property." + test.property()) : asked);
    }

    /** Nothing is there of what a pattern asks about. */
    String none(Condition.Pattern pattern) {
        String key = pattern.type().factClass() == Result.class ? "ground.noCurrent" : "fact.absent";
        return words.say(key, phrase.subject(pattern));
    }

    private String sentence(
            String subject, Condition.Pattern pattern, Object fact, List<Condition.Test> compared, boolean met) {
        Set<String> parts = new LinkedHashSet<>(List.of(subject));
        for (Condition.Test test : pattern.tests()) {
            if (!(test instanceof Condition.Test.Number)) {
                facts.detail(pattern, test, fact).ifPresent(parts::add);
            }
        }
        facts.time(fact).ifPresent(parts::add);
        List<String> is = new ArrayList<>();
        numbers(pattern, fact).forEach((property, tests) -> {
            List<Condition.Test.Number> needed =
                    tests.stream().filter(compared::contains).toList();
            boolean told = property.equals("value") || property.equals("age");
            if (!told && !(fact instanceof Group)) {
                actual(pattern, property, fact).ifPresent(parts::add);
            }
            if (!needed.isEmpty()) {
                String limits = limits(pattern, property, withoutOnset(property, needed));
                if (told) {
                    is.add(words.say(met ? "ground.is" : "ground.isNot", limits));
                } else if (fact instanceof Group && met) {
                    // How many there are, their names tell.
                    parts.add(words.say("ground.needed", limits));
                } else {
                    parts.add(met ? limits : words.say("condition.not", limits));
                }
            }
        });
        for (Condition.Test test : compared) {
            facts.range(test, fact).ifPresent(is::add);
        }
        String told = String.join(", ", parts);
        return is.isEmpty() ? told : told + (parts.size() > 1 ? ", " : " ") + and(is);
    }

    private String and(List<String> parts) {
        return parts.stream()
                .reduce((one, other) -> words.say("list.and", one, other))
                .orElse("");
    }

    /** The comparisons with numbers by what they compare. That at least one member of a group is there, its naming tells. */
    private static Map<String, List<Condition.Test.Number>> numbers(Condition.Pattern pattern, Object fact) {
        Map<String, List<Condition.Test.Number>> numbers = new LinkedHashMap<>();
        for (Condition.Test test : pattern.tests()) {
            if (test instanceof Condition.Test.Number number && !isToldByNaming(number, fact)) {
                numbers.computeIfAbsent(number.property(), any -> new ArrayList<>())
                        .add(number);
            }
        }
        return numbers;
    }

    private static boolean isToldByNaming(Condition.Test.Number number, Object fact) {
        if (!(fact instanceof Group group) || !number.operator().equals(">=") || number.value() != 1) {
            return false;
        }
        return number.property().equals("acute") ? group.getAcute() > 0 : group.getPresent() > 0;
    }

    /** A number of a fact with what it measures; nothing where the fact tells it already, or where it is not known. */
    private Optional<String> actual(Condition.Pattern pattern, String property, Object fact) {
        if (AGES.contains(property)) {
            return Optional.empty();
        }
        double number = ((FactType.Property.Number) pattern.type().properties().get(property))
                .read()
                .applyAsDouble(fact);
        if (Double.isNaN(number)) {
            return Optional.empty();
        }
        if (property.equals("missedDays")) {
            return Optional.of(words.say("ground.missed", facts.ago(number)));
        }
        if (property.equals(BEFORE_ONSET)) {
            return Optional.of(beforeOnset(7 * number));
        }
        double decimals = Math.abs(number) >= 10 ? 10 : 100;
        String unit = CHANGES.contains(property) ? facts.unit(((Result) fact).getTest()) : "";
        String measure =
                phrase.measure(pattern, property, words.number(Math.round(number * decimals) / decimals) + unit);
        return Optional.of(
                property.equals("multiple")
                        ? facts.upperLimit((Result) fact)
                                .map(limit -> words.say("ground.ofLimit", measure, limit))
                                .orElse(measure)
                        : measure);
    }

    private String beforeOnset(double days) {
        if (days == 0) {
            return words.say("ground.changed.atOnset");
        }
        return words.say(
                days < 0 ? "ground.changed.afterOnset" : "ground.changed.beforeOnset", facts.span(Math.abs(days)));
    }

    /** That a change came before the onset, and not after it, the sentence tells. */
    private static List<Condition.Test.Number> withoutOnset(String property, List<Condition.Test.Number> tests) {
        return tests.size() == 1
                ? tests
                : tests.stream()
                        .filter(test -> !property.equals(BEFORE_ONSET) || test.value() != 0)
                        .toList();
    }

    /** The limits that are set to one property, the unit with the last. */
    private String limits(Condition.Pattern pattern, String property, List<Condition.Test.Number> tests) {
        List<String> limits = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            limits.add(limit(pattern, property, tests.get(i), i == tests.size() - 1));
        }
        return and(limits);
    }

    private String limit(Condition.Pattern pattern, String property, Condition.Test.Number test, boolean last) {
        if (TIMES.containsKey(property) && !lasts(pattern)) {
            return phrase.time(test, TIMES.get(property));
        }
        if (MEDICINE_TIMES.containsKey(property)) {
            return phrase.time(test, MEDICINE_TIMES.get(property));
        }
        if (last && (TIMES.containsKey(property) || property.equals(BEFORE_ONSET))) {
            return phrase.span(test, TIMES.getOrDefault(property, "week"));
        }
        boolean unit = last && property.equals("value") && pattern.names().size() == 1;
        return phrase.limit(test, unit ? facts.unit(pattern.names().get(0)) : "");
    }

    private static boolean lasts(Condition.Pattern pattern) {
        return pattern.type().factClass() == Symptom.class || pattern.type().factClass() == Spasm.class;
    }
}
