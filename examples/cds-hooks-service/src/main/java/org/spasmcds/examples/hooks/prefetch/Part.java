package org.spasmcds.examples.hooks.prefetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What was had for one prefetch key.
 *
 * @param entries Bundle entries, each with its resource
 * @param had whether the question was answered, if only with nothing
 * @param whole whether everything that was wanted is there
 */
record Part(String key, List<JsonNode> entries, boolean had, boolean whole) {
    static Part failed(String key) {
        return new Part(key, List.of(), false, false);
    }

    Part and(Part next) {
        List<JsonNode> all = new ArrayList<>(entries);
        all.addAll(next.entries());
        return new Part(key, all, had, next.had() && next.whole());
    }

    Part cut() {
        return new Part(key, entries, had, false);
    }
}
