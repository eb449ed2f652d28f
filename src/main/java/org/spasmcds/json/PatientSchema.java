package org.spasmcds.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;

/** The JSON Schema (2020-12) of a patient document, made from the same table of fields that reading uses. */
public final class PatientSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String AGO_OR_DATE =
            "^(now|\\d+(\\.\\d+)? (second|minute|hour|day|week|month|year)s? ago|\\d{4}-\\d{2}-\\d{2}(T.+)?)$";

    private PatientSchema() {}

    /** The schema as text. */
    public static String text() {
        return document().toPrettyString() + "\n";
    }

    private static ObjectNode document() {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "https://spasmcds.org/schema/patient.schema.json");
        schema.put("title", "Patient");
        schema.put("description", "What is known about a patient. What is left out is unknown, never normal.");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        text(properties, "id", "A name for the document in reports. Not read by any rule.");
        text(properties, "note", "A remark for readers. Not read by any rule.");
        properties
                .putObject("source")
                .put("description", "Where the case comes from. Not read by any rule.")
                .putArray("type")
                .add("string")
                .add("object");
        properties
                .putObject("age")
                .put("type", "number")
                .put("minimum", 0)
                .put("maximum", 130)
                .put("description", "Age in years.");
        text(properties, "birthDate", "In place of age.").put("format", "date");
        properties
                .putObject("sex")
                .put("description", "Left out when not known.")
                .set("enum", texts(List.of("female", "male")));
        pregnancy(properties.putObject("pregnancy"));
        for (Section section : Section.values()) {
            section(properties.putObject(section.label()), section);
        }
        ObjectNode incomplete = properties.putObject("incomplete");
        incomplete.put(
                "description",
                "Lists that are given but do not name everything there is. Otherwise what a list of medicines or conditions does not name is known to be absent.");
        incomplete.put("type", "array").putObject("items").set("enum", texts(List.of("medicines", "conditions")));
        schema.putObject("not").putArray("required").add("age").add("birthDate");
        return schema;
    }

    private static ObjectNode text(ObjectNode properties, String name, String meaning) {
        return properties.putObject(name).put("type", "string").put("description", meaning);
    }

    private static void pregnancy(ObjectNode pregnancy) {
        pregnancy.put("description", "Left out when not known.");
        ArrayNode forms = pregnancy.putArray("oneOf");
        forms.addObject().set("enum", texts(List.of("present", "absent", "unknown")));
        ObjectNode weeks = forms.addObject().put("type", "object").put("additionalProperties", false);
        weeks.putArray("required").add("weeks");
        weeks.putObject("properties")
                .putObject("weeks")
                .put("type", "integer")
                .put("minimum", 0)
                .put("maximum", 45)
                .put("description", "Completed weeks.");
    }

    private static void section(ObjectNode node, Section section) {
        node.put("type", "array");
        ObjectNode entry = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = entry.putObject("properties");
        if (!section.key().isEmpty()) {
            entry.putArray("required").add(section.key());
            text(properties, section.key(), "An id, a synonym or a code (LOINC 2823-3) of the vocabulary.");
        }
        for (Field field : section.fields()) {
            ObjectNode type = type(field.type());
            type.put("description", field.meaning());
            properties.set(field.name(), type);
        }
        boolean nameIsEnough = section != Section.SPASMS && section != Section.RESULTS;
        if (nameIsEnough) {
            ArrayNode forms = node.putObject("items").putArray("oneOf");
            forms.addObject().put("type", "string");
            forms.add(entry);
        } else {
            node.set("items", entry);
        }
    }

    private static ObjectNode type(Field.Type type) {
        ObjectNode node = NODES.objectNode();
        if (type instanceof Field.Choice choice) {
            node.set("enum", texts(choice.words()));
        } else if (type instanceof Field.YesNo) {
            node.put("type", "boolean");
        } else if (type instanceof Field.Number number) {
            node.put("type", "number").put("minimum", number.low()).put("maximum", number.high());
        } else if (type instanceof Field.Time) {
            node.put("type", "string").put("pattern", AGO_OR_DATE);
        } else if (type instanceof Field.Span) {
            node.put("type", "string").put("pattern", "^\\d+(\\.\\d+)? (second|minute|hour|day|week|month|year)s?$");
        } else if (type instanceof Field.Sites) {
            node.put("type", "array").putObject("items").put("type", "string");
        } else if (type instanceof Field.Measured) {
            ArrayNode forms = node.putArray("oneOf");
            forms.addObject().put("type", "number");
            forms.addObject().set("enum", texts(List.of("low", "normal", "high")));
        } else {
            node.put("type", "string");
        }
        return node;
    }

    private static ArrayNode texts(List<String> words) {
        ArrayNode array = NODES.arrayNode();
        words.forEach(array::add);
        return array;
    }
}
