package org.spasmcds.authoring;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * The exact 95 % interval of a proportion (Clopper and Pearson, Biometrika 1934;26:404-413): the probabilities of success under which
 * a count at least, or at most, as large as the observed one has a chance of 2.5 %.
 */
public record ExactInterval(int successes, int trials, double low, double high) {
    private static final double TAIL = 0.025;
    private static final int STEPS = 60;

    public static ExactInterval of(int successes, int trials) {
        double low = successes == 0 ? 0 : solve(p -> 1 - atMost(successes - 1, trials, p) - TAIL);
        double high = successes == trials ? 1 : solve(p -> TAIL - atMost(successes, trials, p));
        return new ExactInterval(successes, trials, low, high);
    }

    /** The root of a rising function between 0 and 1. */
    private static double solve(DoubleUnaryOperator rising) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The chance of at most {@code k} successes in {@code n} trials. */
    private static double atMost(int k, int n, double p) {
        double sum = 0;
        double logChoose = 0;
        for (int i = 0; i <= k; i++) {
            if (i > 0) {
                logChoose += Math.log(n - i + 1) - Math.log(i);
            }
            sum += Math.exp(logChoose + i * Math.log(p) + (n - i) * Math.log1p(-p));
        }
        return sum;
    }

    @Override
    public String toString() {
        return trials == 0
                ? "0/0"
                : String.format(Locale.ROOT, "%d/%d (%.0f–%.0f %%)", successes, trials, 100 * low, 100 * high);
    }
}
