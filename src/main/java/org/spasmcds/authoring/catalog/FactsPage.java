package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** Every name of the vocabulary and every property of the complaint, with the conditions that read it. */
record FactsPage(List<Section> sections, int read, int unread) {

    /** The facts of one kind. */
    record Section(String anchor, String title, List<FactRow> rows) {}

    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put("Patient", "Patient");
        TITLES.put("Cramp, spasm or twitch", "Cramps, spasms and twitches");
        TITLES.put("Symptom", "Symptoms and signs");
        TITLES.put("Result", "Results");
        TITLES.put("Medicine", "Medicines");
        TITLES.put("Diagnosis", "Diagnoses and operations");
        TITLES.put("Exposure", "Exposures, activities and diet");
        TITLES.put("In the family", "In the family");
        TITLES.put("Site", "Sites of the body");
    }

    static FactsPage of(Contents contents) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        contents.uses().values().stream()
                .map(FactUse::fact)
                .filter(fact -> !fact.kind().equals(Fact.GROUP))
                .forEach(fact -> facts.put(fact.id(), fact));
        for (Name name : contents.vocabulary().names()) {
            facts.putIfAbsent(name.id(), new Fact(name.id(), name.display(), kind(name), name.id()));
        }
        Membership membership = new Membership(contents.vocabulary());
        List<Section> sections = new ArrayList<>();
        TITLES.forEach((kind, title) -> {
            List<FactRow> rows = facts.values().stream()
                    .filter(fact -> fact.kind().equals(kind))
                    .sorted(Comparator.comparing(Fact::text))
                    .map(fact -> row(fact, membership, contents))
                    .toList();
            if (!rows.isEmpty()) {
                sections.add(new Section(
                        Links.anchor(kind.replace(",", "")).toLowerCase(java.util.Locale.ROOT), title, rows));
            }
        });
        int read = (int)
                facts.keySet().stream().filter(contents.uses()::containsKey).count();
        return new FactsPage(List.copyOf(sections), read, facts.size() - read);
    }

    private static FactRow row(Fact fact, Membership membership, Contents contents) {
        Links links = Links.TOP;
        FactUse use = contents.uses().get(fact.id());
        List<Link> readers = use == null
                ? List.of()
                : use.readers().stream().map(links::condition).toList();
        List<Link> wider = fact.kind().equals("In the family")
                ? List.of()
                : membership.of(fact.name()).stream()
                        .map(group -> wider(group, contents, links))
                        .toList();
        return new FactRow(
                Links.anchor(fact.id()),
                new Link(fact.text(), ""),
                fact.kind(),
                fact.name(),
                Link.joined(readers, "and"),
                Link.joined(wider, "and"));
    }

    private static Link wider(String group, Contents contents, Links links) {
        Vocabulary vocabulary = contents.vocabulary();
        return new Link(vocabulary.display(group), links.group(group));
    }

    private static String kind(Name name) {
        Kind kind = name.kind();
        return switch (kind) {
            case SYMPTOM, SIGN -> "Symptom";
            case CONDITION -> "Diagnosis";
            case MEDICINE, MEDICINE_CLASS -> "Medicine";
            case EXPOSURE, ACTIVITY, DIET -> "Exposure";
            case ANALYTE, VITAL -> "Result";
            case SITE -> "Site";
        };
    }
}
