package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of services at {@code {baseUrl}/cds-services}. */
final class DiscoveryDocument {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern CONTEXT = Pattern.compile("context\\.([A-Za-z_][A-Za-z0-9_]*)");
    private static final Set<String> USERS =
            Set.of("userPractitionerId", "userPractitionerRoleId", "userPatientId", "userRelatedPersonId");

    /** The fields that the hooks of the library allow as tokens; a hook that is not here may allow any. */
    private static final Map<String, Set<String>> TOKENS = Map.of(
            "patient-view", Set.of("userId", "patientId", "encounterId"),
            "order-select", Set.of("userId", "patientId", "encounterId"),
            "order-sign", Set.of("userId", "patientId", "encounterId"));

    private DiscoveryDocument() {}

    static void check(JsonNode body, Findings findings) {
        if (!findings.expect("discovery-services", body.isObject(), "$", "must be an object with a list of services")) {
            return;
        }
        Emptiness.check(body, Set.of("services"), findings);
        findings.required("discovery-services", body, "services", Kind.ARRAY, "$");
        Documents.extension(body, "$", findings);
        for (int i = 0; i < body.path("services").size(); i++) {
            service(body.get("services").get(i), "$.services[" + i + "]", findings);
        }
    }

    private static void service(JsonNode service, String path, Findings findings) {
        if (!findings.expect("discovery-services", service.isObject() || service.isNull(), path, "must be an object")) {
            return;
        }
        findings.required("discovery-hook", service, "hook", Kind.STRING, path);
        findings.required("discovery-description", service, "description", Kind.STRING, path);
        findings.required("discovery-id", service, "id", Kind.STRING, path);
        findings.optional("discovery-types", service, "title", Kind.STRING, path);
        findings.optional("discovery-types", service, "usageRequirements", Kind.STRING, path);
        Documents.extension(service, path, findings);
        if (findings.optional("discovery-types", service, "prefetch", Kind.OBJECT, path)) {
            for (Map.Entry<String, JsonNode> template : service.get("prefetch").properties()) {
                String at = path + ".prefetch." + template.getKey();
                JsonNode value = template.getValue();
                if (findings.expect("discovery-types", value.isTextual(), at, "must be a string")) {
                    template(value.asText(), service.path("hook").asText(), at, findings);
                }
            }
        }
    }

    private static void template(String template, String hook, String path, Findings findings) {
        Matcher tokens = TOKEN.matcher(template);
        String rest = tokens.replaceAll("");
        findings.expect(
                "prefetch-token-delimiters",
                !rest.contains("{") && !rest.contains("}"),
                path,
                "has braces that are not those of {{ and }}: " + template);
        tokens.reset();
        while (tokens.find()) {
            String token = tokens.group(1);
            findings.expect(
                    "prefetch-token-path",
                    allowed(token, hook),
                    path,
                    "{{" + token + "}} is neither a field that may be a token nor an identifier of the user");
        }
    }

    private static boolean allowed(String token, String hook) {
        Matcher context = CONTEXT.matcher(token);
        if (!context.matches()) {
            return USERS.contains(token);
        }
        return !TOKENS.containsKey(hook) || TOKENS.get(hook).contains(context.group(1));
    }
}
