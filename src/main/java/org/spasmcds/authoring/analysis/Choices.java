package org.spasmcds.authoring.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Choices on the way to a patient: at the first attempt always the first, then drawn, the same ones at every run. */
final class Choices {
    private static final long SEED = 20260115;

    private final Random random;
    private final boolean first;

    private Choices(Random random, boolean first) {
        this.random = random;
        this.first = first;
    }

    static Choices attempt(int number) {
        return new Choices(new Random(SEED + number), number == 0);
    }

    <T> Optional<T> among(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(first ? 0 : random.nextInt(all.size())));
    }

    /** Mostly no, and at the first attempt never. */
    boolean rarely() {
        return !first && random.nextInt(4) == 0;
    }

    Random random() {
        return random;
    }
}
