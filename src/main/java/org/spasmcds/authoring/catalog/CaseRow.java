package org.spasmcds.authoring.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.spasmcds.authoring.Verdict;

/** A case as a line of a table. */
record CaseRow(String name, List<String> given, String expect, Badge passed, List<String> failures) {
    private static final Badge PASSES = new Badge("badge good", "Passes", 1, "");
    private static final Badge FAILS = new Badge("badge bad", "Fails", 0, "");

    static CaseRow of(Verdict verdict) {
        List<String> given = new ArrayList<>();
        verdict.scenario()
                .given()
                .properties()
                .forEach(each -> given.add(each.getKey() + ": " + plain(each.getValue(), "")));
        return new CaseRow(
                verdict.scenario().name(),
                given,
                plain(verdict.scenario().expect(), ""),
                verdict.passed() ? PASSES : FAILS,
                verdict.failures());
    }

    /** As the author writes it: without quotes, and without the outermost braces. */
    private static String plain(JsonNode node, String brace) {
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(each -> parts.add(each.getKey() + ": " + plain(each.getValue(), "{")));
            String text = String.join(", ", parts);
            return brace.isEmpty() ? text : "{ " + text + " }";
        }
        if (node.isArray()) {
            node.forEach(each -> parts.add(plain(each, "{")));
            return "[" + String.join(", ", parts) + "]";
        }
        return node.asText();
    }
}
