package org.spasmcds.report;

import java.util.ArrayList;
import java.util.List;
import org.spasmcds.Fact;
import org.spasmcds.Ground;
import org.spasmcds.language.Words;

/**
 * A condition that held, as a sentence.
 *
 * @param from where its facts come from, as far as the sentence does not tell; empty where it does
 */
record Because(String sentence, String from) {
    static Because of(Ground ground, Words words) {
        List<String> from = new ArrayList<>();
        ground.facts().forEach(fact -> origins(fact, from, words));
        return new Because(
                Text.capital(ground.sentence()),
                String.join("; ", from.stream().distinct().toList()));
    }

    private static void origins(Fact fact, List<String> origins, Words words) {
        fact.given().ifPresent(given -> origins.add(words.say("page.givenAs", Facts.text(given, words))));
        if (!fact.document().isEmpty()) {
            origins.add(fact.document());
        }
        if (fact.value().isPresent() && !fact.formula().isEmpty()) {
            origins.add(fact.formula());
        }
        fact.inputs().forEach(input -> origins(input, origins, words));
    }
}
