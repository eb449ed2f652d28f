package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.rule.Conditions;
import org.spasmcds.vocabulary.Vocabulary;

/** Whether the demands of one alternative can hold together. */
final class Consistency {
    /** Computed beside what is recorded, so that both can stand. */
    private static final String COMPUTED_CONDITION = "acute-kidney-injury";

    private final Vocabulary vocabulary;
    private final FactLaws laws;
    private final Implication implication;

    Consistency(Vocabulary vocabulary, FactLaws laws, Implication implication) {
        this.vocabulary = vocabulary;
        this.laws = laws;
        this.implication = implication;
    }

    /** The alternative with each demand narrowed by what is excluded, and with the reason why it cannot be, if there is one. */
    Alternative settled(List<Demand> wanted, List<Demand> excluded) {
        List<Demand> narrowed = new ArrayList<>();
        Optional<Demand> patient = Optional.empty();
        for (Demand demand : wanted) {
            if (demand.stated().is("Patient")) {
                patient = Optional.of(
                        patient.map(before -> before.and(demand, laws)).orElse(demand));
            } else {
                narrowed.add(demand);
            }
        }
        patient.ifPresent(demand -> narrowed.add(0, demand));
        String contradiction = "";
        for (int i = 0; i < narrowed.size() && contradiction.isEmpty(); i++) {
            Demand rest = narrow(narrowed.get(i), excluded);
            narrowed.set(i, rest);
            contradiction = contradiction(wanted, rest, excluded);
        }
        if (contradiction.isEmpty()) {
            contradiction = presentAndAbsent(narrowed);
        }
        return new Alternative(
                List.copyOf(wanted), List.copyOf(narrowed), List.copyOf(excluded), contradiction, strain(narrowed));
    }

    /** Mostly there is one result of a test; two stand only when they are of the same time, or the later one is a word. */
    private String strain(List<Demand> wanted) {
        for (Demand one : wanted) {
            for (Demand other : wanted) {
                boolean sameTest = one.full().is("Result")
                        && other.full().is("Result")
                        && one.full().names().size() == 1
                        && one.full().names().equals(other.full().names());
                if (sameTest
                        && laws.close(new BoxDraft(one.full()).add(other.full()).box())
                                .empty()) {
                    return Conditions.text(one.pattern()) + " and " + Conditions.text(other.pattern());
                }
            }
        }
        return "";
    }

    private Demand narrow(Demand demand, List<Demand> excluded) {
        Demand narrowed = demand;
        for (int pass = 0; pass < 2; pass++) {
            for (Demand each : excluded) {
                if (narrowed.impossible()) {
                    return narrowed;
                }
                Optional<Box> rest = implication.leftover(narrowed, each);
                narrowed = rest.isPresent() ? narrowed.narrowed(rest.get(), laws) : narrowed;
            }
        }
        return withoutExcludedNames(narrowed, excluded);
    }

    private Demand withoutExcludedNames(Demand demand, List<Demand> excluded) {
        Set<String> names = demand.full().names();
        if (names.size() < 2 || excluded.isEmpty() || demand.impossible()) {
            return demand;
        }
        Set<String> possible = new LinkedHashSet<>(names);
        possible.removeIf(name -> {
            Demand single = demand.named(name, laws);
            return single.impossible() || excluded.stream().anyMatch(each -> implication.implies(single, each));
        });
        return possible.size() == names.size() ? demand : demand.among(possible, laws);
    }

    private String contradiction(List<Demand> wanted, Demand demand, List<Demand> excluded) {
        String text = Conditions.text(demand.pattern());
        if (demand.impossible()) {
            Optional<Demand> alone = wanted.stream().filter(Demand::impossible).findFirst();
            if (alone.isPresent()) {
                return "no fact can satisfy " + Conditions.text(alone.get().pattern());
            }
            return demand.stated().is("Patient")
                    ? "one patient cannot satisfy " + ofPatient(wanted)
                    : "what the rule excludes leaves nothing of " + text;
        }
        return excluded.stream()
                .filter(each -> implication.implies(demand, each))
                .findFirst()
                .map(each -> text + " makes " + Conditions.text(each.pattern()) + " hold, which is excluded")
                .orElse("");
    }

    private static String ofPatient(List<Demand> wanted) {
        return String.join(
                " and ",
                wanted.stream()
                        .filter(demand -> demand.stated().is("Patient"))
                        .map(demand -> Conditions.text(demand.pattern()))
                        .toList());
    }

    /** A patient of whom a diagnosis or an exposure is both said and denied is refused, and what still acts is not absent. */
    private String presentAndAbsent(List<Demand> wanted) {
        for (Demand there : wanted) {
            for (Demand denied : wanted) {
                if (excludeEachOther(there.full(), denied.full())) {
                    return Conditions.text(there.pattern()) + " and " + Conditions.text(denied.pattern())
                            + " cannot both be";
                }
            }
        }
        return "";
    }

    private boolean excludeEachOther(Box there, Box denied) {
        return there.type().equals(denied.type())
                && (there.is("Condition")
                        || there.is("Exposure")
                        || (there.is("Medicine") && there.has("active", true)))
                && there.has(Box.PRESENT, true)
                && denied.has(Box.PRESENT, false)
                && !there.names().contains(COMPUTED_CONDITION)
                && there.names().stream().allMatch(name -> isWithin(name, denied.names()));
    }

    private boolean isWithin(String name, Set<String> denied) {
        return denied.stream()
                .allMatch(wider ->
                        wider.equals(name) || vocabulary.ancestors(name).contains(wider));
    }

    /** Whether nothing that satisfies the one leaves room for the other. */
    boolean rulesOut(Demand demand, Demand other) {
        if (other.impossible()) {
            return true;
        }
        if (demand.stated().is("Patient") && other.stated().is("Patient")) {
            return demand.and(other, laws).impossible();
        }
        return excludeEachOther(demand.full(), other.full()) || excludeEachOther(other.full(), demand.full());
    }
}
