package org.spasmcds.authoring.impact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.spasmcds.Level;

/**
 * The level of a patient in OLD and in NEW, each a level or {@link #NONE}.
 */
public record Shift(String from, String to) {
    /** No finding, hence no level. */
    public static final String NONE = "none";

    /** Every level, lowest first. */
    public static final List<String> LEVELS = List.of(
            NONE,
            Level.SELF_CARE.name(),
            Level.ROUTINE.name(),
            Level.SOON.name(),
            Level.URGENT.name(),
            Level.EMERGENCY.name());

    /** Falls before rises, rises before what stays; among each, the widest first, then the highest. */
    public static final Comparator<Shift> GRAVEST_FIRST = Comparator.comparing((Shift shift) -> !shift.fell())
            .thenComparing(shift -> !shift.rose())
            .thenComparing(shift -> -Math.abs(shift.steps()))
            .thenComparing(shift -> -LEVELS.indexOf(shift.from()))
            .thenComparing(shift -> -LEVELS.indexOf(shift.to()));

    static Shift of(Optional<Level> from, Optional<Level> to) {
        return new Shift(name(from), name(to));
    }

    static String name(Optional<Level> level) {
        return level.map(Level::name).orElse(NONE);
    }

    private int steps() {
        return LEVELS.indexOf(to) - LEVELS.indexOf(from);
    }

    public boolean fell() {
        return steps() < 0;
    }

    public boolean rose() {
        return steps() > 0;
    }
}
