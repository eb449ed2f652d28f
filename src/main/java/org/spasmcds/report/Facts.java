package org.spasmcds.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spasmcds.Basis;
import org.spasmcds.Fact;
import org.spasmcds.Ground;
import org.spasmcds.Why;
import org.spasmcds.language.Words;

/** The facts that reasons rest on. */
final class Facts {
    private Facts() {}

    /** A value with its unit, the number as in this language. */
    static String text(Fact.Quantity quantity, Words words) {
        if (quantity.number().isEmpty()) {
            return quantity.text();
        }
        String number = words.number(quantity.number().getAsDouble());
        return quantity.unit().isEmpty() ? number : number + " " + quantity.unit();
    }

    /** Every fact with what it was made from. */
    static List<Fact> all(Fact fact) {
        List<Fact> all = new ArrayList<>(List.of(fact));
        fact.inputs().forEach(input -> all.addAll(all(input)));
        return all;
    }

    /** A row for every fact of the caller's document, and for every value that was computed. */
    static List<Row> rows(Basis basis, Words words) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Why why : basis.why()) {
            List<Ground> grounds = new ArrayList<>(why.grounds());
            grounds.addAll(why.excluded());
            grounds.stream()
                    .flatMap(ground -> ground.facts().stream())
                    .flatMap(fact -> all(fact).stream())
                    .filter(fact -> !fact.path().isEmpty()
                            || fact.value().isPresent() && !fact.formula().isEmpty())
                    .forEach(fact -> rows.putIfAbsent(fact.path() + fact.label(), Row.of(fact, words)));
        }
        return List.copyOf(rows.values());
    }

    /**
     * Where a fact comes from.
     *
     * @param given the value as it was given, or the formula
     */
    record Row(String fact, String given, String time, String place, String document) {
        static Row of(Fact fact, Words words) {
            return new Row(
                    fact.label(),
                    fact.given().map(given -> text(given, words)).orElse(fact.formula()),
                    String.join(", ", fact.times().values()),
                    fact.path(),
                    fact.document());
        }
    }
}
