package org.spasmcds.basis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Whether what is known after an answer shows that it was asked, whatever the answer was. */
    public static boolean showsInFacts(Subject subject) {
        return !(subject instanceof Subject.Complaint)
                && !(subject instanceof Subject.Listing listing && !listing.closes());
    }

    /** The subject of a question by its id; empty when there is none of this id. */
    public static Optional<Subject> subject(String id, Vocabulary vocabulary) {
        String[] parts = id.split("\\.");
        if (id.equals("age")) {
            return Optional.of(new Subject.Age());
        }
        if (id.equals("sex")) {
            return Optional.of(new Subject.Sex());
        }
        for (Section section : Section.values()) {
            if (section.label().equals(parts[0])) {
                return subject(section, parts, vocabulary);
            }
        }
        return Optional.empty();
    }

    private static Optional<Subject> subject(Section section, String[] parts, Vocabulary vocabulary) {
        if (section == Section.SPASMS) {
            if (parts.length == 1) {
                return Optional.of(new Subject.Complaint());
            }
            return parts.length == 2 && section.field(parts[1]).isPresent()
                    ? Optional.of(new Subject.Detail(section, "", parts[1]))
                    : Optional.empty();
        }
        if (parts.length == 1) {
            return Opening.LISTED.contains(section) ? Optional.of(new Subject.Listing(section)) : Optional.empty();
        }
        boolean known = vocabulary
                .name(parts[1])
                .filter(name -> section.kinds().contains(name.kind()))
                .isPresent();
        if (!known || parts.length > 3) {
            return Optional.empty();
        }
        if (parts.length == 3) {
            return section.field(parts[2]).isPresent()
                    ? Optional.of(new Subject.Detail(section, parts[1], parts[2]))
                    : Optional.empty();
        }
        return Optional.of(
                section == Section.RESULTS ? new Subject.Value(parts[1]) : new Subject.Presence(section, parts[1]));
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

    private void add(Patient.Builder patient) {
        if (subject instanceof Subject.Age) {
            patient.age(number(Set.of("a", "year", "years")));
        } else if (subject instanceof Subject.Sex) {
            patient.sex(text.toLowerCase(Locale.ROOT));
        } else if (subject instanceof Subject.Complaint) {
            complaint(patient);
        } else if (subject instanceof Subject.Listing listing) {
            list(listing, patient);
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

    private void list(Subject.Listing listing, Patient.Builder patient) {
        Section section = listing.section();
        if (!text.equalsIgnoreCase(NONE)) {
            for (String each : text.split(";(?![^()]*\\))")) {
                Matcher entry = LISTED.matcher(each.strip());
                if (!entry.matches()) {
                    throw refused(
                            "allowed: none, or names separated by semicolons, each with its details in brackets, as in"
                                    + " simvastatin (start: 2 weeks ago); ramipril");
                }
                String written = entry.group(2) == null ? "" : entry.group(2);
                Map<String, Object> details =
                        details(section, written.isBlank() ? new String[0] : written.split(";"), 0);
                if (section == Section.RESULTS) {
                    listedResult(entry.group(1), details, patient);
                } else {
                    patient.fact(section, entry.group(1), details);
                }
            }
        }
        if (listing.closes()) {
            patient.complete(section);
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
