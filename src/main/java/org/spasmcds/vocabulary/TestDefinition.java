package org.spasmcds.vocabulary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * How a laboratory test, a vital sign or a score is measured.
 *
 * @param unit the unit (UCUM) in which rules state their limits
 * @param decimals to how many decimals a converted value is rounded before it is compared
 * @param plausibleLow a value below this is refused
 * @param plausibleHigh a value above this is refused
 * @param referenceLow lower limit where the laboratory gives none; NaN when there is none
 * @param referenceHigh upper limit where the laboratory gives none; NaN when there is none
 * @param windowHours how old a result may be to count as current
 * @param conversions the other units that are accepted, each with its conversion for this very test
 */
public record TestDefinition(
        String name,
        String unit,
        int decimals,
        double plausibleLow,
        double plausibleHigh,
        double referenceLow,
        double referenceHigh,
        double windowHours,
        Map<String, Conversion> conversions) {

    /** {@code (x - offset) * factor / divisor}, in decimal arithmetic so that 126 mg/dL of glucose is 6.993 mmol/L and no other number. */
    public record Conversion(BigDecimal offset, BigDecimal factor, BigDecimal divisor, String formula) {
        boolean keepsTheNumber() {
            return offset.signum() == 0 && factor.compareTo(divisor) == 0;
        }

        double apply(double value, int decimals) {
            return BigDecimal.valueOf(value)
                    .subtract(offset)
                    .multiply(factor)
                    .divide(divisor, decimals, RoundingMode.HALF_UP)
                    .doubleValue();
        }
    }

    public boolean accepts(String writtenUnit) {
        return writtenUnit.equals(unit) || conversions.containsKey(writtenUnit);
    }

    /**
     * The value in {@link #unit()}, rounded to {@link #decimals()} only when a conversion changed the number: 2.95 mEq/L of potassium
     * stays 2.95.
     */
    public double convert(double value, String writtenUnit) {
        if (writtenUnit.equals(unit) || conversions.get(writtenUnit).keepsTheNumber()) {
            return value;
        }
        return conversions.get(writtenUnit).apply(value, decimals);
    }

    public boolean plausible(double value) {
        return value >= plausibleLow && value <= plausibleHigh;
    }
}
