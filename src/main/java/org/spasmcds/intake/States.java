package org.spasmcds.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.spasmcds.Certainty;
import org.spasmcds.fact.Group;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** What is known of each name: present, absent or unknown, by its own entries, by wider and narrower names, and by complete lists. */
final class States {
    enum State {
        PRESENT,
        ABSENT,
        UNKNOWN
    }

    /** A fact that is simply known. */
    static final FactSheet.Member PLAIN = new FactSheet.Member(Certainty.CONFIRMED, List.of(), false);

    /** A list of diagnoses that does not name these says nothing of them: they stand elsewhere in a record, or were never looked for. */
    static final Set<String> NEVER_DENIED_BY_LISTS = Set.of(
            "pregnancy",
            "postpartum",
            "tetanus-vaccination-complete",
            "rabies-post-exposure-treatment",
            "sickle-cell-trait");

    private static final Comparator<FactSheet.Member> BEST_FIRST = Comparator.comparing(FactSheet.Member::laboratory)
            .thenComparing(member -> !member.doubts().isEmpty())
            .thenComparing(FactSheet.Member::cap, Comparator.reverseOrder());

    private final Vocabulary vocabulary;
    private final Set<Section> complete;
    private final ResultFacts results;
    private final Set<String> present = new LinkedHashSet<>();
    private final Map<String, Origin> presentBy = new HashMap<>();
    private final Set<String> longStanding = new LinkedHashSet<>();
    private final Set<String> absent = new LinkedHashSet<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Map<String, State> known = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    /** The names above and below the recorded ones, worked out when first asked for. */
    private Around around;

    States(Vocabulary vocabulary, Set<Section> complete, ResultFacts results) {
        this.vocabulary = vocabulary;
        this.complete = complete;
        this.results = results;
    }

    /** Records what an entry says, or what follows from others. */
    void record(String name, String status, boolean isLongStanding, Origin origin) {
        known.clear();
        groups.clear();
        around = null;
        switch (status) {
            case "present" -> {
                if (isLongStanding && !present.contains(name)) {
                    longStanding.add(name);
                } else if (!isLongStanding) {
                    longStanding.remove(name);
                }
                present.add(name);
                presentBy.putIfAbsent(name, origin);
            }
            case "absent" -> absent.add(name);
            default -> unknown.add(name);
        }
    }

    State of(String name) {
        State state = known.get(name);
        if (state == null) {
            state = compute(name);
            known.put(name, state);
        }
        return state;
    }

    private State compute(String name) {
        Around of = around();
        if (present.contains(name) || of.abovePresent().contains(name)) {
            return State.PRESENT;
        }
        if (absent.contains(name) || of.belowAbsent().contains(name)) {
            return State.ABSENT;
        }
        return !complete.isEmpty() && isClosed(name) ? State.ABSENT : State.UNKNOWN;
    }

    /**
     * @param abovePresent what is there because something narrower is
     * @param belowAbsent what is not there because something wider is not
     * @param couldBe what something that is only named in general, or of which nothing is known, could be
     */
    private record Around(
            Set<String> abovePresent, Set<String> belowAbsent, Set<String> couldBe, Map<String, Boolean> closed) {}

    private Around around() {
        if (around == null) {
            Set<String> above = new HashSet<>();
            Set<String> below = new HashSet<>();
            Set<String> couldBe = new HashSet<>(unknown);
            present.forEach(name -> {
                above.addAll(vocabulary.ancestors(name));
                couldBe.addAll(vocabulary.descendants(name));
            });
            absent.forEach(name -> below.addAll(vocabulary.descendants(name)));
            unknown.forEach(name -> couldBe.addAll(vocabulary.descendants(name)));
            around = new Around(above, below, couldBe, new HashMap<>());
        }
        return around;
    }

    /**
     * Whether complete lists leave no room for a name: it is not named, nothing that it could be is named only in general (as a water
     * tablet is, which could be any), and whatever belongs to it stands in complete lists too.
     */
    private boolean isClosed(String name) {
        if (!isOwnListClosed(name)) {
            return false;
        }
        for (String narrower : vocabulary.descendants(name)) {
            if (!isOwnListClosed(narrower)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOwnListClosed(String name) {
        return around().closed().computeIfAbsent(name, this::closes);
    }

    private boolean closes(String name) {
        if (around().couldBe().contains(name) || NEVER_DENIED_BY_LISTS.contains(name)) {
            return false;
        }
        Optional<Section> section = vocabulary.name(name).map(Name::kind).flatMap(Section::of);
        return section.isPresent() && complete.contains(section.get());
    }

    private boolean isAcute(String name) {
        if (present.contains(name)) {
            return !longStanding.contains(name);
        }
        Set<String> narrower = vocabulary.descendants(name);
        return present.stream().anyMatch(each -> narrower.contains(each) && !longStanding.contains(each));
    }

    /** How many members of a group are present, acute, absent and unknown. */
    Group count(String group) {
        Group counted = groups.get(group);
        if (counted == null) {
            counted = counted(group);
            groups.put(group, counted);
        }
        return counted;
    }

    private Group counted(String group) {
        int presentCount = 0;
        int acute = 0;
        int absentCount = 0;
        int unknownCount = 0;
        for (Member member : vocabulary.groups().get(group)) {
            switch (of(member)) {
                case PRESENT -> {
                    presentCount++;
                    acute += isAcute(member) ? 1 : 0;
                }
                case ABSENT -> absentCount++;
                default -> unknownCount++;
            }
        }
        return new Group(group, presentCount, acute, absentCount, unknownCount);
    }

    /** The members of a group that are present, as far as a finding may rest on each, the best supported first. */
    List<FactSheet.Member> presentMembers(String group, Function<String, FactSheet.Member> quality) {
        List<FactSheet.Member> members = new ArrayList<>();
        for (Member member : vocabulary.groups().get(group)) {
            if (of(member) == State.PRESENT) {
                members.add(best(member, quality));
            }
        }
        members.sort(BEST_FIRST);
        return members;
    }

    private FactSheet.Member best(Member member, Function<String, FactSheet.Member> quality) {
        if (member instanceof Member.Limit limit) {
            return quality.apply(limit.test());
        }
        String name = ((Member.Named) member).name();
        boolean plain = vocabulary.name(name).isPresent() && of(name) == State.PRESENT;
        return plain ? PLAIN : presentMembers(name, quality).get(0);
    }

    /** The members of a group that are present, in words. */
    List<String> presentMembers(String group) {
        List<String> members = new ArrayList<>();
        for (Member member : vocabulary.groups().get(group)) {
            if (of(member) == State.PRESENT) {
                if (member instanceof Member.Limit limit) {
                    members.add(results.label(results.latest(limit.test()).orElseThrow()));
                } else {
                    String name = ((Member.Named) member).name();
                    boolean nested =
                            !present.contains(name) && vocabulary.groups().containsKey(name);
                    members.addAll(nested ? presentMembers(name) : List.of(vocabulary.display(name)));
                }
            }
        }
        return members;
    }

    /** What the present members of a group rest on, by the names that are present. */
    Map<String, Origin> presentBy(String group) {
        Map<String, Origin> origins = new LinkedHashMap<>();
        for (Member member : vocabulary.groups().get(group)) {
            if (of(member) != State.PRESENT) {
                continue;
            }
            if (member instanceof Member.Limit limit) {
                results.leading(limit.test()).stream()
                        .filter(m -> m.hasNumber() && limit.holds(m.value()))
                        .findFirst()
                        .ifPresent(
                                m -> origins.put(limit.test(), new Origin.Measured(m, results.series(limit.test()))));
            } else {
                origins.putAll(presentByName(((Member.Named) member).name()));
            }
        }
        return origins;
    }

    private Map<String, Origin> presentByName(String name) {
        Map<String, Origin> origins = new LinkedHashMap<>();
        Set<String> narrower = vocabulary.descendants(name);
        for (String each : present) {
            if (each.equals(name) || narrower.contains(each)) {
                origins.put(each, presentBy.get(each));
            }
        }
        return origins.isEmpty() && vocabulary.groups().containsKey(name) ? presentBy(name) : origins;
    }

    State of(Member member) {
        if (member instanceof Member.Limit limit) {
            List<Measurement> numbers = results.leading(limit.test()).stream()
                    .filter(m -> m.hasNumber() && m.days() * 24 <= limit.windowHours())
                    .toList();
            if (numbers.isEmpty()) {
                return State.UNKNOWN;
            }
            return numbers.stream().anyMatch(m -> limit.holds(m.value())) ? State.PRESENT : State.ABSENT;
        }
        String name = ((Member.Named) member).name();
        State own = vocabulary.name(name).isPresent() ? of(name) : State.UNKNOWN;
        if (own != State.UNKNOWN || !vocabulary.groups().containsKey(name)) {
            return own;
        }
        Group nested = count(name);
        if (nested.getPresent() > 0) {
            return State.PRESENT;
        }
        boolean openClass = vocabulary.name(name).isPresent();
        return nested.getUnknown() > 0 || openClass ? State.UNKNOWN : State.ABSENT;
    }

    private boolean isAcute(Member member) {
        if (member instanceof Member.Limit) {
            return true;
        }
        String name = ((Member.Named) member).name();
        return isAcute(name)
                || (vocabulary.groups().containsKey(name) && count(name).getAcute() > 0);
    }
}
