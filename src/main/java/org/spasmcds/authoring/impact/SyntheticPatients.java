package org.spasmcds.authoring.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Ruleset;
import org.spasmcds.intake.Section;
import org.spasmcds.json.PatientReader;
import org.spasmcds.vocabulary.Name;

/**
 * Made-up patient documents that resemble those of an ordinary practice ({@code cohort.yaml}), with a share of values near the limits
 * and a share of names that only the rules speak of. Synthetic: nothing may be counted from them. The same rule set and seed give the
 * same patients, and a longer list begins with a shorter one.
 */
public final class SyntheticPatients {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> RECENT =
            List.of("6 hours ago", "1 day ago", "3 days ago", "1 week ago", "2 weeks ago", "6 weeks ago");
    private static final List<String> LONG_AGO = List.of("3 months ago", "1 year ago", "3 years ago", "8 years ago");
    /** Draws that contradict themselves are rare; so many in a row mean a fault. */
    private static final int MOST_DRAWS = 200;

    private final JsonNode profile;
    private final PatientReader reader;
    private final Ruleset ruleset;
    private final AskedNames asked;
    private final SyntheticResults results;
    private final Random random;
    private final long seed;
    private int number;

    public SyntheticPatients(Ruleset ruleset, long seed) {
        this.ruleset = ruleset;
        this.seed = seed;
        random = new Random(seed);
        reader = new PatientReader(ruleset);
        profile = profile();
        asked = new AskedNames(ruleset);
        results = new SyntheticResults(ruleset.vocabulary(), asked, profile, random);
    }

    private static JsonNode profile() {
        try (InputStream in = SyntheticPatients.class.getResourceAsStream("cohort.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next patient as a document on one line, which the rule set accepts. */
    public String next() {
        number++;
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            ObjectNode patient = draw();
            try {
                reader.read(patient);
                return patient.toString();
            } catch (InvalidPatientException contradiction) {
                continue;
            }
        }
        throw new IllegalStateException("no patient without a contradiction in " + MOST_DRAWS + " draws");
    }

    private ObjectNode draw() {
        ObjectNode patient = NODES.objectNode();
        patient.put("id", String.format(Locale.ROOT, "synthetic-%d-%06d", seed, number));
        patient.put("source", "synthetic");
        int band = band();
        JsonNode ages = profile.path("ages").get(band);
        int age = ages.get(0).asInt()
                + random.nextInt(ages.get(1).asInt() - ages.get(0).asInt() + 1);
        patient.put("age", age);
        boolean female = chance(0.53);
        patient.put("sex", female ? "female" : "male");
        if (female && age >= 18 && age <= 44 && chance(0.05) && known("pregnancy")) {
            patient.putObject("pregnancy").put("weeks", 5 + random.nextInt(35));
        }
        complaints(patient);
        history(patient, band);
        results.draw(patient);
        if (chance(0.15)) {
            strays(patient);
        }
        return patient;
    }

    private int band() {
        List<Double> weights = new ArrayList<>();
        profile.path("ages").forEach(band -> weights.add(band.get(2).asDouble()));
        return weighted(weights);
    }

    /** One to three for most: a spasm, other symptoms, or both. */
    private void complaints(ObjectNode patient) {
        int complaints = weighted(List.of(40.0, 32.0, 20.0, 8.0)) + 1;
        boolean spasm = chance(0.75);
        if (spasm) {
            List<Double> weights = new ArrayList<>();
            profile.path("spasms")
                    .forEach(each -> weights.add(each.path("weight").asDouble()));
            patient.putArray("spasms").add(spasm(profile.path("spasms").get(weighted(weights))));
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
            chosen.add(names.get(weighted(weights)));
        }
        ArrayNode symptoms = NODES.arrayNode();
        chosen.forEach(name -> symptoms.add(symptom(name)));
        for (JsonNode denied : profile.path("denied")) {
            if (known(denied.asText()) && !chosen.contains(denied.asText()) && chance(0.25)) {
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
            spasm.putArray("sites").add(pick(sites));
        }
        spasm.put("onset", pick(chance(0.6) ? RECENT : LONG_AGO));
        if (chance(0.5)) {
            spasm.put("side", pick(List.of("left", "right", "both")));
        }
        if (chance(0.4)) {
            spasm.put("episodeLength", pick(List.of("10 seconds", "1 minute", "3 minutes", "8 minutes", "15 minutes")));
        }
        if (chance(0.5)) {
            spasm.put("perWeek", 1 + random.nextInt(10));
        }
        if (chance(0.25)) {
            spasm.put("trend", pick(List.of("better", "stable", "stable", "worse")));
        }
        kind.path("fields").fields().forEachRemaining(field -> {
            if (chance(0.6)) {
                spasm.put(field.getKey(), chance(field.getValue().asDouble()));
            }
        });
        return spasm;
    }

    private ObjectNode symptom(String name) {
        ObjectNode symptom = NODES.objectNode().put("name", name);
        if (chance(0.7)) {
            symptom.put("onset", pick(chance(0.6) ? RECENT : LONG_AGO));
        }
        if (chance(0.2)) {
            symptom.put("severity", Math.min(10, 2 + random.nextInt(7) + (chance(0.1) ? 2 : 0)));
        }
        if (chance(0.15)) {
            symptom.put("trend", pick(List.of("better", "stable", "worse")));
        }
        return symptom;
    }

    private void history(ObjectNode patient, int band) {
        ArrayNode conditions = NODES.arrayNode();
        TreeSet<String> medicines = new TreeSet<>();
        profile.path("conditions").fields().forEachRemaining(condition -> {
            JsonNode details = condition.getValue();
            if (chance(details.path("chance").get(band).asDouble()) && known(condition.getKey())) {
                conditions.addObject().put("name", condition.getKey()).put("onset", pick(LONG_AGO));
                int choices = details.path("medicines").size();
                for (int i = chance(details.path("two").asDouble()) ? 2 : 1; i > 0 && choices > 0; i--) {
                    medicines.add(details.path("medicines")
                            .get(random.nextInt(choices))
                            .asText());
                }
            }
        });
        profile.path("medicines").fields().forEachRemaining(medicine -> {
            if (chance(medicine.getValue().get(band).asDouble())) {
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
            if (chance(exposure.getValue().asDouble()) && known(exposure.getKey())) {
                exposures.addObject().put("name", exposure.getKey()).put("last", chance(0.5) ? "now" : pick(RECENT));
            }
        }
        if (!exposures.isEmpty()) {
            patient.set("exposures", exposures);
        }
    }

    /** A list that is there names everything, unless it says that it does not; of some patients there is no list at all. */
    private void listed(ObjectNode patient, String section, ArrayNode entries, ArrayNode incomplete) {
        if (!entries.isEmpty() || chance(0.7)) {
            patient.set(section, entries);
            if (chance(0.2)) {
                incomplete.add(section);
            }
        }
    }

    private ArrayNode medicines(TreeSet<String> names) {
        ArrayNode medicines = NODES.arrayNode();
        for (String name : names) {
            ObjectNode medicine = medicines.addObject().put("name", name);
            if (chance(0.5)) {
                medicine.put("start", pick(chance(0.25) ? RECENT : LONG_AGO));
            }
            if (chance(0.08)) {
                medicine.put("changed", pick(RECENT));
            }
        }
        return medicines;
    }

    /** One or two things that the rules speak of and an ordinary list of complaints does not. */
    private void strays(ObjectNode patient) {
        for (int i = chance(0.3) ? 2 : 1; i > 0; i--) {
            Name name = asked.facts().get(random.nextInt(asked.facts().size()));
            Section section = Section.of(name.kind()).orElseThrow();
            ArrayNode list = patient.withArray(section.label());
            for (JsonNode there : list) {
                if (there.path("name").asText().equals(name.id())) {
                    return;
                }
            }
            if (section == Section.SYMPTOMS) {
                list.add(symptom(name.id()));
            } else {
                list.addObject().put("name", name.id());
            }
        }
    }

    private boolean known(String name) {
        return ruleset.vocabulary().name(name).isPresent();
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private int weighted(List<Double> weights) {
        double left = random.nextDouble()
                * weights.stream().mapToDouble(Double::doubleValue).sum();
        for (int i = 0; i < weights.size() - 1; i++) {
            left -= weights.get(i);
            if (left < 0) {
                return i;
            }
        }
        return weights.size() - 1;
    }
}
