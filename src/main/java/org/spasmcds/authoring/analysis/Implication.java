package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.fact.FactType;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * Whether a fact that satisfies one demand makes another one hold, by the fact itself or by one that the intake makes beside it. Answers
 * yes only where that is certain.
 */
final class Implication {
    /** The intake makes these under their own name only. */
    private static final Set<String> WITHOUT_ANCESTORS = Set.of(
            "qtc-prolonged",
            "qtc-dangerous",
            "potassium-low-repeated",
            "calcium-low-repeated",
            "magnesium-low-repeated",
            "acute-kidney-injury",
            "fingertip-paresthesia-bilateral");

    private static final Set<Kind> SYMPTOMS = Set.of(Kind.SYMPTOM, Kind.SIGN);

    private final Vocabulary vocabulary;
    private final FactLaws laws;
    private final Membership membership;

    Implication(Vocabulary vocabulary, FactLaws laws) {
        this.vocabulary = vocabulary;
        this.laws = laws;
        membership = new Membership(vocabulary);
    }

    Membership membership() {
        return membership;
    }

    boolean implies(Demand demand, Demand other) {
        if (demand.impossible() || other.impossible()) {
            return demand.impossible();
        }
        return other.full() == demand.full()
                || bySameFact(demand.full(), other.stated())
                || bySymptomOfSpasm(demand.full(), other.stated())
                || byGroup(demand.full(), other.stated());
    }

    private boolean bySameFact(Box box, Box other) {
        return namesReach(box, other) && unmet(box, other).isEmpty();
    }

    /** The properties of which the one demand does not make the other certain; names aside. */
    private static List<String> unmet(Box box, Box other) {
        List<String> unmet = new ArrayList<>();
        other.numbers().forEach((property, range) -> {
            if (!box.numbers().containsKey(property) || !box.number(property).within(range)) {
                unmet.add(property);
            }
        });
        other.texts().forEach((property, values) -> {
            if (!box.texts().containsKey(property)
                    || !values.containsAll(box.texts().get(property))) {
                unmet.add(property);
            }
        });
        other.flags().forEach((flag, value) -> {
            if (!box.has(flag, value)) {
                unmet.add(flag);
            }
        });
        return unmet;
    }

    /** Whether a fact under any name of the one also stands under a name of the other. */
    private boolean namesReach(Box box, Box other) {
        if (!box.type().equals(other.type())) {
            return false;
        }
        return box.names().stream()
                .allMatch(
                        name -> other.names().contains(name) || (isPassedOn(box, other, name) && reaches(name, other)));
    }

    private boolean reaches(String name, Box other) {
        return vocabulary.ancestors(name).stream().anyMatch(other.names()::contains);
    }

    /** Whether the intake repeats the fact under the wider names, with everything that the other asks of it. */
    private static boolean isPassedOn(Box box, Box other, String name) {
        if (box.is("Result") || box.is("Group") || !box.has(Box.PRESENT, true) || WITHOUT_ANCESTORS.contains(name)) {
            return false;
        }
        // A sign that is made of a left and a right one mixes their properties, perhaps of another pair under the wider
        // name.
        boolean ofOneSide =
                box.texts().containsKey("side") && !box.texts().get("side").contains("both");
        return !box.is("Symptom") || ofOneSide || mixed(other) <= (other.texts().containsKey("side") ? 0 : 1);
    }

    private static long mixed(Box box) {
        return box.numbers().size()
                + box.texts().keySet().stream()
                        .filter(property -> !Set.of("side", "region").contains(property))
                        .count()
                + box.flags().keySet().stream()
                        .filter(flag -> !flag.equals(Box.PRESENT))
                        .count();
    }

    /** Every spasm stands as a symptom of its kind too. */
    private boolean bySymptomOfSpasm(Box box, Box other) {
        if (!box.is("Spasm") || !(other.is("Symptom") || other.is("Group"))) {
            return false;
        }
        BoxDraft symptom =
                new BoxDraft(FactType.of("Symptom").orElseThrow(), box.texts().get("kind"));
        symptom.flag(Box.PRESENT, true);
        for (String same : List.of("side", "trend")) {
            if (box.texts().containsKey(same)) {
                symptom.text(same, box.texts().get(same));
            }
        }
        for (String same : List.of(Box.AGE, "perDay")) {
            if (box.numbers().containsKey(same)) {
                symptom.number(same, box.number(same));
            }
        }
        Box closed = laws.close(symptom.box());
        return bySameFact(closed, other) || byGroup(closed, other);
    }

    /** What is present makes the groups count that it belongs to. */
    private boolean byGroup(Box box, Box other) {
        if (!other.is("Group")
                || isBounded(other)
                || other.number("present").low() > 1
                || other.number("acute").low() > 1) {
            return false;
        }
        boolean acute = other.number("acute").low() > 0;
        if (box.is("Group")) {
            boolean any = (acute ? box.number("acute") : box.number("present")).low() >= 1;
            return any
                    && box.names().stream()
                            .allMatch(
                                    name -> other.names().stream().anyMatch(group -> membership.contains(group, name)));
        }
        boolean counts =
                box.is("Medicine") ? box.has("active", true) : !box.is("FamilyHistory") && box.has(Box.PRESENT, true);
        return counts
                && box.names().stream()
                        .allMatch(name -> (!acute || isAcute(box, name))
                                && other.names().stream().anyMatch(group -> membership.counts(group, name)));
    }

    private static boolean isBounded(Box group) {
        return group.number("present").high() < Double.POSITIVE_INFINITY
                || group.number("acute").high() < Double.POSITIVE_INFINITY
                || group.numbers().containsKey("absent")
                || group.numbers().containsKey("unknown");
    }

    private boolean isAcute(Box box, String name) {
        return box.is("Symptom")
                ? box.has("longStanding", false)
                : vocabulary.descendants(name).stream()
                        .noneMatch(each -> vocabulary
                                .name(each)
                                .map(Name::kind)
                                .filter(SYMPTOMS::contains)
                                .isPresent());
    }

    /**
     * What is left of a demand when no fact may satisfy the other: a potassium below 3.5 and none below 3.0 is one from 3.0 to 3.5. Empty
     * where nothing can be said.
     */
    Optional<Box> leftover(Demand demand, Demand excluded) {
        Box box = demand.full();
        Box other = excluded.stated();
        if (excluded.impossible() || !namesReach(box, other)) {
            return Optional.empty();
        }
        List<String> unmet = unmet(box, other);
        if (unmet.size() != 1) {
            return Optional.empty();
        }
        String property = unmet.get(0);
        BoxDraft rest = new BoxDraft(box.type(), box.names());
        if (other.flags().containsKey(property)) {
            return Optional.of(rest.flag(property, !other.flags().get(property)).box());
        }
        if (other.numbers().containsKey(property) && box.numbers().containsKey(property)) {
            return box.number(property)
                    .without(other.number(property))
                    .map(range -> rest.number(property, range).box());
        }
        return Optional.empty();
    }
}
