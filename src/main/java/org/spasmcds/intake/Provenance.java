package org.spasmcds.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spasmcds.Fact;
import org.spasmcds.fact.Group;
import org.spasmcds.fact.Named;
import org.spasmcds.fact.Patient;
import org.spasmcds.fact.Result;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Units;
import org.spasmcds.vocabulary.Vocabulary;

/** Traces a fact to what was given, from the references that the intake kept. */
final class Provenance {
    private static final String SPASM = "spasm";
    private static final Pattern NAME = Pattern.compile("\\{([^}]*)}");
    private static final Pattern DECIMAL = Pattern.compile("(?<=\\d)\\.(?=\\d)");
    /** Changes of a result, which rest on an earlier one. */
    private static final Set<String> CHANGES = Set.of("fallIn48Hours", "riseIn12Hours", "riseSincePrior");

    private final Vocabulary vocabulary;
    private final Words words;

    Provenance(Vocabulary vocabulary, Words words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    List<Fact> of(Object fact, String label, Origin origin, Set<String> properties) {
        if (origin instanceof Origin.Person person) {
            return person((Patient) fact, person.patient(), properties);
        }
        if (fact instanceof Group group) {
            return List.of(group(group, label, (Origin.Counted) origin));
        }
        String name = name(fact);
        List<Fact> traced = new ArrayList<>(List.of(traced(name, label, origin)));
        if (origin instanceof Origin.Measured measured) {
            for (String change : properties) {
                if (CHANGES.contains(change)) {
                    earlier(measured, change).map(this::result).ifPresent(traced::add);
                }
            }
        }
        return traced;
    }

    private static String name(Object fact) {
        if (fact instanceof Result result) {
            return result.getTest();
        }
        return fact instanceof Named named ? named.getName() : SPASM;
    }

    private Fact traced(String name, String label, Origin origin) {
        if (origin instanceof Origin.Measured measured) {
            return result(measured.measurement());
        }
        if (origin instanceof Origin.Given given) {
            return given(name, label, given.entry());
        }
        if (origin instanceof Origin.Concluded concluded) {
            return derived(
                    name,
                    label,
                    concluded.formula(),
                    concluded.from().stream().map(this::result).toList());
        }
        if (origin instanceof Origin.Combined combined) {
            return derived(
                    name,
                    label,
                    combined.formula(),
                    combined.from().stream().map(this::alone).toList());
        }
        Origin.Unlisted unlisted = (Origin.Unlisted) origin;
        return new Fact(
                name,
                label,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                unlisted.section().label(),
                "",
                words.say(
                        "formula.listed",
                        words.say("section." + unlisted.section().label())),
                List.of());
    }

    /** What an origin says by itself. */
    private Fact alone(Origin origin) {
        if (origin instanceof Origin.Given given) {
            Entry entry = given.entry();
            String name = entry.name().isEmpty() ? SPASM : entry.name();
            return stated(name, entryLabel(entry), entry);
        }
        return traced("", "", origin);
    }

    /** An entry under its own name, or under a name that follows from it. */
    private Fact given(String name, String label, Entry entry) {
        boolean own = entry.name().isEmpty() ? name.equals(SPASM) : entry.name().equals(name);
        if (own) {
            return stated(name, label, entry);
        }
        Fact given = alone(new Origin.Given(entry));
        String formula = entry.text("status").equals("absent")
                ? words.say("formula.belongs", vocabulary.display(name), vocabulary.display(entry.name()))
                : entry.name().isEmpty()
                        ? words.say("formula.spasm")
                        : words.say("formula.counts", given.label(), vocabulary.display(name));
        return derived(name, label, formula, List.of(given));
    }

    private static Fact stated(String name, String label, Entry entry) {
        return new Fact(
                name,
                label,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                times(entry),
                entry.path(),
                entry.text("document"),
                "",
                List.of());
    }

    private String entryLabel(Entry entry) {
        String name = entry.name().isEmpty()
                ? entry.text("kind").isEmpty() ? SpasmFacts.KINDS.get(0) : entry.text("kind")
                : entry.name();
        String shown = vocabulary.display(name);
        return entry.text("status").equals("absent") ? words.say("fact.absent", shown) : shown;
    }

    private static Fact derived(String name, String label, String formula, List<Fact> inputs) {
        return new Fact(
                name, label, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), "", "", formula, inputs);
    }

    private static Map<String, String> times(Entry entry) {
        Map<String, String> times = new LinkedHashMap<>();
        for (Field field : entry.section().fields()) {
            entry.when(field.name()).ifPresent(when -> times.put(field.name(), when.written()));
        }
        return times;
    }

    // Results

    private Fact result(Measurement m) {
        Optional<Fact.Quantity> value = Optional.of(quantity(m));
        String label = vocabulary.display(m.test().name()) + " " + shown(m);
        if (!m.inputs().isEmpty()) {
            List<Fact> inputs = m.inputs().stream().map(this::result).toList();
            return new Fact(
                    m.test().name(),
                    label,
                    value,
                    Optional.empty(),
                    limits(m),
                    Map.of(),
                    "",
                    "",
                    formula(m.formula()),
                    inputs);
        }
        Optional<Fact.Quantity> given = given(m.entry()).filter(each -> !each.equals(value.get()));
        return new Fact(
                m.test().name(),
                label,
                value,
                given,
                limits(m),
                times(m.entry()),
                m.path(),
                m.entry().text("document"),
                "",
                List.of());
    }

    private static Optional<Fact.Limits> limits(Measurement m) {
        return Double.isNaN(m.lowerLimit()) && Double.isNaN(m.upperLimit())
                ? Optional.empty()
                : Optional.of(new Fact.Limits(known(m.lowerLimit()), known(m.upperLimit()), m.hasOwnRange()));
    }

    private static OptionalDouble known(double limit) {
        return Double.isNaN(limit) ? OptionalDouble.empty() : OptionalDouble.of(limit);
    }

    private String shown(Measurement m) {
        String unit = Units.written(m.test().unit(), words);
        return m.hasNumber() ? (words.number(m.value()) + " " + unit).strip() : words.say("value." + m.word());
    }

    private Fact.Quantity quantity(Measurement m) {
        return m.hasNumber()
                ? new Fact.Quantity(
                        Numbers.plain(m.value()), Units.written(m.test().unit(), words))
                : new Fact.Quantity(m.word(), "");
    }

    private Optional<Fact.Quantity> given(Entry entry) {
        double number = entry.number("value");
        if (Double.isNaN(number)) {
            return Optional.of(new Fact.Quantity(entry.text("value"), ""));
        }
        String written = entry.text("unit").strip();
        TestDefinition test = vocabulary.test(entry.name()).orElseThrow();
        boolean own = written.isEmpty() || vocabulary.unit(written).equals(test.unit());
        return Optional.of(new Fact.Quantity(Numbers.plain(number), own ? Units.written(test.unit(), words) : written));
    }

    /** The earlier measurement that a change is counted from. */
    private static Optional<Measurement> earlier(Origin.Measured measured, String change) {
        Measurement m = measured.measurement();
        Stream<Measurement> before = measured.series().stream().filter(other -> other.days() > m.days());
        return switch (change) {
            case "fallIn48Hours" -> ResultFacts.highest(before, m, 2);
            case "riseIn12Hours" -> ResultFacts.lowest(before, m, 0.5);
            default -> before.findFirst();
        };
    }

    // Persons and groups

    private List<Fact> person(Patient fact, org.spasmcds.Patient patient, Set<String> properties) {
        List<Fact> facts = new ArrayList<>();
        if (properties.contains("age") && !Double.isNaN(fact.getAge())) {
            double tenths = Math.floor(fact.getAge() * 10) / 10;
            Optional<Fact.Quantity> years =
                    Optional.of(new Fact.Quantity(Numbers.plain(tenths), words.say("unit.years")));
            String birth = patient.birthDate().map(Object::toString).orElse("");
            facts.add(new Fact(
                    "age",
                    words.say("fact.age", tenths),
                    years,
                    Optional.of(birth).filter(date -> !date.isEmpty()).map(date -> new Fact.Quantity(date, "")),
                    Optional.empty(),
                    Map.of(),
                    birth.isEmpty() ? "age" : "birthDate",
                    "",
                    birth.isEmpty() ? "" : words.say("formula.birth", birth),
                    List.of()));
        }
        if (properties.contains("sex") && !fact.getSex().isEmpty()) {
            facts.add(new Fact(
                    "sex",
                    words.say("value." + fact.getSex()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    "sex",
                    "",
                    "",
                    List.of()));
        }
        return facts;
    }

    private Fact group(Group group, String label, Origin.Counted counted) {
        List<Fact> members = new ArrayList<>();
        counted.states().presentBy(group.getName()).forEach((name, origin) -> members.add(member(name, origin)));
        String told = label.isEmpty() ? words.say("fact.absent", vocabulary.display(group.getName())) : label;
        return derived(group.getName(), told, "", members);
    }

    private Fact member(String name, Origin origin) {
        return traced(name, vocabulary.display(name), origin);
    }

    /** A formula with the names as readers see them and the numbers as they write them. */
    private String formula(String formula) {
        String numbers = DECIMAL.matcher(formula).replaceAll(words.say("number.decimal"));
        return NAME.matcher(numbers).replaceAll(name -> vocabulary.display(name.group(1)));
    }
}
