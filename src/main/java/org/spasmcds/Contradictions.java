package org.spasmcds;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.Vocabulary;

/** Refuses a patient of whom the same thing is said and denied. */
final class Contradictions {
    private Contradictions() {}

    /**
     * @throws InvalidPatientException when two entries cannot both be true
     */
    static void refuse(List<Entry> entries, Vocabulary vocabulary) {
        refuseDeniedAndNot(entries);
        refuseMemberOfDenied(entries, vocabulary);
    }

    /** A fact cannot be both there and not there, unless an examination corrects what was only reported. */
    private static void refuseDeniedAndNot(List<Entry> entries) {
        Map<String, Entry> plain = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.name().isEmpty() || entry.section() == Section.RESULTS || !isEverywhere(entry)) {
                continue;
            }
            Entry other = plain.putIfAbsent(entry.section() + " " + entry.name(), entry);
            if (other != null
                    && other.isObserved() == entry.isObserved()
                    && other.text("status").equals("absent")
                            != entry.text("status").equals("absent")) {
                throw new InvalidPatientException(
                        entry.path() + ".status",
                        entry.name(),
                        "is both absent and not absent (see " + other.path() + "); allowed: one of the two");
            }
        }
    }

    /** A member of what is denied as a whole cannot be there. */
    private static void refuseMemberOfDenied(List<Entry> entries, Vocabulary vocabulary) {
        Set<String> denied = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.text("status").equals("absent")
                    && isEverywhere(entry)
                    && entry.section() != Section.FAMILY_HISTORY) {
                denied.add(entry.name());
            }
        }
        for (Entry entry : entries) {
            boolean present = List.of("present", "active")
                    .contains(entry.statusOr(entry.values().containsKey("stopped") ? "stopped" : "present"));
            if (!present || entry.section() == Section.FAMILY_HISTORY || entry.isObserved()) {
                continue;
            }
            vocabulary.ancestors(entry.name()).stream()
                    .filter(denied::contains)
                    .findFirst()
                    .ifPresent(whole -> {
                        throw new InvalidPatientException(
                                entry.path() + ".status",
                                entry.name(),
                                "is present while " + whole
                                        + ", which it belongs to, is absent; allowed: one of the two");
                    });
        }
    }

    private static boolean isEverywhere(Entry entry) {
        return entry.text("side").isEmpty() && entry.text("site").isEmpty();
    }
}
