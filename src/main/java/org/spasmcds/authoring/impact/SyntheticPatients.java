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
import java.util.List;
import java.util.Locale;
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
    /** Draws that contradict themselves are rare; so many in a row mean a fault. */
    private static final int MOST_DRAWS = 200;

    private final JsonNode profile;
    private final PatientReader reader;
    private final Ruleset ruleset;
    private final AskedNames asked;
    private final SyntheticResults results;
    private final SyntheticComplaints complaints;
    private final SyntheticHistory history;
    private final Chance chance;
    private final long seed;
    private int number;

    public SyntheticPatients(Ruleset ruleset, long seed) {
        this.ruleset = ruleset;
        this.seed = seed;
        chance = new Chance(seed);
        reader = new PatientReader(ruleset);
        profile = profile();
        asked = new AskedNames(ruleset);
        complaints = new SyntheticComplaints(profile, ruleset.vocabulary(), chance);
        history = new SyntheticHistory(profile, ruleset.vocabulary(), chance);
        results = new SyntheticResults(profile, ruleset.vocabulary(), chance, asked);
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
                + chance.below(ages.get(1).asInt() - ages.get(0).asInt() + 1);
        patient.put("age", age);
        boolean female = chance.of(0.53);
        patient.put("sex", female ? "female" : "male");
        if (female
                && age >= 18
                && age <= 44
                && chance.of(0.05)
                && ruleset.vocabulary().name("pregnancy").isPresent()) {
            patient.putObject("pregnancy").put("weeks", 5 + chance.below(35));
        }
        complaints.draw(patient);
        history.draw(patient, band);
        results.draw(patient);
        if (chance.of(0.15)) {
            strays(patient);
        }
        return patient;
    }

    private int band() {
        List<Double> weights = new ArrayList<>();
        profile.path("ages").forEach(band -> weights.add(band.get(2).asDouble()));
        return chance.weighted(weights);
    }

    /** One or two things that the rules speak of and an ordinary list of complaints does not. */
    private void strays(ObjectNode patient) {
        for (int i = chance.of(0.3) ? 2 : 1; i > 0; i--) {
            Name name = asked.facts().get(chance.below(asked.facts().size()));
            Section section = Section.of(name.kind()).orElseThrow();
            ArrayNode list = patient.withArray(section.label());
            for (JsonNode there : list) {
                if (there.path("name").asText().equals(name.id())) {
                    return;
                }
            }
            if (section == Section.SYMPTOMS) {
                list.add(complaints.symptom(name.id()));
            } else {
                list.addObject().put("name", name.id());
            }
        }
    }
}
