package org.spasmcds.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.intake.Section;

/** Reads a patient document. The form is described in {@code patient.schema.json} beside this class. */
public final class PatientReader {
    private static final List<String> TOP =
            List.of("id", "note", "source", "age", "birthDate", "sex", "pregnancy", "incomplete");

    private final Ruleset ruleset;

    public PatientReader(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    /**
     * Reads a whole document or nothing.
     *
     * @throws InvalidPatientException when a field, a name or a value is not allowed
     */
    public Patient read(JsonNode document) {
        if (!document.isObject()) {
            throw new InvalidPatientException("document", kind(document), "is not allowed; allowed: one JSON object");
        }
        Patient.Builder builder = ruleset.patient();
        Optional<List<Section>> incomplete = incomplete(document.path("incomplete"));
        for (Iterator<Map.Entry<String, JsonNode>> fields = document.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            Optional<Section> section = section(field.getKey());
            if (section.isPresent()) {
                entries(builder, section.get(), field.getValue());
                boolean none =
                        section.get() == Section.SPASMS && field.getValue().isEmpty();
                if (none
                        || (mayBeComplete(section.get())
                                && !incomplete.orElse(List.of()).contains(section.get()))) {
                    builder.complete(section.get());
                }
            } else {
                top(builder, field.getKey(), field.getValue());
            }
        }
        return builder.build();
    }

    /** A list of these that is given names everything there is, unless the document says otherwise. An empty list of spasms says that there is none. */
    private static boolean mayBeComplete(Section section) {
        return section == Section.MEDICINES || section == Section.CONDITIONS;
    }

    private static Optional<Section> section(String label) {
        for (Section section : Section.values()) {
            if (section.label().equals(label)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Section>> incomplete(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        List<Section> sections = new ArrayList<>();
        if (!node.isArray()) {
            throw notAllowed("incomplete", node, "a list with medicines or conditions");
        }
        for (JsonNode each : node) {
            sections.add(section(each.asText())
                    .filter(PatientReader::mayBeComplete)
                    .orElseThrow(() -> notAllowed("incomplete", each, "medicines, conditions")));
        }
        return Optional.of(sections);
    }

    private static void top(Patient.Builder builder, String name, JsonNode value) {
        switch (name) {
            case "id", "note" -> text(name, value);
            case "source" -> source(value);
            case "incomplete" -> {}
            case "age" -> builder.age(number(name, value));
            case "birthDate" -> builder.birthDate(date(name, value));
            case "sex" -> builder.sex(text(name, value));
            case "pregnancy" -> pregnancy(builder, value);
            default -> {
                TreeSet<String> allowed = new TreeSet<>(TOP);
                for (Section section : Section.values()) {
                    allowed.add(section.label());
                }
                throw new InvalidPatientException(
                        name, "", "is not a field of a patient; allowed: " + String.join(", ", allowed));
            }
        }
    }

    private static void source(JsonNode value) {
        if (!value.isTextual() && !value.isObject()) {
            throw notAllowed("source", value, "a text or an object");
        }
    }

    private static void pregnancy(Patient.Builder builder, JsonNode value) {
        if (value.isTextual() && value.asText().equals("present")) {
            builder.pregnant();
        } else if (value.isTextual() && value.asText().equals("absent")) {
            builder.notPregnant();
        } else if (value.isObject() && value.size() == 1 && value.path("weeks").isInt()) {
            int weeks = value.path("weeks").asInt();
            if (weeks < 0 || weeks > 45) {
                throw notAllowed("pregnancy.weeks", value.path("weeks"), "a whole number from 0 to 45");
            }
            builder.pregnant(weeks);
        } else if (!value.isTextual() || !value.asText().equals("unknown")) {
            throw notAllowed("pregnancy", value, "\"present\", \"absent\", \"unknown\", or {\"weeks\": 17}");
        }
    }

    private static void entries(Patient.Builder builder, Section section, JsonNode list) {
        if (!list.isArray()) {
            throw notAllowed(section.label(), list, "a list");
        }
        for (int i = 0; i < list.size(); i++) {
            entry(builder, section, section.label() + "[" + i + "]", list.get(i));
        }
    }

    /** An entry is an object or, where its name says everything, a text. */
    private static void entry(Patient.Builder builder, Section section, String path, JsonNode entry) {
        if (entry.isTextual() && section != Section.SPASMS && section != Section.RESULTS) {
            builder.fact(section, path, entry.asText(), Map.of());
            return;
        }
        if (!entry.isObject()) {
            throw notAllowed(
                    path,
                    entry,
                    "an object" + (section == Section.RESULTS || section == Section.SPASMS ? "" : ", or a name"));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        entry.fields()
                .forEachRemaining(
                        field -> values.put(field.getKey(), plain(path + "." + field.getKey(), field.getValue())));
        String name = "";
        if (!section.key().isEmpty()) {
            Object given = values.remove(section.key());
            if (!(given instanceof String text)) {
                throw new InvalidPatientException(
                        path + "." + section.key(),
                        given == null ? "" : String.valueOf(given),
                        "is missing; allowed: a name of the vocabulary");
            }
            name = text;
        }
        builder.fact(section, path, name, values);
    }

    static Object plain(String path, JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isNumber()) {
            return node.asDouble();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(each -> list.add(plain(path, each)));
            return list;
        }
        throw notAllowed(path, node, "a text, a number, true, false or a list; leave out what is not known");
    }

    private static String text(String path, JsonNode node) {
        if (!node.isTextual()) {
            throw notAllowed(path, node, "a text");
        }
        return node.asText();
    }

    private static double number(String path, JsonNode node) {
        if (!node.isNumber()) {
            throw notAllowed(path, node, "a number");
        }
        return node.asDouble();
    }

    private static LocalDate date(String path, JsonNode node) {
        try {
            return LocalDate.parse(text(path, node));
        } catch (DateTimeParseException e) {
            throw notAllowed(path, node, "a date such as 1957-03-30");
        }
    }

    private static InvalidPatientException notAllowed(String path, JsonNode given, String allowed) {
        return new InvalidPatientException(path, kind(given), "is not allowed; allowed: " + allowed);
    }

    private static String kind(JsonNode node) {
        if (node.isArray()) {
            return "a list";
        }
        if (node.isObject()) {
            return "an object";
        }
        String text = node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
