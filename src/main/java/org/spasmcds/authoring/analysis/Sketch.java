package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.fact.FactType;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Condition;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** Sketches a patient for one alternative: a fact for each demand, as few as will do, and none that is excluded. */
final class Sketch {
    private final Vocabulary vocabulary;
    private final FactLaws laws;
    private final Implication implication;
    private final FactWords factWords;
    private final ResultWords resultWords;
    private final Alternative alternative;
    private final Choices choices;
    private final List<Box> facts = new ArrayList<>();

    private Sketch(Vocabulary vocabulary, Entailment entailment, Alternative alternative, Choices choices) {
        this.vocabulary = vocabulary;
        laws = entailment.laws();
        implication = entailment.implication();
        factWords = new FactWords(vocabulary, laws);
        resultWords = new ResultWords(vocabulary);
        this.alternative = alternative;
        this.choices = choices;
    }

    /** Nothing where a case has no words for it. That the patient makes the rule fire is still to be seen. */
    static Optional<Given> of(Vocabulary vocabulary, Entailment entailment, Alternative alternative, Choices choices) {
        return new Sketch(vocabulary, entailment, alternative, choices).draw();
    }

    private Optional<Given> draw() {
        List<Box> groups = new ArrayList<>();
        for (Demand demand : alternative.wanted()) {
            if (demand.full().is("Group")) {
                groups.add(demand.full());
            } else if (!choose(demand.full())) {
                return Optional.empty();
            }
        }
        for (Box group : groups) {
            if (!fill(group)) {
                return Optional.empty();
            }
        }
        return words();
    }

    private boolean choose(Box box) {
        if (box.names().isEmpty()) {
            put(box);
            return true;
        }
        List<Box> named = box.names().stream()
                .map(name -> laws.close(box.named(name)))
                .filter(each -> !each.empty() && !isExcluded(each))
                .toList();
        Optional<Box> known = named.stream().filter(this::isThere).findFirst();
        Optional<Box> chosen = known.or(() -> choices.among(named));
        chosen.ifPresent(this::put);
        return chosen.isPresent();
    }

    private boolean isThere(Box box) {
        return facts.stream().anyMatch(fact -> implication.implies(demand(fact), demand(box)));
    }

    private boolean isExcluded(Box box) {
        return alternative.excluded().stream().anyMatch(each -> implication.implies(demand(box), each));
    }

    private static Demand demand(Box box) {
        return new Demand(new Condition.Pattern(box.type(), List.of(), 0, 0), box, box);
    }

    /** Adds a fact, or bends one of the same name so that it serves both. */
    private void put(Box box) {
        for (int i = 0; i < facts.size(); i++) {
            Box before = facts.get(i);
            if (before.type().equals(box.type()) && before.names().equals(box.names())) {
                Box both = laws.close(new BoxDraft(before).add(box).box());
                if (!both.empty() && !choices.rarely()) {
                    facts.set(i, both);
                    return;
                }
            }
        }
        facts.add(box);
    }

    // Groups

    private boolean fill(Box group) {
        Optional<String> name = choices.among(List.copyOf(group.names()));
        double acute = group.number("acute").low();
        double wanted = Math.max(acute, group.number("present").low());
        return name.isPresent() && fill(name.get(), wanted, acute > 0, 0);
    }

    private boolean fill(String group, double wanted, boolean acute, int depth) {
        List<Member> members = new ArrayList<>(vocabulary.groups().getOrDefault(group, List.of()));
        long there = members.stream().filter(member -> isThere(member, acute)).count();
        if (choices.rarely()) {
            Collections.shuffle(members, choices.random());
        }
        for (Member member : members) {
            if (there >= wanted) {
                return true;
            }
            if (!isThere(member, acute) && add(member, acute, depth)) {
                there++;
            }
        }
        return there >= wanted;
    }

    private boolean isThere(Member member, boolean acute) {
        if (member instanceof Member.Limit limit) {
            return isThere(result(limit));
        }
        String name = ((Member.Named) member).name();
        return vocabulary.name(name).isPresent()
                ? box(name, acute).filter(this::isThere).isPresent()
                : vocabulary.groups().getOrDefault(name, List.of()).stream().anyMatch(each -> isThere(each, acute));
    }

    private boolean add(Member member, boolean acute, int depth) {
        if (member instanceof Member.Limit limit) {
            put(result(limit));
            return true;
        }
        String name = ((Member.Named) member).name();
        if (vocabulary.name(name).isEmpty()) {
            return depth < 4 && fill(name, 1, acute, depth + 1);
        }
        Optional<Box> box = box(name, acute).filter(each -> !isExcluded(each));
        box.ifPresent(this::put);
        return box.isPresent();
    }

    private Box result(Member.Limit limit) {
        return laws.close(new BoxDraft(FactType.of("Result").orElseThrow(), Set.of(limit.test()))
                .number("value", Range.of(limit.operator(), limit.value()))
                .flag("current", true)
                .box());
    }

    private Optional<Box> box(String name, boolean acute) {
        Kind kind = vocabulary.name(name).map(Name::kind).orElseThrow();
        return Section.of(kind).filter(section -> section != Section.RESULTS).map(section -> {
            String type = switch (section) {
                case SYMPTOMS -> "Symptom";
                case MEDICINES -> "Medicine";
                case EXPOSURES -> "Exposure";
                default -> "Condition";
            };
            BoxDraft draft = new BoxDraft(FactType.of(type).orElseThrow(), Set.of(name)).flag(Box.PRESENT, true);
            if (type.equals("Medicine")) {
                draft.flag("active", true);
            }
            if (acute && type.equals("Symptom")) {
                draft.flag("longStanding", false);
            }
            return laws.close(draft.box());
        });
    }

    // Words

    private Optional<Given> words() {
        List<Given.Line> lines = new ArrayList<>();
        for (Box fact : facts) {
            Optional<List<Given.Line>> words = switch (fact.type().name()) {
                case "Patient" -> patient(fact);
                case "Spasm" -> factWords.spasm(fact, choices).map(List::of);
                case "Result" -> resultWords.lines(fact, name(fact), choices);
                default -> factWords.lines(fact, name(fact), choices);
            };
            if (words.isEmpty()) {
                return Optional.empty();
            }
            lines.addAll(words.get());
        }
        return Optional.of(Given.of(lines));
    }

    private static String name(Box fact) {
        return fact.names().iterator().next();
    }

    private Optional<List<Given.Line>> patient(Box box) {
        List<Given.Line> lines = new ArrayList<>();
        if (box.numbers().containsKey("age")) {
            // Near the limit that a rule names, and not halfway to the oldest age.
            Range years = box.number("age");
            Range open = years.high() < FactLaws.AGES
                    ? years
                    : new Range(years.low(), years.lowIn(), Double.POSITIVE_INFINITY, false);
            Optional<Double> age = choices.among(
                    Quantities.numbers(open, 0).stream().filter(years::contains).toList());
            if (age.isEmpty()) {
                return Optional.empty();
            }
            lines.add(new Given.Line("age", age.get()));
        }
        if (box.texts().containsKey("sex")) {
            lines.add(new Given.Line(
                    "sex", box.texts().get("sex").stream().sorted().findFirst().orElseThrow()));
        }
        return Optional.of(lines);
    }
}
