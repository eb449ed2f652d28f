package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A client's call of a service. */
final class RequestDocument {

    private static final Set<String> PATIENT_HOOKS = Set.of("patient-view", "order-select", "order-sign");
    private static final Set<String> ORDER_HOOKS = Set.of("order-select", "order-sign");

    private RequestDocument() {}

    static void check(JsonNode body, Optional<JsonNode> service, Findings findings) {
        if (!findings.expect("request-hook", body.isObject(), "$", "must be an object")) {
            return;
        }
        Emptiness.check(body, Set.of(), findings);
        findings.required("request-hook", body, "hook", Kind.STRING, "$");
        findings.required("request-hook-instance", body, "hookInstance", Kind.UUID, "$");
        findings.optional("request-fhir-server", body, "fhirServer", Kind.URL, "$");
        Documents.extension(body, "$", findings);
        if (body.has("fhirAuthorization")) {
            findings.required("request-fhir-server", body, "fhirServer", Kind.URL, "$");
            authorization(body.get("fhirAuthorization"), "$.fhirAuthorization", findings);
        }
        if (findings.required("request-context", body, "context", Kind.OBJECT, "$")) {
            context(body.path("hook").asText(), body.get("context"), "$.context", findings);
        }
        for (Map.Entry<String, JsonNode> entry : body.path("prefetch").properties()) {
            JsonNode value = entry.getValue();
            String path = "$.prefetch." + entry.getKey();
            findings.expect(
                    "request-prefetch-value",
                    value.isNull() || Kind.RESOURCE.holds(value),
                    path,
                    "must be a FHIR resource or null");
            service.ifPresent(s -> findings.expect(
                    "request-prefetch-keys",
                    s.path("prefetch").has(entry.getKey()),
                    path,
                    "is not a key that the service asks for"));
        }
    }

    private static void authorization(JsonNode given, String path, Findings findings) {
        findings.required("authorization-access-token", given, "access_token", Kind.STRING, path);
        if (findings.required("authorization-token-type", given, "token_type", Kind.STRING, path)) {
            String type = given.get("token_type").asText();
            findings.expect("authorization-token-type", type.equals("Bearer"), path + ".token_type", "must be Bearer");
        }
        findings.required("authorization-expires-in", given, "expires_in", Kind.INTEGER, path);
        findings.required("authorization-scope", given, "scope", Kind.STRING, path);
        findings.required("authorization-subject", given, "subject", Kind.STRING, path);
    }

    private static void context(String hook, JsonNode context, String path, Findings findings) {
        if (!PATIENT_HOOKS.contains(hook)) {
            return;
        }
        findings.required("context-user-id", context, "userId", Kind.REFERENCE, path);
        findings.required("context-patient-id", context, "patientId", Kind.FHIR_ID, path);
        findings.optional("context-encounter-id", context, "encounterId", Kind.FHIR_ID, path);
        if (!ORDER_HOOKS.contains(hook)) {
            return;
        }
        boolean orders = findings.required("context-draft-orders", context, "draftOrders", Kind.RESOURCE, path);
        if (orders) {
            String type = context.get("draftOrders").get("resourceType").asText();
            findings.expect("context-draft-orders", type.equals("Bundle"), path + ".draftOrders", "must be a Bundle");
        }
        if (hook.equals("order-select")
                && findings.required("context-selections", context, "selections", Kind.ARRAY, path)) {
            selections(context, orders, path, findings);
        }
    }

    private static void selections(JsonNode context, boolean orders, String path, Findings findings) {
        Set<String> drafts = new HashSet<>();
        for (JsonNode entry : context.path("draftOrders").path("entry")) {
            JsonNode resource = entry.path("resource");
            drafts.add(resource.path("resourceType").asText() + "/"
                    + resource.path("id").asText());
        }
        for (int i = 0; i < context.get("selections").size(); i++) {
            JsonNode selection = context.get("selections").get(i);
            String at = path + ".selections[" + i + "]";
            boolean formed = findings.expect(
                    "context-selections", Kind.REFERENCE.holds(selection), at, "must be " + Kind.REFERENCE);
            if (formed && orders) {
                findings.expect(
                        "context-selections", drafts.contains(selection.asText()), at, "is not among the draft orders");
            }
        }
    }
}
