package org.spasmcds.report;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** From numbers to places of the drawing. */
record Axis(double from, double to, boolean logarithmic) {
    /** The width of the drawing. */
    static final int WIDTH = 320;

    /** Leaves room for the number of what stands at an end. */
    private static final int MARGIN = 30;
    /** A value so many times another one would leave nothing to see of a linear axis. */
    private static final double LINEAR = 15;

    static Axis of(double... values) {
        double least = DoubleStream.of(values).min().orElseThrow();
        double most = DoubleStream.of(values).max().orElseThrow();
        boolean logarithmic = least > 0 && most / least > LINEAR;
        double from = logarithmic ? Math.log(least) : least;
        double to = logarithmic ? Math.log(most) : most;
        double pad = to > from ? (to - from) * 0.06 : Math.max(1, Math.abs(to)) * 0.1;
        return new Axis(from - pad, to + pad, logarithmic);
    }

    double at(double value) {
        double on = logarithmic ? Math.log(value) : value;
        return MARGIN + (WIDTH - 2 * MARGIN) * (on - from) / (to - from);
    }

    String place(double value) {
        return text(at(value));
    }

    static String text(double x) {
        return String.format(Locale.ROOT, "%.1f", x);
    }
}
