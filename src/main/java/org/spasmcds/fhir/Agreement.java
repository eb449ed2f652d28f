package org.spasmcds.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * Leaves out what cannot stand beside something newer, and what repeats: records of many years say and deny the same thing, and name a
 * diagnosis at every visit. Of a denial and an affirmation the newer counts, and the affirmation where it is not known which is newer.
 */
final class Agreement {
    private final Vocabulary vocabulary;
    private final Times times;
    private final Collected collected;

    Agreement(Scope scope) {
        vocabulary = scope.codes().vocabulary();
        times = scope.times();
        collected = scope.collected();
    }

    /** What stands of these facts; the rest is listed. */
    List<Found> of(List<Found> facts) {
        return withoutRepetitions(withoutContradictions(facts));
    }

    private List<Found> withoutContradictions(List<Found> facts) {
        Set<Found> dropped = new HashSet<>();
        List<Found> denials = facts.stream()
                .filter(fact -> fact.isAbsent() && fact.isEverywhere() && fact.section() != Section.RESULTS)
                .toList();
        for (Found denial : denials) {
            for (Found other : facts) {
                if (dropped.contains(denial) || dropped.contains(other) || !contradict(denial, other)) {
                    continue;
                }
                Found loser = said(denial) < said(other) ? other : denial;
                dropped.add(loser);
                collected.unused(
                        loser,
                        UnusedReason.CONTRADICTED,
                        (loser == denial ? denial : other).name() + ", see "
                                + (loser == denial ? other : denial).from().reference());
            }
        }
        return facts.stream().filter(fact -> !dropped.contains(fact)).toList();
    }

    private boolean contradict(Found denial, Found other) {
        if (other.isAbsent()) {
            return false;
        }
        boolean same = denial.section() == other.section() && denial.name().equals(other.name());
        if (same) {
            return other.isEverywhere() && denial.isObserved() == other.isObserved();
        }
        return denial.section() != Section.FAMILY_HISTORY
                && other.section() != Section.FAMILY_HISTORY
                && !other.isObserved()
                && List.of("present", "active").contains(other.status())
                && vocabulary.ancestors(other.name()).contains(denial.name());
    }

    /** Of a diagnosis, operation, exposure or relative the first and the last mention say all. */
    private List<Found> withoutRepetitions(List<Found> facts) {
        Map<List<Object>, List<Found>> same = new LinkedHashMap<>();
        List<Found> kept = new ArrayList<>();
        for (Found fact : facts) {
            switch (fact.section()) {
                case CONDITIONS, EXPOSURES, FAMILY_HISTORY ->
                    same.computeIfAbsent(key(fact), any -> new ArrayList<>()).add(fact);
                default -> kept.add(fact);
            }
        }
        for (List<Found> mentions : same.values()) {
            mentions.sort(Comparator.comparingDouble(this::days));
            for (int i = 0; i < mentions.size(); i++) {
                boolean undated = Double.isNaN(days(mentions.get(i)));
                boolean oldest = i == mentions.size() - 1 || (!undated && Double.isNaN(days(mentions.get(i + 1))));
                if (i == 0 || oldest) {
                    kept.add(mentions.get(i));
                } else {
                    collected.unused(
                            mentions.get(i),
                            UnusedReason.REPEATED,
                            mentions.get(i).name());
                }
            }
        }
        return kept;
    }

    /** All but the times. */
    private static List<Object> key(Found fact) {
        Map<String, Object> rest = new LinkedHashMap<>(fact.values());
        rest.keySet().removeAll(Set.of("onset", "last"));
        return List.of(fact.section(), fact.name(), rest);
    }

    private double days(Found fact) {
        Object when = fact.values().getOrDefault("last", fact.values().get("onset"));
        return when instanceof When time ? times.daysAgo(time) : Double.NaN;
    }

    /** How long ago it was said; an unknown time is older than all others. */
    private double said(Found fact) {
        return fact.said().map(times::daysAgo).orElse(Double.MAX_VALUE);
    }
}
