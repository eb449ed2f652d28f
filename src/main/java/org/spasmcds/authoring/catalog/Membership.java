package org.spasmcds.authoring.catalog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Vocabulary;

/** Which groups a name or a test belongs to, directly or by way of another group. */
final class Membership {
    private final Map<String, Set<String>> groups = new LinkedHashMap<>();

    Membership(Vocabulary vocabulary) {
        vocabulary
                .groups()
                .forEach((group, members) ->
                        members.forEach(member -> groups.computeIfAbsent(name(member), any -> new LinkedHashSet<>())
                                .add(group)));
    }

    private static String name(Member member) {
        return member instanceof Member.Named named ? named.name() : ((Member.Limit) member).test();
    }

    /** Every group that a name counts under, the nearest first. */
    List<String> of(String name) {
        Set<String> all = new LinkedHashSet<>(groups.getOrDefault(name, Set.of()));
        List<String> open = List.copyOf(all);
        while (!open.isEmpty()) {
            Set<String> next = new LinkedHashSet<>();
            open.forEach(group -> next.addAll(groups.getOrDefault(group, Set.of())));
            next.removeAll(all);
            all.addAll(next);
            open = List.copyOf(next);
        }
        return List.copyOf(all);
    }
}
