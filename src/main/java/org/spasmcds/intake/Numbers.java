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
}
