package org.spasmcds.authoring.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Source;

/** What the search looks through, as a script: a page that is opened from a folder may not fetch data. */
final class SearchIndex {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * @param t title
     * @param u address
     * @param k kind
     * @param l the highest level, empty when there is none
     * @param i identifier
     * @param x whatever else it should be found by
     */
    record Item(String t, String u, String k, String l, String i, String x) {}

    private SearchIndex() {}

    static String script(Contents contents) {
        List<Item> items = new ArrayList<>();
        contents.entries().forEach(entry -> items.add(condition(entry, contents)));
        for (FactUse use : contents.uses().values()) {
            Fact fact = use.fact();
            String synonyms = contents.vocabulary().name(fact.name()).map(Name::synonyms).orElse(List.of()).stream()
                    .reduce("", (one, other) -> one + " " + other);
            items.add(new Item(
                    fact.full(),
                    Links.TOP.fact(fact),
                    fact.kind(),
                    "",
                    fact.name(),
                    synonyms.strip() + " read by " + Words.count(use.readers().size(), "condition")));
        }
        for (Source source : contents.vocabulary().sources()) {
            items.add(new Item(
                    source.title(),
                    Links.TOP.source(source.id()).href(),
                    "Source",
                    "",
                    source.id(),
                    source.organization() + " " + source.year()));
        }
        try {
            return "window.catalogItems = " + MAPPER.writeValueAsString(items) + ";\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Item condition(Entry entry, Contents contents) {
        Set<String> texts = new LinkedHashSet<>();
        for (Rule rule : entry.rules()) {
            texts.add(rule.says());
            texts.addAll(rule.sources());
        }
        FactUse.read(entry, contents.vocabulary()).forEach(fact -> texts.add(fact.text()));
        return new Item(
                entry.title(),
                Links.TOP.condition(entry.id()),
                "Condition",
                Badge.of(entry.levels().get(0)).text(),
                entry.id(),
                String.join(" ", texts));
    }
}
