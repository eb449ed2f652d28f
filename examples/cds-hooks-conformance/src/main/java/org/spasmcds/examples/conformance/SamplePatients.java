package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Synthetic patients and the reads and searches that prefetch templates make of them: by type, id, patient, category
 * and code.
 * What else a search asks for is not looked at, so that a service gets rather more than it asked for.
 */
public record SamplePatients(List<JsonNode> resources) {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Set<String> PATIENT_PARAMETERS = Set.of("patient", "subject");
    private static final String USER = "kit-practitioner";

    public SamplePatients {
        resources = List.copyOf(resources);
    }

    /** The kit's own, with dates counted back from now. */
    public static SamplePatients bundled(Instant now) {
        return of(Json.read(Json.dated(Json.resource("patients.json"), now)).orElseThrow());
    }

    private static SamplePatients of(JsonNode bundle) {
        List<JsonNode> resources = new ArrayList<>();
        bundle.path("entry").forEach(entry -> resources.add(entry.path("resource")));
        return new SamplePatients(resources);
    }

    /** What a client would send for a template: a resource, a Bundle, or null when there is no such resource. */
    JsonNode answer(String template, JsonNode context) {
        Matcher tokens = TOKEN.matcher(template);
        return answer(tokens.replaceAll(
                token -> Matcher.quoteReplacement(value(token.group(1).trim(), context))));
    }

    private static String value(String token, JsonNode context) {
        return token.startsWith("context.")
                ? context.path(token.substring("context.".length())).asText()
                : USER;
    }

    /** What a FHIR server would answer to a relative URL; null when a read finds nothing. */
    public JsonNode answer(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            String[] parts = url.split("/");
            return resources.stream()
                    .filter(r -> r.path("resourceType").asText().equals(parts[0]))
                    .filter(r -> parts.length > 1 && r.path("id").asText().equals(parts[1]))
                    .findFirst()
                    .orElse(Json.MAPPER.nullNode());
        }
        return search(url.substring(0, question), parameters(url.substring(question + 1)));
    }

    private JsonNode search(String type, Map<String, String> parameters) {
        ObjectNode bundle = Json.MAPPER.createObjectNode();
        bundle.put("resourceType", "Bundle").put("type", "searchset");
        ArrayNode entries = Json.MAPPER.createArrayNode();
        for (JsonNode resource : resources) {
            if (resource.path("resourceType").asText().equals(type) && matches(resource, parameters)) {
                ObjectNode entry = entries.addObject();
                entry.put(
                        "fullUrl",
                        "http://kit.example/fhir/" + type + "/"
                                + resource.path("id").asText());
                entry.set("resource", resource);
                entry.putObject("search").put("mode", "match");
            }
        }
        bundle.put("total", entries.size());
        if (!entries.isEmpty()) {
            bundle.set("entry", entries);
        }
        return bundle;
    }

    private static boolean matches(JsonNode resource, Map<String, String> parameters) {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String value = parameter.getValue();
            if (PATIENT_PARAMETERS.contains(parameter.getKey())) {
                String id = value.replaceFirst("^Patient/", "");
                JsonNode patient = resource.has("subject") ? resource.path("subject") : resource.path("patient");
                if (!patient.path("reference").asText().equals("Patient/" + id)) {
                    return false;
                }
            } else if (parameter.getKey().equals("_id")
                    && !value.equals(resource.path("id").asText())) {
                return false;
            } else if (parameter.getKey().equals("code")
                    && !coded(List.of(resource.path("code")), List.of(value.split(",")))) {
                return false;
            } else if (parameter.getKey().equals("category")
                    && !coded(resource.path("category"), List.of(value.split(",")))) {
                return false;
            }
        }
        return true;
    }

    private static boolean coded(Iterable<JsonNode> concepts, List<String> wanted) {
        for (JsonNode concept : concepts) {
            for (JsonNode coding : concept.path("coding")) {
                String code = coding.path("code").asText();
                if (wanted.contains(code)
                        || wanted.contains(coding.path("system").asText() + "|" + code)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
