package org.spasmcds.authoring.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spasmcds.authoring.Accepted;

/** Takes up what the checks find, less what the authors accepted. */
final class Report {
    private final Accepted accepted;
    private final Set<Found> found = new LinkedHashSet<>();

    Report(Accepted accepted) {
        this.accepted = accepted;
    }

    /** @param subject short text from the place itself, so that an acceptance falls when the text changes */
    void add(String check, Place place, String subject, String message) {
        if (accepted.reason(check, place.file(), subject).isEmpty()) {
            found.add(new Found(check, place.file(), place.line(), place.column(), message, subject));
        }
    }

    /** What cannot be accepted. */
    void add(Found fault) {
        found.add(fault);
    }

    /** Everything that was found, in the order of files and lines. */
    List<Found> found() {
        List<Found> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Found::file)
                .thenComparing(Found::line)
                .thenComparing(Found::column)
                .thenComparing(Found::check));
        return sorted;
    }
}
