package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;

/**
 * Fields of the patient document for which FHIR has no element: extensions of a resource, or components of an Observation. So every
 * fact can travel in FHIR.
 */
final class Details {
    private static final Set<String> SPASMS = Set.of("muscle-cramp", "muscle-spasm", "fasciculation");

    private final Scope scope;

    Details(Scope scope) {
        this.scope = scope;
    }

    /** The fields that a resource gives in this way. */
    Map<String, Object> read(JsonNode json, Section section) {
        Map<String, List<JsonNode>> given = new LinkedHashMap<>();
        for (JsonNode extension : json.path("extension")) {
            String url = extension.path("url").asText("");
            if (url.startsWith(Systems.FIELD + ":")) {
                put(given, url.substring(Systems.FIELD.length() + 1), extension);
            }
        }
        for (JsonNode component : json.path("component")) {
            field(component).ifPresent(name -> put(given, name, component));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        given.forEach((name, nodes) -> section.field(name)
                .flatMap(field -> value(field.type(), nodes))
                .ifPresent(value -> values.put(name, value)));
        return values;
    }

    /**
     * A complaint as a spasm, where its details are those of a spasm (that it comes at night, how often a week) and not of any symptom.
     */
    Found spasm(Found complaint) {
        Map<String, Object> own = new LinkedHashMap<>(SpasmCodes.details(complaint.code()));
        if (complaint.values().containsKey("site")) {
            own.remove("sites");
        }
        own.putAll(read(complaint.from().json(), Section.SPASMS));
        boolean asSymptom = own.keySet().stream()
                .allMatch(name -> Section.SYMPTOMS.field(name).isPresent());
        if (!SPASMS.contains(complaint.name()) || !complaint.status().equals("present") || asSymptom) {
            return complaint;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        complaint.values().forEach((name, value) -> {
            if (name.equals("site")) {
                values.put("sites", List.of(value));
            } else if (Section.SPASMS.field(name).isPresent()) {
                values.put(name, value);
            }
        });
        values.put("kind", complaint.name());
        values.putAll(own);
        return new Found(
                Section.SPASMS,
                complaint.name(),
                values,
                complaint.from(),
                complaint.code(),
                complaint.note(),
                complaint.said());
    }

    private static void put(Map<String, List<JsonNode>> given, String name, JsonNode node) {
        given.computeIfAbsent(name, any -> new ArrayList<>()).add(node);
    }

    /** The field that a component gives; empty when it is an ordinary component. */
    static Optional<String> field(JsonNode component) {
        for (JsonNode coding : component.path("code").path("coding")) {
            if (coding.path("system").asText("").equals(Systems.FIELD)) {
                return Optional.of(coding.path("code").asText(""));
            }
        }
        return Optional.empty();
    }

    private Optional<Object> value(Field.Type type, List<JsonNode> nodes) {
        JsonNode node = nodes.get(0);
        if (type instanceof Field.Sites) {
            List<String> sites =
                    nodes.stream().map(this::site).flatMap(Optional::stream).toList();
            return sites.isEmpty() ? Optional.empty() : Optional.of(sites);
        }
        if (type instanceof Field.Site) {
            return site(node).map(Object.class::cast);
        }
        if (type instanceof Field.YesNo) {
            return Optional.of(node.path("valueBoolean"))
                    .filter(JsonNode::isBoolean)
                    .map(JsonNode::asBoolean);
        }
        if (type instanceof Field.Number) {
            return number(node).map(Object.class::cast);
        }
        if (type instanceof Field.Span) {
            return minutes(Resource.first(node, "valueDuration", "valueQuantity"));
        }
        if (type instanceof Field.Time) {
            return scope.times()
                    .latest(Resource.first(node, "valueDateTime", "valueDate"))
                    .map(Object.class::cast);
        }
        return Optional.of(word(node)).filter(word -> !word.isEmpty()).map(Object.class::cast);
    }

    private Optional<String> site(JsonNode node) {
        return scope.codes().site(node.path("valueCodeableConcept"));
    }

    private static Optional<Double> number(JsonNode node) {
        JsonNode plain = Resource.first(node, "valueDecimal", "valueInteger");
        JsonNode number = plain.isNumber() ? plain : node.path("valueQuantity").path("value");
        return number.isNumber() ? Optional.of(number.asDouble()) : Optional.empty();
    }

    private static Optional<Object> minutes(JsonNode duration) {
        String unit = switch (duration.path("code").asText("")) {
            case "s" -> "seconds";
            case "min" -> "minutes";
            case "h" -> "hours";
            case "d" -> "days";
            default -> "";
        };
        return unit.isEmpty() || !duration.path("value").isNumber()
                ? Optional.empty()
                : Optional.of(duration.path("value").decimalValue().toPlainString() + " " + unit);
    }

    private static String word(JsonNode node) {
        String code = node.path("valueCodeableConcept")
                .path("coding")
                .path(0)
                .path("code")
                .asText("");
        return code.isEmpty() ? Resource.first(node, "valueCode", "valueString").asText("") : code;
    }
}
