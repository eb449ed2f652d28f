package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.spasmcds.Fact;
import org.spasmcds.fact.Dated;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Group;
import org.spasmcds.fact.Medicine;
import org.spasmcds.fact.Named;
import org.spasmcds.fact.Patient;
import org.spasmcds.fact.Result;
import org.spasmcds.fact.Spasm;
import org.spasmcds.fact.Symptom;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Condition;
import org.spasmcds.vocabulary.Units;
import org.spasmcds.vocabulary.Vocabulary;

/** Puts facts into words, as far as a pattern asks of them. */
final class FactPhrase {
    /** What a sentence tells of a fact in any case. */
    private static final Set<String> TOLD =
            Set.of("present", "absent", "current", "any", "active", "stopped", "site", "side", "region", "kind", "sex");

    /** How a fact is marked, by what was asked of it. */
    private static final Map<String, String> MARKS = Map.ofEntries(
            Map.entry("nocturnal", "mark.nocturnal"),
            Map.entry("exertional", "mark.exertional"),
            Map.entry("atRest", "mark.atRest"),
            Map.entry("duringDialysis", "mark.duringDialysis"),
            Map.entry("postural", "mark.postural"),
            Map.entry("painful", "mark.painful"),
            Map.entry("relievedByStretch", "mark.relievedByStretch"),
            Map.entry("stimulusTriggered", "mark.stimulusTriggered"),
            Map.entry("sustained", "mark.sustained"),
            Map.entry("firstEver", "mark.firstEver"),
            Map.entry("limitsActivity", "mark.limitsActivity"),
            Map.entry("sudden", "mark.sudden"),
            Map.entry("recent", "mark.recent"),
            Map.entry("longStanding", "mark.longStanding"),
            Map.entry("observed", "mark.observed"),
            Map.entry("missed", "mark.missed"),
            Map.entry("stable", "mark.stable"),
            Map.entry("improvedAfterStopping", "mark.improvedAfterStopping"),
            Map.entry("recurredAfterRestart", "mark.recurredAfterRestart"),
            Map.entry("hemolyzed", "mark.hemolyzed"),
            Map.entry("withinOwnRange", "mark.withinOwnRange"));

    private final Vocabulary vocabulary;
    private final FactSheet sheet;
    private final Words words;

    FactPhrase(Vocabulary vocabulary, FactSheet sheet, Words words) {
        this.vocabulary = vocabulary;
        this.sheet = sheet;
        this.words = words;
    }

    /** The fact as it was given. */
    Fact traced(Object fact) {
        return sheet.traced(fact, Set.of()).get(0);
    }

    /**
     * What a fact is about, with its value.
     *
     * @param wider whether to say what it counts as, where a rule asks for something wider
     */
    String subject(Condition.Pattern pattern, Object fact, boolean wider) {
        if (fact instanceof Result result) {
            Fact traced = traced(result);
            return Double.isNaN(result.getValue())
                    ? words.say("ground.reported", vocabulary.display(result.getTest()), reported(traced))
                    : traced.label();
        }
        if (fact instanceof Patient patient) {
            return person(pattern, patient);
        }
        if (fact instanceof Spasm spasm) {
            return named(vocabulary.display(spasm.getKind()), place(spasm.getSite(), spasm.getSide()));
        }
        if (fact instanceof Group group) {
            List<String> members =
                    traced(group).inputs().stream().map(Fact::label).distinct().toList();
            String name = vocabulary.display(group.getName());
            return members.isEmpty() ? name : words.say("ground.group", name, String.join(", ", members));
        }
        Named named = (Named) fact;
        return named.isPresent() ? present(named, wider) : sheet.label(named);
    }

    private String reported(Fact traced) {
        return words.say("value." + traced.value().orElseThrow().value());
    }

    private String person(Condition.Pattern pattern, Patient patient) {
        Set<String> told = new LinkedHashSet<>();
        for (Condition.Test test : pattern.tests()) {
            if (test.property().equals("age") && !Double.isNaN(patient.getAge())) {
                told.add(words.say("fact.age", Math.floor(patient.getAge() * 10) / 10));
            } else if (test.property().equals("sex") && !patient.getSex().isEmpty()) {
                told.add(words.say("value." + patient.getSex()));
            }
        }
        return told.isEmpty() ? words.say("condition.patient") : String.join(", ", told);
    }

    /** The thing as it was given and, where a rule asks for a wider one, what it counts as. */
    private String present(Named named, boolean wider) {
        Fact traced = traced(named);
        String given = traced.inputs().size() == 1 ? traced.inputs().get(0).name() : named.getName();
        boolean counts = vocabulary.ancestors(given).contains(named.getName());
        List<String> more = new ArrayList<>();
        if (counts && wider) {
            more.add(vocabulary.display(named.getName()));
        }
        if (named instanceof Symptom symptom) {
            more.addAll(place(symptom.getSite(), symptom.getSide()));
        }
        return named(vocabulary.display(counts ? given : named.getName()), more);
    }

    private String named(String name, List<String> more) {
        return more.isEmpty() ? name : words.say("fact.site", name, String.join(", ", more));
    }

    private List<String> place(String site, String side) {
        List<String> place = new ArrayList<>();
        if (!site.isEmpty()) {
            place.add(vocabulary.display(site));
        }
        if (!side.isEmpty()) {
            place.add(side.equals("both") ? words.say("ground.bothSides") : words.say("value." + side));
        }
        return place;
    }

    /** What a fact says to a question that is no comparison of numbers. */
    Optional<String> detail(Condition.Pattern pattern, Condition.Test test, Object fact) {
        FactType.Property property = pattern.type().properties().get(test.property());
        if (TOLD.contains(test.property())
                || test.property().equals(pattern.type().key())) {
            return Optional.empty();
        }
        if (property instanceof FactType.Property.Flag flag) {
            return flag(test.property(), flag.read().test(fact), fact);
        }
        String value = ((FactType.Property.Text) property).read().apply(fact);
        return value.isEmpty() ? Optional.empty() : Optional.of(text(test.property(), value));
    }

    private String text(String property, String value) {
        String mark = MARKS.get(property);
        if (mark != null) {
            return value.equals("yes") ? words.say(mark) : words.say("condition.not", words.say(mark));
        }
        String told = vocabulary.name(value).isPresent() ? vocabulary.display(value) : words.say("value." + value);
        return property.equals("trend") ? words.say("ground.trend", told) : told;
    }

    private Optional<String> flag(String property, boolean holds, Object fact) {
        String mark = MARKS.get(property);
        boolean byItsAge =
                Set.of("recent", "longStanding").contains(property) && !Double.isNaN(((Dated) fact).getDays());
        if (mark == null || byItsAge) {
            return Optional.empty();
        }
        if (holds) {
            return Optional.of(words.say(mark));
        }
        // Nothing recorded is no denial.
        return property.equals("longStanding")
                ? Optional.of(words.say("ground.notKnownToBe", words.say(mark)))
                : Optional.empty();
    }

    /** A question to which a fact says no, where nothing in the fact tells it. */
    Optional<String> untrue(Condition.Test test) {
        if (!(test instanceof Condition.Test.Flag flag) || !flag.wanted()) {
            return Optional.empty();
        }
        if (flag.property().equals("current")) {
            return Optional.of(words.say("ground.tooOld"));
        }
        String mark = MARKS.get(flag.property());
        return mark == null ? Optional.empty() : Optional.of(words.say("condition.not", words.say(mark)));
    }

    /** When a fact was, or for how long it has been there; empty when that is not known. */
    Optional<String> time(Object fact) {
        if (fact instanceof Medicine medicine && medicine.isPresent()) {
            List<String> times = new ArrayList<>();
            if (!Double.isNaN(medicine.getChangedDays())) {
                times.add(words.say("when.changed", ago(medicine.getChangedDays())));
            }
            if (medicine.isStopped()) {
                times.add(
                        Double.isNaN(medicine.getStoppedDays())
                                ? words.say("property.stopped")
                                : words.say("when.stopped", ago(medicine.getStoppedDays())));
            }
            return times.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", times));
        }
        if (!(fact instanceof Dated dated) || Double.isNaN(dated.getDays())) {
            return Optional.empty();
        }
        boolean lasts = (fact instanceof Symptom || fact instanceof Spasm) && !isNow(dated.getDays());
        return Optional.of(lasts ? words.say("ground.lasts", span(dated.getDays())) : ago(dated.getDays()));
    }

    String ago(double days) {
        return words.ago(isNow(days) ? 0 : days + 1e-6);
    }

    /** Ages are exact to the sixth decimal of a day only, and 2 hours should not be 120 minutes. */
    String span(double days) {
        return words.span(days + 1e-6);
    }

    private static boolean isNow(double days) {
        return days < 1 / 1440.0;
    }

    /** Where a result stands among its reference limits, for a comparison that asks it. */
    Optional<String> range(Condition.Test test, Object fact) {
        if (!(test instanceof Condition.Test.Flag flag)
                || !(fact instanceof Result result)
                || Double.isNaN(result.getValue())) {
            return Optional.empty();
        }
        Optional<Fact.Limits> limits = traced(fact).limits();
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        String low = limit(limits.get().low(), result);
        String high = limit(limits.get().high(), result);
        return switch (flag.property()) {
            case "low" -> Optional.of(words.say(result.isLow() ? "ground.low" : "ground.low.not", low));
            case "high" -> Optional.of(words.say(result.isHigh() ? "ground.high" : "ground.high.not", high));
            case "normal" -> {
                String range = low.isEmpty()
                        ? words.say("compare.atMost", high)
                        : high.isEmpty() ? words.say("compare.atLeast", low) : words.say("ground.range", low, high);
                yield Optional.of(words.say(result.isNormal() ? "ground.normal" : "ground.normal.not", range));
            }
            default -> Optional.empty();
        };
    }

    private String limit(OptionalDouble limit, Result result) {
        return limit.isPresent() ? words.number(limit.getAsDouble()) + unit(result.getTest()) : "";
    }

    /** The upper limit of a result with its unit; empty when there is none. */
    Optional<String> upperLimit(Result result) {
        return traced(result)
                .limits()
                .map(limits -> limit(limits.high(), result))
                .filter(limit -> !limit.isEmpty());
    }

    /** The unit of a test, with a blank before it; empty when it has none. */
    String unit(String test) {
        return vocabulary
                .test(test)
                .map(definition -> Units.written(definition.unit(), words))
                .filter(unit -> !unit.isEmpty())
                .map(unit -> " " + unit)
                .orElse("");
    }
}
