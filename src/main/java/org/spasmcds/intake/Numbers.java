package org.spasmcds.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a reader expects them. */
public final class Numbers {
    private Numbers() {}

    /** Without trailing zeros and without an exponent. */
    public static String plain(double value) {
        if (Double.isNaN(value)) {
            return "not known";
        }
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** An age in the largest unit that keeps it readable. */
    public static String ago(double days) {
        if (Double.isNaN(days)) {
            return "no date";
        }
        return days < 1 / 1440.0 ? "now" : span(days) + " ago";
    }

    /** A length of time in the largest unit that keeps it readable. */
    public static String span(double days) {
        if (days < 2 / 24.0) {
            return count(days * 1440, "minute");
        }
        if (days < 1) {
            return count(days * 24, "hour");
        }
        if (days < 21) {
            return count(days, "day");
        }
        return days < 90
                ? count(days / 7, "week")
                : days < 730 ? count(days / 30.436875, "month") : count(days / 365.2425, "year");
    }

    private static String count(double value, String unit) {
        long rounded = Math.round(value);
        return rounded + " " + unit + (rounded == 1 ? "" : "s");
    }
}
