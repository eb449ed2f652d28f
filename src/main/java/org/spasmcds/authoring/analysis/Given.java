package org.spasmcds.authoring.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A patient in the words of a case: what stands behind {@code given}. */
record Given(JsonNode lines) {
    /** Lines whose value is a list though it holds one word. */
    private static final List<String> LISTS = List.of("family", "complete");
    /** What YAML reads as text without quotes, also inside braces. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./%*+()_-]*");

    private static final Pattern OTHER_THAN_TEXT =
            Pattern.compile("(?i)true|false|yes|no|on|off|null|~|[-+.0-9][-+.0-9e_:x]*");

    /** One line: the name and its words, or a number. */
    record Line(String key, Object value) {}

    static Given of(List<Line> lines) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Line line : lines) {
            JsonNode value = node(line.value());
            JsonNode before = json.get(line.key());
            if (before == null && !LISTS.contains(line.key())) {
                json.set(line.key(), value);
            } else if (before instanceof ArrayNode array) {
                array.add(value);
            } else {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                if (before != null) {
                    array.add(before);
                }
                json.set(line.key(), array.add(value));
            }
        }
        return new Given(json);
    }

    private static JsonNode node(Object value) {
        if (value instanceof Double number) {
            return number == Math.rint(number)
                    ? JsonNodeFactory.instance.numberNode(number.longValue())
                    : JsonNodeFactory.instance.numberNode(number);
        }
        if (value instanceof Map<?, ?> fields) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach((field, each) -> object.set(String.valueOf(field), node(each)));
            return object;
        }
        return value instanceof Boolean flag
                ? JsonNodeFactory.instance.booleanNode(flag)
                : JsonNodeFactory.instance.textNode(String.valueOf(value));
    }

    /** This patient and, where this one says nothing, the other. */
    Given and(Given other) {
        ObjectNode both = lines.deepCopy();
        other.lines.fields().forEachRemaining(line -> {
            if (!both.has(line.getKey())) {
                both.set(line.getKey(), line.getValue());
            }
        });
        return new Given(both);
    }

    /** The same patient with one thing less said, in every way. */
    List<Given> smaller() {
        List<Given> smaller = new ArrayList<>();
        lines.fields().forEachRemaining(line -> {
            ObjectNode without = lines.deepCopy();
            without.remove(line.getKey());
            smaller.add(new Given(without));
            for (int i = 0; line.getValue() instanceof ArrayNode list && list.size() > 1 && i < list.size(); i++) {
                ObjectNode shorter = lines.deepCopy();
                ((ArrayNode) shorter.get(line.getKey())).remove(i);
                smaller.add(new Given(shorter));
            }
        });
        return smaller;
    }

    /** As it would stand in a scenario file, on one line. */
    String text() {
        return text(lines);
    }

    private static String text(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> parts.add(field.getKey() + ": " + text(field.getValue())));
            return "{ " + String.join(", ", parts) + " }";
        }
        if (node.isArray()) {
            node.forEach(each -> parts.add(text(each)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (!node.isTextual()) {
            return node.asText();
        }
        String text = node.asText();
        boolean plain =
                PLAIN.matcher(text).matches() && !OTHER_THAN_TEXT.matcher(text).matches();
        return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
