package org.spasmcds.authoring.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many small changes of the rules of a condition its cases noticed.
 *
 * @param explained changes that went unnoticed for a reason that the authors gave
 */
record Score(int mutants, int noticed, int explained) {
    /**
     * The scores by condition in a report of {@code rules mutate --format json}.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Map<String, Score> read(Path file, JsonNode report) {
        JsonNode conditions = report.path("conditions");
        if (!conditions.isObject()) {
            throw new IllegalArgumentException(
                    file + ": no \"conditions\" in it; allowed is a report of rules mutate --format json");
        }
        Map<String, Score> scores = new LinkedHashMap<>();
        conditions.properties().forEach(each -> {
            JsonNode score = each.getValue();
            scores.put(
                    each.getKey(),
                    new Score(
                            score.path("mutants").asInt(),
                            score.path("noticed").asInt(),
                            score.path("explained").asInt()));
        });
        return scores;
    }
}
