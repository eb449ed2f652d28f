package org.spasmcds.basis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Patient;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.Vocabulary;

/** Reads the answer to a question as a person writes it, and adds it to what is known of a patient. */
public final class Answers {
    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*(.*)");
    private static final Pattern RESULT =
            Pattern.compile("(.+?)\\s+(-?\\d+(?:\\.\\d+)?(?:\\s.*)?|low|normal|high)\\s*");
    private static final Pattern LISTED = Pattern.compile("([^()]+?)\\s*(?:\\(([^()]*)\\))?\\s*");
    /** What is answered where there is nothing to name. */
    static final String NONE = "none";

    private static final String YES_OR_NO =
            "allowed: yes, no, unknown; after yes the details of the entry, as in yes; onset: 2 days ago";

    private final Subject subject;
    private final String text;

    private Answers(Subject subject, String text) {
        this.subject = subject;
        this.text = text.strip();
    }

    /** Whether the answer is that nobody knows. */
    public static boolean isUnknown(String text) {
        return text.strip().equalsIgnoreCase("unknown");
    }

    /** Whether the answer gives results, which may be refused for what they say. */
    public static boolean isAboutResults(Subject subject) {
        return subject instanceof Subject.Value
                || subject instanceof Subject.Listing listing && listing.section() == Section.RESULTS;
    }

    /** The subject of a question by its id; empty when there is none of this id. */
    public static Optional<Subject> subject(String id, Vocabulary vocabulary) {
        return SubjectIds.subject(id, vocabulary);
    }

    /**
     * The ids of what need not be asked again after an answer.
     *
     * @param after what is known with the answer
     */
    public static List<String> settled(Subject subject, String text, Patient after) {
        if (isUnknown(text)) {
            return List.of(subject.id());
        }
        if (subject instanceof Subject.Checklist list) {
            return list.each().stream()
                    .filter(each -> !isNamed(after, each))
                    .map(Subject.Presence::id)
                    .toList();
        }
        if (subject instanceof Subject.Listing listing && !listing.closes()) {
            return List.of(subject.id(), new Subject.Unnamed(listing.section()).id());
        }
        boolean showsInFacts = !(subject instanceof Subject.Complaint) && !(subject instanceof Subject.Circumstances);
        return showsInFacts ? List.of() : List.of(subject.id());
    }

    private static boolean isNamed(Patient patient, Subject.Presence presence) {
        return patient.entries().stream()
                .anyMatch(entry ->
                        entry.section() == presence.section() && entry.name().equals(presence.name()));
    }

    /**
     * The patient with the answer.
     *
     * @throws InvalidPatientException when the answer is not of the form that the question takes
     */
    public static Patient with(Patient patient, Subject subject, String text) {
        Patient.Builder builder = patient.change();
        new Answers(subject, text).add(builder);
        return builder.build();
    }

    private List<String> listed() {
        return Stream.of(text.split(";(?![^()]*\\))")).map(String::strip).toList();
    }

    private void add(Patient.Builder patient) {
        if (subject instanceof Subject.Age) {
            patient.age(number(Set.of("a", "year", "years")));
        } else if (subject instanceof Subject.Sex) {
            patient.sex(text.toLowerCase(Locale.ROOT));
        } else if (subject instanceof Subject.Complaint) {
            complaint(patient);
        } else if (subject instanceof Subject.Circumstances) {
            circumstances(patient);
        } else if (subject instanceof Subject.Checklist list) {
            checklist(list, patient);
        } else if (subject instanceof Subject.Listing listing) {
            list(listing.section(), patient);
            if (listing.closes()) {
                patient.complete(listing.section());
            }
        } else if (subject instanceof Subject.Presence presence) {
            presence(presence, patient);
        } else if (subject instanceof Subject.Value value) {
            result(value.test(), text, Map.of(), patient);
        } else if (subject instanceof Subject.Detail detail) {
            patient.detail(
                    detail.section(), detail.name(), detail.field(), value(detail.section(), detail.field(), text));
        }
    }

    private InvalidPatientException refused(String allowed) {
        return new InvalidPatientException(subject.id(), "\"" + text + "\"", "is not an answer; " + allowed);
    }

    private double number(Set<String> units) {
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || !(number.group(2).isEmpty() || units.contains(number.group(2)))) {
            throw refused("allowed: a number");
        }
        return Double.parseDouble(number.group(1));
    }

    private void result(String test, String written, Map<String, Object> details, Patient.Builder patient) {
        Map<String, Object> values = new LinkedHashMap<>(details);
        values.putIfAbsent("at", "now");
        Matcher number = NUMBER.matcher(written.strip());
        if (List.of("low", "normal", "high").contains(written.strip())) {
            values.put("value", written.strip());
        } else if (number.matches()) {
            values.put("value", Double.parseDouble(number.group(1)));
            values.put("unit", number.group(2).strip());
        } else {
            throw refused("allowed: a number with its unit, or one of low, normal, high");
        }
        patient.fact(Section.RESULTS, test, values);
    }

    private void presence(Subject.Presence presence, Patient.Builder patient) {
        String[] parts = text.split(";");
        switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
            case "no" -> {
                if (parts.length > 1) {
                    throw refused(YES_OR_NO);
                }
                patient.fact(presence.section(), presence.name(), Map.of("status", "absent"));
            }
            case "yes" -> patient.fact(presence.section(), presence.name(), details(presence.section(), parts, 1));
            default -> throw refused(YES_OR_NO);
        }
    }

    private void complaint(Patient.Builder patient) {
        if (text.equalsIgnoreCase(NONE)) {
            patient.complete(Section.SPASMS);
        } else {
            patient.fact(Section.SPASMS, "", Map.of("kind", text));
        }
    }

    private void circumstances(Patient.Builder patient) {
        if (text.equalsIgnoreCase(NONE)) {
            return;
        }
        for (String field : listed()) {
            if (!Subject.Circumstances.FIELDS.contains(field)) {
                throw refused("allowed: none, or, separated by semicolons, "
                        + String.join(", ", Subject.Circumstances.FIELDS));
            }
            patient.detail(Section.SPASMS, "", field, true);
        }
    }

    /** What was read out is denied by a word; of what goes unsaid beside something named, nobody knows whether it was heard. */
    private void checklist(Subject.Checklist list, Patient.Builder patient) {
        if (text.equalsIgnoreCase(NONE)) {
            list.each().forEach(each -> patient.fact(each.section(), each.name(), Map.of("status", "absent")));
        } else {
            list(list.section(), patient);
        }
    }

    private void list(Section section, Patient.Builder patient) {
        if (text.equalsIgnoreCase(NONE)) {
            return;
        }
        for (String each : listed()) {
            Matcher entry = LISTED.matcher(each);
            if (!entry.matches()) {
                throw refused(
                        "allowed: none, or names separated by semicolons, each with its details in brackets, as in"
                                + " simvastatin (start: 2 weeks ago); ramipril");
            }
            String written = entry.group(2) == null ? "" : entry.group(2);
            Map<String, Object> details = details(section, written.isBlank() ? new String[0] : written.split(";"), 0);
            if (section == Section.RESULTS) {
                listedResult(entry.group(1), details, patient);
            } else {
                patient.fact(section, entry.group(1), details);
            }
        }
    }

    private void listedResult(String written, Map<String, Object> details, Patient.Builder patient) {
        Matcher result = RESULT.matcher(written);
        if (!result.matches()) {
            throw refused("allowed: none, or results separated by semicolons, as in potassium 3.1 mmol/L; CK high");
        }
        result(result.group(1), result.group(2), details, patient);
    }

    private Map<String, Object> details(Section section, String[] parts, int from) {
        Map<String, Object> details = new LinkedHashMap<>();
        for (int i = from; i < parts.length; i++) {
            int colon = parts[i].indexOf(':');
            if (colon < 0) {
                throw refused("allowed after it: details such as onset: 2 days ago");
            }
            String field = parts[i].substring(0, colon).strip();
            details.put(
                    field, value(section, field, parts[i].substring(colon + 1).strip()));
        }
        return details;
    }

    /** The text as the field takes it; what does not fit stays as it is, and is refused with what is allowed. */
    private static Object value(Section section, String field, String text) {
        Field.Type type = section.field(field).map(Field::type).orElse(null);
        if (type instanceof Field.YesNo) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "yes", "true" -> true;
                case "no", "false" -> false;
                default -> text;
            };
        }
        if (type instanceof Field.Number && NUMBER.matcher(text).matches()) {
            Matcher number = NUMBER.matcher(text);
            return number.matches() && number.group(2).isEmpty() ? Double.valueOf(number.group(1)) : text;
        }
        return type instanceof Field.Sites ? List.of(text.split("\\s*,\\s*")) : text;
    }
}
