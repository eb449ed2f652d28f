package org.spasmcds.basis;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.intake.Dependents;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Truth;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * Which patterns the answers to some questions can decide otherwise than they stand now, whatever these answers are. Rather too many than
 * too few: the range of the level rests on it.
 */
final class Reach {
    private static final Set<String> TIMES = Set.of("hours", "days", "weeks", "months", "recent", "longStanding");
    private static final String ANY = "*";

    private final Vocabulary vocabulary;
    private final Wider wider;
    /** Facts of these names may come in: what does not hold may come to hold. */
    private final Set<String> gaining = new HashSet<>();
    /** What a wider name leaves open is no longer denied by a list. */
    private final Set<String> loosened = new HashSet<>();
    /** Facts of these names may change in any way. */
    private final Set<String> open = new HashSet<>();
    /** Of facts of these names only some properties may change. */
    private final Map<String, Set<String>> details = new HashMap<>();

    private final Set<String> ofSpasm = new HashSet<>();
    private boolean patient;
    private boolean complaintOnset;

    private Reach(Vocabulary vocabulary, Wider wider) {
        this.vocabulary = vocabulary;
        this.wider = wider;
    }

    static Reach of(Collection<? extends Subject> subjects, Vocabulary vocabulary, Wider wider) {
        Reach reach = new Reach(vocabulary, wider);
        subjects.forEach(reach::add);
        return reach;
    }

    private void add(Subject subject) {
        if (subject instanceof Subject.Age) {
            patient = true;
        } else if (subject instanceof Subject.Sex) {
            patient = true;
            Dependents.ofSex().forEach(this::open);
        } else if (subject instanceof Subject.Complaint) {
            Dependents.spasms().forEach(this::presence);
        } else if (subject instanceof Subject.Circumstances) {
            Subject.Circumstances.FIELDS.forEach(field -> detail(new Subject.Detail(Section.SPASMS, "", field)));
        } else if (subject instanceof Subject.Checklist list) {
            list.each().forEach(this::add);
        } else if (subject instanceof Subject.Listing listing) {
            listing(listing.section());
        } else if (subject instanceof Subject.Presence presence) {
            presence(presence.name());
        } else if (subject instanceof Subject.Value value) {
            result(value.test());
        } else if (subject instanceof Subject.Detail detail) {
            detail(detail);
        }
    }

    private void listing(Section section) {
        for (Name name : vocabulary.names()) {
            if (section.kinds().contains(name.kind())
                    && !Dependents.besideLists().contains(name.id())) {
                if (section == Section.RESULTS) {
                    result(name.id());
                } else {
                    presence(name.id());
                }
            }
        }
    }

    private void result(String test) {
        open(test);
        Dependents.ofResult(test).forEach(this::open);
    }

    private void open(String name) {
        if (open.add(name)) {
            open.addAll(wider.than(name));
        }
    }

    private void presence(String name) {
        gain(name);
        loosened.addAll(vocabulary.descendants(name));
        Dependents.ofPresence(name).forEach(this::open);
        if (Dependents.isSpasm(name)) {
            ofSpasm.add(ANY);
        }
    }

    private void gain(String name) {
        if (gaining.add(name)) {
            gaining.addAll(wider.than(name));
            names(name).forEach(each -> {
                complaintOnset |= Dependents.isComplaint(each);
                Dependents.signs(each).forEach(this::gain);
            });
        }
    }

    private Set<String> names(String name) {
        Set<String> names = new HashSet<>(vocabulary.ancestors(name));
        names.add(name);
        return names;
    }

    private void detail(Subject.Detail detail) {
        Set<String> properties = properties(detail.field());
        if (detail.section() == Section.SPASMS) {
            ofSpasm.addAll(properties);
            if (detail.field().equals("sites")) {
                ofSpasm.add("distribution");
            }
            vocabulary.names().stream()
                    .map(Name::id)
                    .filter(Dependents::isSpasm)
                    .forEach(kind -> detail(kind, detail.field(), properties));
            complaintOnset |= detail.field().equals("onset");
            return;
        }
        if (names(detail.name()).stream().anyMatch(Dependents::isSpasm)) {
            ofSpasm.addAll(properties);
        }
        detail(detail.name(), detail.field(), properties);
    }

    private void detail(String name, String field, Set<String> properties) {
        for (String each : names(name)) {
            details.computeIfAbsent(each, any -> new HashSet<>()).addAll(properties);
            complaintOnset |= field.equals("onset") && Dependents.isComplaint(each);
        }
        // Whether a member of a group is new or old, or a stopped medicine still acts, changes its counts.
        wider.than(name)
                .forEach(group -> details.computeIfAbsent(group, any -> new HashSet<>())
                        .addAll(Set.of("acute", "present", "any", "unknown", "absent")));
        if (Set.of("side", "site", "sites").contains(field)) {
            // The left and the right become both sides.
            gain(name);
        }
    }

    /** The properties of facts that a field of an entry decides. */
    static Set<String> properties(String field) {
        return switch (field) {
            case "onset" -> union(TIMES, Set.of("lastedDays"));
            case "last" -> union(TIMES, Set.of("lastedDays"));
            case "start", "changed" -> union(TIMES, Set.of("changedDays", "changedWeeks", "changedBeforeOnsetWeeks"));
            case "stopped" -> Set.of("stoppedDays", "active", "stopped");
            case "missedSince" -> Set.of("missed", "missedDays");
            case "site", "sites" -> Set.of("site", "region", "distribution");
            case "episodeLength" -> Set.of("minutes", "episodeMinutes");
            case "perDay" -> Set.of("perDay", "perWeek");
            default -> Set.of(field);
        };
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new HashSet<>(one);
        union.addAll(other);
        return union;
    }

    /** The names about which facts may come in or change. */
    Set<String> names() {
        Set<String> names = union(gaining, open);
        names.addAll(loosened);
        names.addAll(details.keySet());
        return names;
    }

    /** Whether the answers may decide a pattern otherwise. */
    boolean touches(Condition.Pattern pattern) {
        return outlook(pattern, Truth.FALSE) != Truth.FALSE || outlook(pattern, Truth.TRUE) != Truth.TRUE;
    }

    boolean touchesPatient() {
        return patient;
    }

    /**
     * What a pattern can come to be.
     *
     * @param known what it is for what is known; unknown counts as not holding where no answer touches it
     */
    Truth outlook(Condition.Pattern pattern, Truth known) {
        Truth fixed = known == Truth.TRUE ? Truth.TRUE : Truth.FALSE;
        return switch (pattern.type().name()) {
            case "Patient" -> patient ? Truth.UNKNOWN : fixed;
            case "Spasm" -> ofSpasm(pattern) ? Truth.UNKNOWN : fixed;
            default -> named(pattern, known, fixed);
        };
    }

    private boolean ofSpasm(Condition.Pattern pattern) {
        return ofSpasm.contains(ANY) || pattern.tests().stream().anyMatch(test -> ofSpasm.contains(test.property()));
    }

    private Truth named(Condition.Pattern pattern, Truth known, Truth fixed) {
        List<String> names = pattern.names();
        boolean gains = false;
        for (String name : names) {
            if (open.contains(name)
                    || touchesDetail(name, pattern)
                    || (loosened.contains(name) && asksForAbsence(pattern))) {
                return Truth.UNKNOWN;
            }
            gains |= gaining.contains(name);
        }
        if (complaintOnset
                && pattern.tests().stream().anyMatch(test -> test.property().equals("changedBeforeOnsetWeeks"))) {
            return Truth.UNKNOWN;
        }
        if (!gains) {
            return fixed;
        }
        boolean counts = pattern.type().name().equals("Group")
                && pattern.tests().stream()
                        .anyMatch(test -> Set.of("absent", "unknown").contains(test.property()));
        return known == Truth.TRUE && !counts ? Truth.TRUE : Truth.UNKNOWN;
    }

    private static boolean asksForAbsence(Condition.Pattern pattern) {
        return pattern.tests().stream()
                .anyMatch(test -> test instanceof Condition.Test.Flag flag
                        && (flag.property().equals("absent") || (flag.property().equals("present") && !flag.wanted())));
    }

    private boolean touchesDetail(String name, Condition.Pattern pattern) {
        Set<String> properties = details.get(name);
        return properties != null && pattern.tests().stream().anyMatch(test -> properties.contains(test.property()));
    }

    /** Every name and group that a name belongs to, through groups in groups. */
    static final class Wider {
        private final Map<String, Set<String>> direct = new HashMap<>();
        private final Map<String, Set<String>> all = new java.util.concurrent.ConcurrentHashMap<>();

        Wider(Vocabulary vocabulary) {
            vocabulary
                    .groups()
                    .forEach((group, members) -> members.forEach(member -> {
                        String name = member instanceof org.spasmcds.vocabulary.Member.Limit limit
                                ? limit.test()
                                : ((org.spasmcds.vocabulary.Member.Named) member).name();
                        direct.computeIfAbsent(name, any -> new HashSet<>()).add(group);
                    }));
        }

        Set<String> than(String name) {
            Set<String> known = all.get(name);
            if (known == null) {
                known = new HashSet<>();
                collect(name, known);
                all.put(name, known);
            }
            return known;
        }

        private void collect(String name, Set<String> into) {
            for (String group : direct.getOrDefault(name, Set.of())) {
                if (into.add(group)) {
                    collect(group, into);
                }
            }
        }
    }

    /** Whether a kind of name is asked for as a list. */
    static boolean isListed(Kind kind) {
        return kind == Kind.MEDICINE || kind == Kind.MEDICINE_CLASS || kind == Kind.CONDITION;
    }
}
