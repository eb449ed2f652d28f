package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Fact;
import org.spasmcds.WhyNot;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Group;
import org.spasmcds.fact.Medicine;
import org.spasmcds.fact.Named;
import org.spasmcds.fact.Patient;
import org.spasmcds.fact.Result;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/** Says which facts would have to be otherwise: {@code potassium below 2.5 mmol/L (now 2.9)}. */
final class Changes {
    /** So many alternatives are named; the others are counted. */
    private static final int NAMED = 4;

    private final Vocabulary vocabulary;
    private final FactSheet sheet;
    private final Matching matching;
    private final FactPhrase facts;
    private final Phrase phrase;
    private final Words words;

    Changes(Vocabulary vocabulary, FactSheet sheet, Matching matching, Phrase phrase, Words words) {
        this.vocabulary = vocabulary;
        this.sheet = sheet;
        this.matching = matching;
        this.phrase = phrase;
        this.words = words;
        facts = new FactPhrase(vocabulary, sheet, words);
    }

    /** The fewest facts that would make a rule fire. */
    List<WhyNot.Change> of(Rule rule) {
        return new Shortfall(vocabulary, matching)
                .of(rule).stream().map(this::change).toList();
    }

    private WhyNot.Change change(Shortfall.Need need) {
        Set<String> asked = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        Set<Fact> now = new LinkedHashSet<>();
        Optional<String> told = Optional.empty();
        for (Wanted wanted : need.anyOf()) {
            asked.add(asked(wanted, need.times()));
            names.addAll(wanted.names());
            for (Object fact : matching.about(wanted.pattern())) {
                now.addAll(sheet.traced(fact, properties(wanted)));
                told = told.or(() -> told(wanted, fact));
            }
        }
        String sentence = some(List.copyOf(asked));
        return new WhyNot.Change(
                told.map(as -> words.say("change.now", sentence, as))
                        .orElseGet(() -> words.say("change.unknown", sentence)),
                List.copyOf(names),
                List.copyOf(now));
    }

    private static Set<String> properties(Wanted wanted) {
        Set<String> properties = new LinkedHashSet<>();
        wanted.pattern().tests().forEach(test -> properties.add(test.property()));
        return properties;
    }

    private String some(Set<String> names) {
        List<String> shown = names.stream().map(vocabulary::display).toList();
        return shown.size() <= NAMED
                ? words.or(shown)
                : words.say("condition.more", String.join(", ", shown.subList(0, NAMED)), shown.size() - NAMED);
    }

    private String some(List<String> asked) {
        String named = asked.stream()
                .limit(NAMED)
                .reduce((one, other) -> words.say("change.or", one, other))
                .orElseThrow();
        return asked.size() <= NAMED ? named : words.say("change.orMore", named, asked.size() - NAMED);
    }

    // What would have to be

    private String asked(Wanted wanted, int times) {
        Condition.Pattern pattern = wanted.pattern();
        if (!wanted.there()) {
            return phrase.assumption(pattern);
        }
        if (wanted.isAbout(Group.class)) {
            return wanted.isWholeGroup(vocabulary)
                    ? words.say("change.of", (double) times, phrase.subject(pattern))
                    : words.say("change.presentToo", some(wanted.names()));
        }
        String asked = pattern.type().key().isEmpty() ? phrase.condition(pattern) : phrase.subject(pattern);
        String compared = pattern.type().key().isEmpty() ? "" : phrase.comparisons(pattern);
        if (asks(pattern, "present")) {
            asked = words.say("change.presentToo", asked);
        } else if (asks(pattern, "active")) {
            asked = words.say("change.activeToo", asked);
        } else if (!compared.isEmpty()) {
            return asked + " " + compared;
        }
        return compared.isEmpty() ? asked : asked + ", " + compared;
    }

    private static boolean asks(Condition.Pattern pattern, String property) {
        return pattern.tests().stream()
                .anyMatch(test -> test instanceof Condition.Test.Flag flag
                        && flag.property().equals(property)
                        && flag.wanted());
    }

    // What it is

    /** A fact as it is, shortly, where it says something to what would have to be; empty where that is unknown. */
    private Optional<String> told(Wanted wanted, Object fact) {
        if (fact instanceof Group group) {
            return group.getPresent() > 0 ? Optional.of(words.number(group.getPresent())) : Optional.empty();
        }
        if (fact instanceof Named named && !named.isPresent()) {
            return Optional.of(words.say("property.absent"));
        }
        if (fact instanceof Result result) {
            return Optional.of(result(result));
        }
        List<String> numbers = new ArrayList<>();
        List<Condition.Test> concerned = wanted.there()
                ? Matching.failing(wanted.pattern(), fact)
                : wanted.pattern().tests();
        for (Condition.Test test : concerned) {
            if (test instanceof Condition.Test.Number number) {
                double actual = ((FactType.Property.Number)
                                wanted.pattern().type().properties().get(number.property()))
                        .read()
                        .applyAsDouble(fact);
                if (!Double.isNaN(actual)) {
                    numbers.add(words.number(Math.round(actual * 100) / 100.0));
                }
            }
        }
        if (!numbers.isEmpty()) {
            return Optional.of(numbers.get(0));
        }
        return fact instanceof Patient patient ? person(wanted, patient) : Optional.of(described(wanted, fact));
    }

    private Optional<String> person(Wanted wanted, Patient patient) {
        boolean known = properties(wanted).contains("sex") && !patient.getSex().isEmpty();
        return known ? Optional.of(words.say("value." + patient.getSex())) : Optional.empty();
    }

    private String described(Wanted wanted, Object fact) {
        String subject = facts.subject(wanted.pattern(), fact, false);
        Optional<String> time = facts.time(fact);
        boolean stopped = fact instanceof Medicine medicine && medicine.isStopped();
        return time.isPresent() || stopped ? subject + ", " + time.orElse("") : subject;
    }

    private String result(Result result) {
        String value = Double.isNaN(result.getValue())
                ? words.say(
                        "value." + facts.traced(result).value().orElseThrow().value())
                : words.number(result.getValue());
        return result.isCurrent() ? value : value + ", " + facts.ago(result.getDays());
    }
}
