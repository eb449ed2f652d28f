package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.spasmcds.intake.Numbers;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Phrase;
import org.spasmcds.vocabulary.Units;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * Says of a fact what a pattern asks of it, and the comparison that it meets: {@code potassium 2.3 mmol/L, 2 hours ago, is below 2.5
 * mmol/L}. Made from the parsed rule and the fact; no sentence belongs to a rule.
 */
public final class Sentences {
    private static final Map<String, String> TIMES =
            Map.of("hours", "hours", "days", "days", "weeks", "weeks", "months", "months");
    /** Comparisons with a time that the fact itself tells already, with their unit. */
    private static final Map<String, String> MEDICINE_TIMES = Map.of(
            "changedDays", "days",
            "changedWeeks", "weeks",
            "stoppedDays", "days",
            "missedDays", "days");
    /** What the fact tells by itself. */
    private static final Set<String> TOLD =
            Set.of("present", "absent", "current", "any", "active", "stopped", "site", "side", "region", "kind", "sex");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("nocturnal", "at night"),
            Map.entry("exertional", "with exertion"),
            Map.entry("atRest", "at rest"),
            Map.entry("duringDialysis", "during or just after dialysis"),
            Map.entry("postural", "in certain postures"),
            Map.entry("painful", "painful"),
            Map.entry("relievedByStretch", "eased by stretching"),
            Map.entry("stimulusTriggered", "set off by touch, noise or light"),
            Map.entry("sustained", "not letting go"),
            Map.entry("firstEver", "the first ever"),
            Map.entry("limitsActivity", "limiting daily activity"),
            Map.entry("sudden", "of sudden onset"),
            Map.entry("recent", "new"),
            Map.entry("longStanding", "long standing"),
            Map.entry("observed", "seen by a clinician or measured"),
            Map.entry("stable", "stable"),
            Map.entry("improvedAfterStopping", "better after stopping it"),
            Map.entry("recurredAfterRestart", "back after restarting it"),
            Map.entry("hemolyzed", "from a hemolyzed sample"),
            Map.entry("withinOwnRange", "within the laboratory's own range"));

    private final Vocabulary vocabulary;
    private final FactSheet sheet;
    private final Phrase phrase;

    Sentences(Vocabulary vocabulary, FactSheet sheet, Phrase phrase) {
        this.vocabulary = vocabulary;
        this.sheet = sheet;
        this.phrase = phrase;
    }

    /** Facts that meet a pattern, each with every comparison that it passes. What was given once is told once. */
    List<String> hold(Condition.Pattern pattern, List<Object> facts) {
        Map<String, String> told = new LinkedHashMap<>();
        for (Object fact : facts) {
            // Under a wider name the same fact comes again.
            String narrow = sentence(subject(pattern, fact, false), pattern, fact, pattern.tests(), "");
            told.putIfAbsent(narrow, sentence(subject(pattern, fact, true), pattern, fact, pattern.tests(), ""));
        }
        return List.copyOf(told.values());
    }

    /** A fact that does not meet a pattern, with the comparisons that it fails. What it says to the others is told, not compared. */
    String fails(Condition.Pattern pattern, Object fact) {
        return sentence(subject(pattern, fact, true), pattern, fact, Matching.failing(pattern, fact), "not ");
    }

    private String sentence(
            String subject, Condition.Pattern pattern, Object fact, List<Condition.Test> compared, String not) {
        List<String> parts = new ArrayList<>(List.of(subject));
        for (Condition.Test test : pattern.tests()) {
            if (!(test instanceof Condition.Test.Number)) {
                detail(pattern, test, fact).ifPresent(parts::add);
            }
        }
        time(fact).ifPresent(parts::add);
        List<String> is = new ArrayList<>();
        numbers(pattern, fact).forEach((property, tests) -> {
            List<Condition.Test.Number> needed =
                    tests.stream().filter(compared::contains).toList();
            if (property.equals("value") || property.equals("age")) {
                if (!needed.isEmpty()) {
                    is.add(not + limits(pattern, property, needed));
                }
            } else {
                actual(pattern, property, fact).ifPresent(parts::add);
                if (!needed.isEmpty()) {
                    parts.add(not + limits(pattern, property, needed));
                }
            }
        });
        for (Condition.Test test : compared) {
            range(test, fact).ifPresent(is::add);
        }
        String told = String.join(", ", new LinkedHashSet<>(parts));
        return is.isEmpty() ? told : told + (parts.size() > 1 ? ", is " : " is ") + String.join(" and ", is);
    }

    // The fact

    /**
     * @param wider whether to say what a fact counts as, where a rule asks for something wider
     */
    private String subject(Condition.Pattern pattern, Object fact, boolean wider) {
        if (fact instanceof Result result) {
            Fact traced = sheet.traced(result, Set.of()).get(0);
            return Double.isNaN(result.getValue())
                    ? vocabulary.display(result.getTest()) + " reported as "
                            + traced.value().orElseThrow().value()
                    : traced.label();
        }
        if (fact instanceof Patient patient) {
            return person(pattern, patient);
        }
        if (fact instanceof Spasm spasm) {
            return named(vocabulary.display(spasm.getKind()), place(spasm.getSite(), spasm.getSide()));
        }
        if (fact instanceof Group group) {
            List<String> members = sheet.traced(group, Set.of()).get(0).inputs().stream()
                    .map(Fact::label)
                    .distinct()
                    .toList();
            String name = vocabulary.display(group.getName());
            return members.isEmpty() ? name : name + ": " + String.join(", ", members);
        }
        Named named = (Named) fact;
        return named.isPresent() ? present(named, wider) : sheet.label(named);
    }

    private static String person(Condition.Pattern pattern, Patient patient) {
        List<String> told = new ArrayList<>();
        for (Condition.Test test : pattern.tests()) {
            if (test.property().equals("age") && !Double.isNaN(patient.getAge())) {
                told.add("age " + Numbers.plain(Math.floor(patient.getAge() * 10) / 10));
            } else if (test.property().equals("sex") && !patient.getSex().isEmpty()) {
                told.add(patient.getSex());
            }
        }
        return told.isEmpty() ? "the patient" : String.join(", ", new LinkedHashSet<>(told));
    }

    /** The thing as it was given and, where a rule asks for a wider one, what it counts as. */
    private String present(Named named, boolean wider) {
        Fact traced = sheet.traced(named, Set.of()).get(0);
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

    private static String named(String name, List<String> more) {
        return more.isEmpty() ? name : name + " (" + String.join(", ", more) + ")";
    }

    private List<String> place(String site, String side) {
        List<String> place = new ArrayList<>();
        if (!site.isEmpty()) {
            place.add(vocabulary.display(site));
        }
        if (!side.isEmpty()) {
            place.add(side.equals("both") ? "both sides" : side);
        }
        return place;
    }

    private Optional<String> detail(Condition.Pattern pattern, Condition.Test test, Object fact) {
        FactType.Property property = pattern.type().properties().get(test.property());
        if (TOLD.contains(test.property())
                || test.property().equals(pattern.type().key())) {
            return Optional.empty();
        }
        if (property instanceof FactType.Property.Flag flag) {
            return flag(test.property(), flag.read().test(fact), fact);
        }
        String value = ((FactType.Property.Text) property).read().apply(fact);
        String words = WORDS.getOrDefault(test.property(), test.property());
        return switch (value) {
            case "" -> Optional.empty();
            case "yes" -> Optional.of(words);
            case "no" -> Optional.of("not " + words);
            default -> Optional.of(test.property().equals("trend") ? "getting " + value : vocabulary.display(value));
        };
    }

    private static Optional<String> flag(String property, boolean holds, Object fact) {
        String words = WORDS.get(property);
        boolean byItsAge =
                Set.of("recent", "longStanding").contains(property) && !Double.isNaN(((Dated) fact).getDays());
        if (words == null || byItsAge) {
            return Optional.empty();
        }
        if (holds) {
            return Optional.of(words);
        }
        // Nothing recorded is no denial.
        return property.equals("longStanding") ? Optional.of("not known to be " + words) : Optional.empty();
    }

    /** Ages are exact to the sixth decimal of a day only, and 2 hours should not be 120 minutes. */
    private static String ago(double days) {
        return Numbers.ago(days == 0 ? 0 : days + 1e-6);
    }

    private static String span(double days) {
        return Numbers.span(days + 1e-6);
    }

    private static Optional<String> time(Object fact) {
        if (fact instanceof Medicine medicine && medicine.isPresent()) {
            List<String> times = new ArrayList<>();
            if (!Double.isNaN(medicine.getChangedDays())) {
                times.add("started or raised " + ago(medicine.getChangedDays()));
            }
            if (medicine.isStopped()) {
                boolean dated = !Double.isNaN(medicine.getStoppedDays());
                times.add("stopped" + (dated ? " " + ago(medicine.getStoppedDays()) : ""));
            }
            return times.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", times));
        }
        if (!(fact instanceof Dated dated) || Double.isNaN(dated.getDays())) {
            return Optional.empty();
        }
        boolean lasts = fact instanceof Symptom || fact instanceof Spasm;
        boolean now = Numbers.ago(dated.getDays()).equals("now");
        return Optional.of(lasts && !now ? "for " + span(dated.getDays()) : ago(dated.getDays()));
    }

    // The comparisons

    /** The comparisons with numbers by what they compare. That at least one member of a group is there, its naming tells. */
    private static Map<String, List<Condition.Test.Number>> numbers(Condition.Pattern pattern, Object fact) {
        Map<String, List<Condition.Test.Number>> numbers = new LinkedHashMap<>();
        for (Condition.Test test : pattern.tests()) {
            boolean told = fact instanceof Group group
                    && group.isAny()
                    && test instanceof Condition.Test.Number count
                    && count.operator().equals(">=")
                    && count.value() == 1
                    && Matching.failing(pattern, fact).isEmpty();
            if (test instanceof Condition.Test.Number number && !told) {
                numbers.computeIfAbsent(number.property(), any -> new ArrayList<>())
                        .add(number);
            }
        }
        return numbers;
    }

    /** A number of a fact with what it measures; nothing where the fact tells it already, or where it is not known. */
    private Optional<String> actual(Condition.Pattern pattern, String property, Object fact) {
        if (TIMES.containsKey(property)
                || property.startsWith("changedDays")
                || property.startsWith("changedWeeks")
                || property.equals("stoppedDays")) {
            return Optional.empty();
        }
        double number = ((FactType.Property.Number) pattern.type().properties().get(property))
                .read()
                .applyAsDouble(fact);
        if (Double.isNaN(number)) {
            return Optional.empty();
        }
        if (property.equals("missedDays")) {
            return Optional.of("doses missed since " + ago(number));
        }
        if (property.equals("changedBeforeOnsetWeeks")) {
            return Optional.of("started or raised " + beforeOnset(7 * number));
        }
        double decimals = Math.abs(number) >= 10 ? 10 : 100;
        String measure = phrase.measure(pattern, property, Numbers.plain(Math.round(number * decimals) / decimals));
        return Optional.of(property.equals("multiple") ? measure + upperLimit(fact) : measure);
    }

    private static String beforeOnset(double days) {
        if (days == 0) {
            return "when the complaint began";
        }
        return span(Math.abs(days)) + (days < 0 ? " after" : " before") + " the complaint began";
    }

    private String upperLimit(Object fact) {
        return sheet.traced(fact, Set.of()).get(0).limits().stream()
                .filter(limits -> limits.high().isPresent())
                .map(limits -> " of " + Numbers.plain(limits.high().getAsDouble()) + unit(fact))
                .findFirst()
                .orElse("");
    }

    private String limits(Condition.Pattern pattern, String property, List<Condition.Test.Number> tests) {
        List<String> limits = new ArrayList<>();
        for (Condition.Test.Number test : tests) {
            if (TIMES.containsKey(property) && !lasts(pattern)) {
                limits.add(Phrase.time(test, property));
            } else if (MEDICINE_TIMES.containsKey(property)) {
                limits.add(Phrase.time(test, MEDICINE_TIMES.get(property)));
            } else {
                limits.add(phrase.limit(test));
            }
        }
        String joined = String.join(" and ", limits);
        if (property.equals("value")) {
            return joined + unit(pattern);
        }
        boolean span = TIMES.containsKey(property) && lasts(pattern);
        String unit = property.equals("changedBeforeOnsetWeeks") ? "weeks" : property;
        return span || property.equals("changedBeforeOnsetWeeks") ? joined + " " + unit : joined;
    }

    private static boolean lasts(Condition.Pattern pattern) {
        return pattern.type().factClass() == Symptom.class || pattern.type().factClass() == Spasm.class;
    }

    private String unit(Condition.Pattern pattern) {
        return pattern.names().size() == 1 ? unit(pattern.names().get(0)) : "";
    }

    private String unit(Object fact) {
        return unit(((Result) fact).getTest());
    }

    private String unit(String test) {
        return vocabulary
                .test(test)
                .map(definition -> Units.written(definition.unit()))
                .filter(unit -> !unit.isEmpty())
                .map(unit -> " " + unit)
                .orElse("");
    }

    /** Where a result stands among its reference limits, for a comparison that asks it. */
    private Optional<String> range(Condition.Test test, Object fact) {
        if (!(test instanceof Condition.Test.Flag flag)
                || !(fact instanceof Result result)
                || Double.isNaN(result.getValue())) {
            return Optional.empty();
        }
        Optional<Fact.Limits> limits = sheet.traced(fact, Set.of()).get(0).limits();
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        String low = limits.get().low().isPresent()
                ? Numbers.plain(limits.get().low().getAsDouble()) + unit(fact)
                : "";
        String high = limits.get().high().isPresent()
                ? Numbers.plain(limits.get().high().getAsDouble()) + unit(fact)
                : "";
        boolean holds = ((FactType.Property.Flag)
                        FactType.of("Result").orElseThrow().properties().get(flag.property()))
                .read()
                .test(fact);
        String not = holds ? "" : "not ";
        return switch (flag.property()) {
            case "low" -> Optional.of(not + "below the lower limit of " + low);
            case "high" -> Optional.of(not + "above the upper limit of " + high);
            case "normal" ->
                Optional.of(not + "within the limits"
                        + (low.isEmpty() ? "" : ", at least " + low)
                        + (high.isEmpty() ? "" : ", at most " + high));
            default -> Optional.empty();
        };
    }
}
