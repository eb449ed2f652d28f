package org.spasmcds.authoring.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import org.spasmcds.vocabulary.Vocabulary;

/** What made-up patients have and take: diagnoses, medicines, exposures. */
final class SyntheticHistory {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode profile;
    private final Vocabulary vocabulary;
    private final Chance chance;

    SyntheticHistory(JsonNode profile, Vocabulary vocabulary, Chance chance) {
        this.profile = profile;
        this.vocabulary = vocabulary;
        this.chance = chance;
    }

    void draw(ObjectNode patient, int band) {
        ArrayNode conditions = NODES.arrayNode();
        TreeSet<String> medicines = new TreeSet<>();
        profile.path("conditions").fields().forEachRemaining(condition -> {
            JsonNode details = condition.getValue();
            if (chance.of(details.path("chance").get(band).asDouble()) && known(condition.getKey())) {
                conditions.addObject().put("name", condition.getKey()).put("onset", chance.pick(TimesAgo.LONG));
                int choices = details.path("medicines").size();
                for (int i = chance.of(details.path("two").asDouble()) ? 2 : 1; i > 0 && choices > 0; i--) {
                    medicines.add(
                            details.path("medicines").get(chance.below(choices)).asText());
                }
            }
        });
        profile.path("medicines").fields().forEachRemaining(medicine -> {
            if (chance.of(medicine.getValue().get(band).asDouble())) {
                medicines.add(medicine.getKey());
            }
        });
        medicines.removeIf(name -> !known(name));
        ArrayNode incomplete = NODES.arrayNode();
        listed(patient, "conditions", conditions, incomplete);
        listed(patient, "medicines", medicines(medicines), incomplete);
        if (!incomplete.isEmpty()) {
            patient.set("incomplete", incomplete);
        }
        ArrayNode exposures = NODES.arrayNode();
        for (Iterator<Map.Entry<String, JsonNode>> all =
                        profile.path("exposures").fields();
                all.hasNext(); ) {
            Map.Entry<String, JsonNode> exposure = all.next();
            if (chance.of(exposure.getValue().asDouble()) && known(exposure.getKey())) {
                exposures
                        .addObject()
                        .put("name", exposure.getKey())
                        .put("last", chance.of(0.5) ? "now" : chance.pick(TimesAgo.RECENT));
            }
        }
        if (!exposures.isEmpty()) {
            patient.set("exposures", exposures);
        }
    }

    /** A list that is there names everything, unless it says that it does not; of some patients there is no list at all. */
    private void listed(ObjectNode patient, String section, ArrayNode entries, ArrayNode incomplete) {
        if (!entries.isEmpty() || chance.of(0.7)) {
            patient.set(section, entries);
            if (chance.of(0.2)) {
                incomplete.add(section);
            }
        }
    }

    private ArrayNode medicines(TreeSet<String> names) {
        ArrayNode medicines = NODES.arrayNode();
        for (String name : names) {
            ObjectNode medicine = medicines.addObject().put("name", name);
            if (chance.of(0.5)) {
                medicine.put("start", chance.pick(chance.of(0.25) ? TimesAgo.RECENT : TimesAgo.LONG));
            }
            if (chance.of(0.08)) {
                medicine.put("changed", chance.pick(TimesAgo.RECENT));
            }
        }
        return medicines;
    }

    private boolean known(String name) {
        return vocabulary.name(name).isPresent();
    }
}
