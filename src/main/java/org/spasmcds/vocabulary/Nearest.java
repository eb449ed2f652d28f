package org.spasmcds.vocabulary;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The names that are meant, perhaps, by what is none. */
final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /** Those spelled nearly so; where there are none, those that have most words in common with it. */
    static List<String> of(String spelled, Map<String, Name> spellings, Set<Kind> kinds) {
        int mistakes = Math.max(2, spelled.length() / 3);
        List<String> near = first(spellings, kinds, mistakes, each -> Distance.between(spelled, each));
        if (!near.isEmpty()) {
            return near;
        }
        Map<String, Double> rarity = new HashMap<>();
        for (String word : longWords(spelled)) {
            long names = spellings.keySet().stream()
                    .filter(each -> longWords(each).contains(word))
                    .count();
            rarity.put(word, names == 0 ? 0 : 1.0 / names);
        }
        return first(spellings, kinds, -1, each -> -common(each, rarity));
    }

    private static List<String> first(
            Map<String, Name> spellings, Set<Kind> kinds, double most, ToDoubleFunction<String> distance) {
        record Near(String id, double distance) {}
        return spellings.entrySet().stream()
                .filter(entry -> kinds.contains(entry.getValue().kind()))
                .map(entry -> new Near(entry.getValue().id(), distance.applyAsDouble(entry.getKey())))
                .filter(near -> near.distance() <= most)
                .sorted(Comparator.comparingDouble(Near::distance).thenComparing(Near::id))
                .map(Near::id)
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** How many words of the given ones a name has; of the same number, the rarer words count for more. */
    private static double common(String spelling, Map<String, Double> rarity) {
        return longWords(spelling).stream()
                .filter(rarity::containsKey)
                .mapToDouble(word -> 1 + rarity.get(word) / 2)
                .sum();
    }

    /** Short words say little of what a name is about. */
    private static Set<String> longWords(String spelled) {
        return Arrays.stream(spelled.split(" "))
                .filter(word -> word.length() > 3)
                .collect(Collectors.toSet());
    }
}
