package org.spasmcds.authoring.impact;

import java.util.List;
import java.util.Random;

/** Draws by chance, always alike from the same seed. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 up to and without {@code end}. */
    int below(int end) {
        return random.nextInt(end);
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    double share() {
        return random.nextDouble();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** An index, the more often the heavier it weighs. */
    int weighted(List<Double> weights) {
        double left = random.nextDouble()
                * weights.stream().mapToDouble(Double::doubleValue).sum();
        for (int i = 0; i < weights.size() - 1; i++) {
            left -= weights.get(i);
            if (left < 0) {
                return i;
            }
        }
        return weights.size() - 1;
    }
}
