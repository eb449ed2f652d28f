package org.spasmcds.authoring.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Vocabulary;

/** Which names are sure to make a group count. */
final class Membership {
    private final Vocabulary vocabulary;
    private final Map<String, Map<String, Boolean>> known = new HashMap<>();
    private final Map<String, Set<String>> groupsOfName = new HashMap<>();
    private final Map<String, Set<String>> widerGroups = new HashMap<>();

    Membership(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Whether a group counts whenever this name is present. */
    boolean counts(String group, String name) {
        Map<String, Boolean> ofGroup = known.computeIfAbsent(group, any -> new HashMap<>());
        Boolean counts = ofGroup.get(name);
        if (counts == null) {
            counts = members(group).stream().anyMatch(member -> reaches(member, name));
            ofGroup.put(name, counts);
        }
        return counts;
    }

    private boolean reaches(Member member, String name) {
        if (!(member instanceof Member.Named named)) {
            return false;
        }
        if (named.name().equals(name) || vocabulary.descendants(named.name()).contains(name)) {
            return true;
        }
        // What is itself a name of the vocabulary may be known absent while something nested in it is not.
        return vocabulary.name(named.name()).isEmpty() && counts(named.name(), name);
    }

    /** Whether the wider group counts whenever any member of the narrower one is present. */
    boolean contains(String wider, String narrower) {
        return wider.equals(narrower)
                || members(narrower).stream()
                        .allMatch(member -> members(wider).contains(member) || isContained(wider, member));
    }

    private boolean isContained(String wider, Member member) {
        if (member instanceof Member.Limit limit) {
            return members(wider).stream().anyMatch(other -> isWider(other, limit));
        }
        String name = ((Member.Named) member).name();
        boolean single = vocabulary.name(name).isPresent() && members(name).isEmpty();
        return single ? counts(wider, name) : vocabulary.name(name).isEmpty() && contains(wider, name);
    }

    private static boolean isWider(Member member, Member.Limit limit) {
        return member instanceof Member.Limit other
                && other.test().equals(limit.test())
                && other.windowHours() == limit.windowHours()
                && Range.of(limit.operator(), limit.value()).within(Range.of(other.operator(), other.value()));
    }

    /** The groups that any of these names, or any of these groups, may make count. */
    Set<String> groups(Set<String> names, boolean areGroups) {
        Set<String> groups = new HashSet<>();
        for (String name : names) {
            groups.addAll((areGroups ? widerGroups : groupsOfName)
                    .computeIfAbsent(name, any -> areGroups ? widerThan(name) : groupsOf(name)));
        }
        return groups;
    }

    private Set<String> groupsOf(String name) {
        return vocabulary.groups().keySet().stream()
                .filter(group -> counts(group, name))
                .collect(Collectors.toSet());
    }

    private Set<String> widerThan(String narrower) {
        return vocabulary.groups().keySet().stream()
                .filter(group -> contains(group, narrower))
                .collect(Collectors.toSet());
    }

    List<Member> members(String group) {
        return vocabulary.groups().getOrDefault(group, List.of());
    }
}
