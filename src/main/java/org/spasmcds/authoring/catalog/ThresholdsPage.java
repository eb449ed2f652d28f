package org.spasmcds.authoring.catalog;

import java.util.Comparator;
import java.util.List;

/** Every number of rules and groups, by what it is compared with. */
record ThresholdsPage(List<ThresholdRow> rows) {
    static ThresholdsPage of(Contents contents) {
        return new ThresholdsPage(contents.thresholds().stream()
                .map(threshold -> ThresholdRow.of(threshold, contents, Links.TOP))
                .sorted(Comparator.comparing(ThresholdRow::sort, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(ThresholdRow::property)
                        .thenComparing(ThresholdRow::number))
                .toList());
    }
}
