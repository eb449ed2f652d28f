package org.spasmcds.authoring.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spasmcds.rule.Truth;

/** Takes down the cases of a {@link Seen}. */
final class Tally {
    private final List<String> held = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    void add(String name, Truth truth) {
        switch (truth) {
            case TRUE -> held.add(name);
            case FALSE -> failed.add(name);
            case UNKNOWN -> unknown.add(name);
        }
    }

    /** A number may hold for one fact of a case and fail for another. */
    void add(String name, Set<Truth> truths) {
        truths.forEach(truth -> add(name, truth));
    }

    Seen seen() {
        return new Seen(List.copyOf(held), List.copyOf(failed), List.copyOf(unknown));
    }
}
