package org.spasmcds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.TestDefinition;

/**
 * Patients drawn at random from what the rules ask, with values near the limits that they name. Half of them start from what one rule
 * asks, so that rules with many conditions fire too.
 */
public final class RandomPatients {
    private static final List<String> AGES = List.of(
            "1 hour ago",
            "12 hours ago",
            "2 days ago",
            "5 days ago",
            "10 days ago",
            "3 weeks ago",
            "2 months ago",
            "1 year ago");
    private static final List<String> SIDES = List.of("left", "right", "both");
    private static final List<String> TRENDS = List.of("better", "stable", "worse");
    private static final List<String> SITES =
            List.of("calf", "foot", "thigh", "hand", "neck", "back", "jaw", "eyelid", "abdomen", "arm");

    private final Ruleset ruleset;
    private final Random random;
    private final List<String> names;
    private final Map<String, List<Double>> limits = new HashMap<>();

    public RandomPatients(Ruleset ruleset, Random random) {
        this.ruleset = ruleset;
        this.random = random;
        TreeSet<String> asked = new TreeSet<>();
        for (Rule rule : ruleset.rules()) {
            for (Condition condition : rule.conditions()) {
                collect(condition, asked);
            }
        }
        ruleset.vocabulary()
                .groups()
                .values()
                .forEach(members -> members.forEach(member -> {
                    if (member instanceof org.spasmcds.vocabulary.Member.Named named) {
                        asked.add(named.name());
                    } else if (member instanceof org.spasmcds.vocabulary.Member.Limit limit) {
                        asked.add(limit.test());
                        limits.computeIfAbsent(limit.test(), any -> new ArrayList<>())
                                .add(limit.value());
                    }
                }));
        asked.removeIf(name -> ruleset.vocabulary()
                .name(name)
                .filter(known -> known.kind() != Kind.SITE)
                .isEmpty());
        names = List.copyOf(asked);
    }

    private void collect(Condition condition, TreeSet<String> asked) {
        if (condition instanceof Condition.Pattern pattern) {
            asked.addAll(pattern.names());
            for (Condition.Test test : pattern.tests()) {
                if (test instanceof Condition.Test.Number number
                        && number.property().equals("value")) {
                    pattern.names()
                            .forEach(name -> limits.computeIfAbsent(name, any -> new ArrayList<>())
                                    .add(number.value()));
                }
            }
        } else if (condition instanceof Condition.Not not) {
            collect(not.part(), asked);
        } else if (condition instanceof Condition.And and) {
            and.parts().forEach(part -> collect(part, asked));
        } else if (condition instanceof Condition.Or or) {
            or.parts().forEach(part -> collect(part, asked));
        }
    }

    /** Draws again where what was drawn contradicts itself. */
    public Patient next() {
        while (true) {
            try {
                return draw();
            } catch (InvalidPatientException contradiction) {
                continue;
            }
        }
    }

    private Patient draw() {
        Patient.Builder patient = ruleset.patient();
        if (random.nextInt(4) > 0) {
            patient.age(random.nextInt(95));
        }
        if (random.nextBoolean()) {
            patient.sex(random.nextBoolean() ? "female" : "male");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            spasm(patient);
        }
        TreeSet<String> chosen = new TreeSet<>();
        if (random.nextBoolean()) {
            Rule rule = ruleset.rules().get(random.nextInt(ruleset.rules().size()));
            TreeSet<String> asked = new TreeSet<>();
            rule.conditions().forEach(condition -> collect(condition, asked));
            asked.retainAll(names);
            chosen.addAll(asked);
        }
        for (int i = 3 + random.nextInt(20); i > 0; i--) {
            chosen.add(names.get(random.nextInt(names.size())));
        }
        chosen.forEach(name -> fact(patient, name));
        if (random.nextInt(3) == 0) {
            patient.medicinesComplete();
        }
        if (random.nextInt(3) == 0) {
            patient.conditionsComplete();
        }
        return patient.build();
    }

    private void spasm(Patient.Builder patient) {
        patient.spasm(it -> {
            it.set("kind", pick(List.of("muscle-cramp", "muscle-spasm", "fasciculation")));
            maybe(() -> it.set("sites", List.of(pick(SITES))));
            maybe(() -> it.set("side", pick(SIDES)));
            maybe(() -> it.set("onset", pick(AGES)));
            maybe(() -> it.set("distribution", pick(List.of("focal", "regional", "generalized"))));
            maybe(() -> it.set("episodeLength", pick(List.of("30 seconds", "5 minutes", "10 minutes", "20 minutes"))));
            maybe(() -> it.set("perDay", (double) random.nextInt(12)));
            maybe(() -> it.set("trend", pick(TRENDS)));
            for (String flag : List.of(
                    "nocturnal",
                    "exertional",
                    "atRest",
                    "relievedByStretch",
                    "sustained",
                    "stimulusTriggered",
                    "firstEver",
                    "limitsActivity",
                    "painful")) {
                if (random.nextInt(3) == 0) {
                    it.set(flag, random.nextBoolean());
                }
            }
        });
    }

    private void fact(Patient.Builder patient, String id) {
        Section section = Section.of(
                        ruleset.vocabulary().name(id).map(Name::kind).orElseThrow())
                .orElseThrow();
        patient.fact(section, id, values(section, id));
    }

    /** The fields of an entry about this name. */
    Map<String, Object> values(Section section, String id) {
        Map<String, Object> values = new HashMap<>();
        switch (section) {
            case RESULTS -> result(id, values);
            case MEDICINES -> {
                values.put("status", pick(List.of("active", "active", "stopped", "absent")));
                maybe(() -> values.put("start", pick(AGES)));
                maybe(() -> values.put("changed", pick(AGES)));
                if ("stopped".equals(values.get("status"))) {
                    maybe(() -> values.put("stopped", pick(AGES)));
                }
                maybe(() -> values.put("mgPerDay", (double) random.nextInt(100)));
            }
            case SYMPTOMS -> {
                values.put("status", pick(List.of("present", "present", "absent")));
                maybe(() -> values.put("onset", pick(AGES)));
                maybe(() -> values.put("side", pick(SIDES)));
                maybe(() -> values.put("site", pick(SITES)));
                maybe(() -> values.put("trend", pick(TRENDS)));
                maybe(() -> values.put("severity", (double) random.nextInt(11)));
                maybe(() -> values.put("sudden", random.nextBoolean()));
                maybe(() -> values.put("observed", random.nextBoolean()));
                maybe(() -> values.put("longStanding", random.nextBoolean()));
                maybe(() -> values.put("perDay", (double) random.nextInt(8)));
            }
            default -> {
                values.put("status", pick(List.of("present", "present", "absent")));
                maybe(() -> values.put(section == Section.EXPOSURES ? "last" : "onset", pick(AGES)));
            }
        }
        return values;
    }

    private void result(String id, Map<String, Object> values) {
        TestDefinition test = ruleset.vocabulary().test(id).orElseThrow();
        List<Double> near = limits.getOrDefault(id, List.of());
        double step = Math.pow(10, -test.decimals());
        double value = near.isEmpty() || random.nextInt(4) == 0
                ? test.plausibleLow()
                        + random.nextDouble() * (Math.min(test.plausibleHigh(), 1000) - test.plausibleLow())
                : near.get(random.nextInt(near.size())) + (random.nextInt(5) - 2) * step;
        values.put("value", Math.round(value / step) * step);
        values.put("unit", test.unit());
        values.put("at", random.nextInt(4) > 0 ? "now" : pick(AGES));
        if (random.nextInt(6) == 0) {
            values.put("hemolyzed", true);
        }
    }

    private void maybe(Runnable action) {
        if (random.nextInt(3) == 0) {
            action.run();
        }
    }

    /** The names that rules ask about, of one section. */
    List<String> names(Section section) {
        return names.stream()
                .filter(name -> Section.of(
                                ruleset.vocabulary().name(name).orElseThrow().kind())
                        .filter(section::equals)
                        .isPresent())
                .toList();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
