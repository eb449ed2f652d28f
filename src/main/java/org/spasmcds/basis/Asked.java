package org.spasmcds.basis;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Level;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Condition;

/**
 * What has been asked, and what came of it: a further question is worth the less the more of it was asked already.
 *
 * @param rulebook what rules ask together
 * @param subjects asked or about to be asked, without an answer
 * @param denied the names that are known not to be there
 * @param timesDenied how often the names of a pattern are among them, worked out when first asked for
 */
record Asked(Rulebook rulebook, Set<Subject> subjects, Set<String> denied, Map<Condition.Pattern, Long> timesDenied) {
    /** Another question about the same pattern was asked: this one says much less that is new. */
    private static final double ASKED_ALREADY = 0.3;

    /** How much less a question is worth that is always asked together with one before it. */
    private static final double ALIKE = 0.9;

    /** What was not named when all that there is was asked for is less likely to be there. */
    private static final double NOT_NAMED = 0.6;

    static Asked of(Rulebook rulebook, Set<Subject> subjects, Set<String> denied) {
        Set<Subject> all = new LinkedHashSet<>(subjects);
        for (Subject subject : subjects) {
            if (subject instanceof Subject.Checklist list) {
                all.addAll(list.each());
            }
        }
        return new Asked(rulebook, all, denied, new IdentityHashMap<>());
    }

    Asked with(Subject subject) {
        Set<Subject> more = new LinkedHashSet<>(subjects);
        more.add(subject);
        return new Asked(rulebook, more, denied, timesDenied);
    }

    /** How often it was asked what one pattern of an open rule needs. */
    long times(Ranking.Open open, int pattern) {
        Set<Subject> needed = open.needed().get(pattern);
        long times = timesDenied.computeIfAbsent(open.way().open().get(pattern), this::denied);
        for (Subject subject : subjects) {
            times += needed.contains(subject) ? 1 : 0;
        }
        return times;
    }

    /** What is left of the worth of a question for a pattern that was asked about so many times, from 0 to 1. */
    double share(Ranking.Open open, long times, Subject subject) {
        if (isUnnamed(subject)) {
            // A person would have named it, or one like it, unless it is a red flag that nobody thinks of.
            return times == 0 && open.isHigher() && open.rule().level().atLeast(Level.URGENT) ? 1 : 0;
        }
        return Math.pow(ASKED_ALREADY, times);
    }

    private long denied(Condition.Pattern pattern) {
        return denied.stream()
                .filter(name -> pattern.names().contains(name)
                        || rulebook.wider().than(name).stream().anyMatch(pattern.names()::contains))
                .count();
    }

    /** Whether the open question of its section was answered, and did not bring it up. */
    boolean isUnnamed(Subject subject) {
        return Ranking.openQuestion(subject) instanceof Subject.Listing listing
                && !subject.equals(listing)
                && subjects.contains(new Subject.Unnamed(listing.section()));
    }

    /** What rules mostly ask in one breath with a question before it is hardly worth a question of its own. */
    double newness(Subject subject) {
        // A result that nobody could tell of is hardly at hand; a complaint may be there all the same.
        boolean open = subject instanceof Subject.Value && subjects.contains(Ranking.openQuestion(subject));
        double newness = open || isUnnamed(subject) ? NOT_NAMED : 1;
        if (subject instanceof Subject.Presence presence) {
            if (isNarrowerOrWider(presence)) {
                return 0;
            }
            for (Subject before : subjects) {
                if (before instanceof Subject.Presence other) {
                    newness *= 1 - ALIKE * rulebook.likeness(presence.name(), other.name());
                }
            }
            for (String name : denied) {
                newness *= 1 - ALIKE * rulebook.likeness(presence.name(), name);
            }
        }
        return newness;
    }

    private boolean isNarrowerOrWider(Subject.Presence presence) {
        return isKnown(presence.section(), rulebook.vocabulary().ancestors(presence.name()))
                || isKnown(presence.section(), rulebook.vocabulary().descendants(presence.name()));
    }

    private boolean isKnown(Section section, Set<String> names) {
        for (String name : names) {
            if (denied.contains(name) || subjects.contains(new Subject.Presence(section, name))) {
                return true;
            }
        }
        return false;
    }

    /** Whether further things may be read out with those that are asked, however little each is worth. */
    boolean readsOut() {
        return Checklists.SECTIONS.stream().anyMatch(this::isReadOut);
    }

    /** Whether everything of a section was asked for, so that what is left is read out at once. */
    boolean isReadOut(Section section) {
        return subjects.contains(new Subject.Listing(section));
    }
}
