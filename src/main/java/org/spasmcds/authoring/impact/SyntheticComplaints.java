package org.spasmcds.authoring.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.spasmcds.vocabulary.Vocabulary;

/** What makes made-up patients come: spasms and other symptoms. */
final class SyntheticComplaints {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode profile;
    private final Vocabulary vocabulary;
    private final Chance chance;

    SyntheticComplaints(JsonNode profile, Vocabulary vocabulary, Chance chance) {
        this.profile = profile;
        this.vocabulary = vocabulary;
        this.chance = chance;
    }

    /** One to three for most: a spasm, other symptoms, or both. */
    void draw(ObjectNode patient) {
        int complaints = chance.weighted(List.of(40.0, 32.0, 20.0, 8.0)) + 1;
        boolean spasm = chance.of(0.75);
        if (spasm) {
            List<Double> weights = new ArrayList<>();
            profile.path("spasms")
                    .forEach(each -> weights.add(each.path("weight").asDouble()));
            patient.putArray("spasms").add(spasm(profile.path("spasms").get(chance.weighted(weights))));
        }
        List<String> names = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        profile.path("symptoms").fields().forEachRemaining(symptom -> {
            if (known(symptom.getKey())) {
                names.add(symptom.getKey());
                weights.add(symptom.getValue().asDouble());
            }
        });
        TreeSet<String> chosen = new TreeSet<>();
        for (int i = spasm ? 1 : 0; i < complaints && !names.isEmpty(); i++) {
            chosen.add(names.get(chance.weighted(weights)));
        }
        ArrayNode symptoms = NODES.arrayNode();
        chosen.forEach(name -> symptoms.add(symptom(name)));
        for (JsonNode denied : profile.path("denied")) {
            if (known(denied.asText()) && !chosen.contains(denied.asText()) && chance.of(0.25)) {
                symptoms.addObject().put("name", denied.asText()).put("status", "absent");
            }
        }
        if (!symptoms.isEmpty()) {
            patient.set("symptoms", symptoms);
        }
    }

    private ObjectNode spasm(JsonNode kind) {
        ObjectNode spasm = NODES.objectNode();
        spasm.put("kind", kind.path("kind").asText());
        List<String> sites = new ArrayList<>();
        kind.path("sites").forEach(site -> {
            if (known(site.asText())) {
                sites.add(site.asText());
            }
        });
        if (!sites.isEmpty()) {
            spasm.putArray("sites").add(chance.pick(sites));
        }
        spasm.put("onset", chance.pick(chance.of(0.6) ? TimesAgo.RECENT : TimesAgo.LONG));
        if (chance.of(0.5)) {
            spasm.put("side", chance.pick(List.of("left", "right", "both")));
        }
        if (chance.of(0.4)) {
            spasm.put(
                    "episodeLength",
                    chance.pick(List.of("10 seconds", "1 minute", "3 minutes", "8 minutes", "15 minutes")));
        }
        if (chance.of(0.5)) {
            spasm.put("perWeek", 1 + chance.below(10));
        }
        if (chance.of(0.25)) {
            spasm.put("trend", chance.pick(List.of("better", "stable", "stable", "worse")));
        }
        kind.path("fields").fields().forEachRemaining(field -> {
            if (chance.of(0.6)) {
                spasm.put(field.getKey(), chance.of(field.getValue().asDouble()));
            }
        });
        return spasm;
    }

    ObjectNode symptom(String name) {
        ObjectNode symptom = NODES.objectNode().put("name", name);
        if (chance.of(0.7)) {
            symptom.put("onset", chance.pick(chance.of(0.6) ? TimesAgo.RECENT : TimesAgo.LONG));
        }
        if (chance.of(0.2)) {
            symptom.put("severity", Math.min(10, 2 + chance.below(7) + (chance.of(0.1) ? 2 : 0)));
        }
        if (chance.of(0.15)) {
            symptom.put("trend", chance.pick(List.of("better", "stable", "worse")));
        }
        return symptom;
    }

    private boolean known(String name) {
        return vocabulary.name(name).isPresent();
    }
}
