package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The laboratory's own limits. */
final class Ranges {
    private Ranges() {}

    /**
     * The limits {@code low} and {@code high} of the normal range, as far as given in the unit of the value.
     *
     * @param age in years; NaN when not known
     */
    static Map<String, Double> own(JsonNode ranges, JsonNode quantity, double age) {
        List<JsonNode> normal = new ArrayList<>();
        for (JsonNode range : ranges) {
            if (isNormal(range) && isForAge(range, age)) {
                normal.add(range);
            }
        }
        Map<String, Double> limits = new LinkedHashMap<>();
        // Several ranges are for several sorts of people, and which one the patient is stands in words.
        if (normal.size() == 1) {
            for (String side : List.of("low", "high")) {
                JsonNode limit = normal.get(0).path(side);
                if (limit.path("value").isNumber() && isInUnitOf(limit, quantity)) {
                    limits.put(side, limit.path("value").asDouble());
                }
            }
        }
        return limits;
    }

    private static boolean isNormal(JsonNode range) {
        return range.path("type").isMissingNode() || Resource.hasCode(range.path("type"), "normal", "recommended");
    }

    private static boolean isForAge(JsonNode range, double age) {
        JsonNode ages = range.path("age");
        if (ages.isMissingNode()) {
            return true;
        }
        double low = ages.path("low").path("value").asDouble(0);
        double high = ages.path("high").path("value").asDouble(Double.POSITIVE_INFINITY);
        boolean inYears = List.of("a", "")
                        .contains(ages.path("low").path("code").asText(""))
                && List.of("a", "").contains(ages.path("high").path("code").asText(""));
        return inYears && age >= low && age <= high;
    }

    private static boolean isInUnitOf(JsonNode limit, JsonNode quantity) {
        return !Quantities.hasUnit(limit) || Quantities.written(limit).equals(Quantities.written(quantity));
    }
}
