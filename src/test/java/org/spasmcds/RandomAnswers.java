package org.spasmcds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.spasmcds.basis.Subject;
import org.spasmcds.intake.Dependents;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;

/** Answers drawn at random from all that a question allows. */
public final class RandomAnswers {
    private static final List<String> TIMES = List.of(
            "1 hour ago", "12 hours ago", "2 days ago", "10 days ago", "3 weeks ago", "2 months ago", "1 year ago");
    private static final List<String> SITES = List.of(
            "calf", "foot", "thigh", "hand", "finger", "neck", "back", "jaw", "eyelid", "abdomen", "whole-body");

    private final RandomPatients patients;
    private final Random random;

    public RandomAnswers(RandomPatients patients, Random random) {
        this.patients = patients;
        this.random = random;
    }

    /** The patient with an answer; empty where the answer contradicts what is known. */
    public Optional<Patient> answer(Patient patient, Subject subject) {
        Patient.Builder builder = patient.change();
        try {
            add(builder, subject, patient);
            return Optional.of(builder.build());
        } catch (InvalidPatientException contradiction) {
            return Optional.empty();
        }
    }

    private void add(Patient.Builder builder, Subject subject, Patient patient) {
        if (subject instanceof Subject.Age) {
            builder.age(random.nextInt(95));
        } else if (subject instanceof Subject.Sex) {
            builder.sex(patients.pick(List.of("female", "male")));
        } else if (subject instanceof Subject.Complaint) {
            complaint(builder);
        } else if (subject instanceof Subject.Circumstances) {
            Subject.Circumstances.FIELDS.stream()
                    .filter(field -> random.nextInt(3) == 0)
                    .forEach(field -> builder.detail(Section.SPASMS, "", field, true));
        } else if (subject instanceof Subject.Checklist list) {
            list.each().forEach(each -> add(builder, each, patient));
        } else if (subject instanceof Subject.Listing listing) {
            list(builder, listing, patient);
        } else if (subject instanceof Subject.Presence presence) {
            builder.fact(presence.section(), presence.name(), values(presence.section(), presence.name()));
        } else if (subject instanceof Subject.Value value) {
            builder.fact(Section.RESULTS, value.test(), result(value.test()));
        } else if (subject instanceof Subject.Detail detail) {
            builder.detail(detail.section(), detail.name(), detail.field(), detail(detail));
        }
    }

    private void complaint(Patient.Builder builder) {
        if (random.nextInt(4) == 0) {
            builder.complete(Section.SPASMS);
        } else {
            builder.spasm(it -> it.set("kind", patients.pick(Dependents.spasms())));
        }
    }

    private Map<String, Object> result(String test) {
        Map<String, Object> values = patients.values(Section.RESULTS, test);
        values.put("at", "now");
        values.remove("hemolyzed");
        return values;
    }

    private void list(Patient.Builder builder, Subject.Listing listing, Patient patient) {
        Section section = listing.section();
        List<String> names = patients.names(section);
        for (int i = random.nextInt(5); i > 0; i--) {
            String name = patients.pick(names);
            boolean told =
                    patient.entries().stream().anyMatch(entry -> entry.name().equals(name));
            if (!told && !Dependents.besideLists().contains(name)) {
                Map<String, Object> values = section == Section.RESULTS ? result(name) : values(section, name);
                if (!"absent".equals(values.get("status"))) {
                    builder.fact(section, name, values);
                }
            }
        }
        if (listing.closes()) {
            builder.complete(section);
        }
    }

    private Map<String, Object> values(Section section, String name) {
        if (section == Section.FAMILY_HISTORY) {
            return Map.of("status", patients.pick(List.of("present", "absent")));
        }
        Map<String, Object> values = new TreeMap<>(patients.values(section, name));
        if ("absent".equals(values.get("status"))) {
            return Map.of("status", "absent");
        }
        return values;
    }

    private Object detail(Subject.Detail detail) {
        Field.Type type = detail.section().field(detail.field()).orElseThrow().type();
        if (type instanceof Field.Choice choice) {
            return patients.pick(choice.words());
        }
        if (type instanceof Field.YesNo) {
            return random.nextBoolean();
        }
        if (type instanceof Field.Time) {
            return patients.pick(TIMES);
        }
        if (type instanceof Field.Span) {
            return patients.pick(List.of("30 seconds", "10 minutes", "20 minutes", "3 hours"));
        }
        if (type instanceof Field.Site) {
            return patients.pick(SITES);
        }
        return type instanceof Field.Sites
                ? List.of(patients.pick(SITES), patients.pick(SITES))
                : (double) random.nextInt(8);
    }
}
