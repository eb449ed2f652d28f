package org.spasmcds.examples.hooks.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.spasmcds.examples.hooks.Refused;

/** Reads the call of a service and refuses what CDS Hooks 2.0.1 does not allow. Fields that it does not know are skipped. */
public final class HookRequestReader {
    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9\\-._~+/]+=*");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private HookRequestReader() {}

    /**
     * @throws Refused with 400, naming the field
     */
    public static HookRequest read(JsonNode body, HookService service) {
        String hook = text(body, "hook", "hook");
        if (!hook.equals(service.hook())) {
            throw Refused.malformed("hook is not the hook of this service, " + service.hook());
        }
        String instance = text(body, "hookInstance", "hookInstance");
        if (!UUID.matcher(instance).matches()) {
            throw Refused.malformed("hookInstance is not a UUID");
        }
        Optional<URI> server = optional(body, "fhirServer", "fhirServer").map(HookRequestReader::url);
        Optional<String> token = accessToken(body.path("fhirAuthorization"));
        if (token.isPresent() && server.isEmpty()) {
            throw Refused.malformed("fhirServer is missing beside fhirAuthorization");
        }
        return new HookRequest(
                hook, instance, server, token, context(object(body, "context"), service), prefetch(body));
    }

    private static HookContext context(JsonNode context, HookService service) {
        Optional<String> encounter = optional(context, "encounterId", "context.encounterId");
        encounter.ifPresent(id -> checkId(id, "context.encounterId"));
        String patient = text(context, "patientId", "context.patientId");
        checkId(patient, "context.patientId");
        return new HookContext(
                text(context, "userId", "context.userId"),
                patient,
                encounter,
                service.isForOrders() ? Optional.of(draftOrders(context)) : Optional.empty(),
                service.hook().equals("order-select") ? selections(context) : Set.of());
    }

    private static JsonNode draftOrders(JsonNode context) {
        JsonNode orders = object(context, "draftOrders");
        if (!orders.path("resourceType").asText().equals("Bundle")) {
            throw Refused.malformed("context.draftOrders is not a Bundle");
        }
        return orders;
    }

    private static Set<String> selections(JsonNode context) {
        if (!context.path("selections").isArray()) {
            throw Refused.malformed("context.selections is missing or not an array");
        }
        Set<String> selections = new LinkedHashSet<>();
        for (JsonNode selection : context.path("selections")) {
            if (!REFERENCE.matcher(selection.asText()).matches()) {
                throw Refused.malformed(
                        "context.selections holds something else than a reference such as MedicationRequest/103");
            }
            selections.add(selection.asText());
        }
        return selections;
    }

    private static Optional<String> accessToken(JsonNode authorization) {
        if (authorization.isMissingNode() || authorization.isNull()) {
            return Optional.empty();
        }
        String type = text(authorization, "token_type", "fhirAuthorization.token_type");
        if (!type.equalsIgnoreCase("Bearer")) {
            throw Refused.malformed("fhirAuthorization.token_type is not Bearer");
        }
        String token = text(authorization, "access_token", "fhirAuthorization.access_token");
        if (!TOKEN.matcher(token).matches()) {
            throw Refused.malformed("fhirAuthorization.access_token is not a bearer token");
        }
        return Optional.of(token);
    }

    private static Map<String, JsonNode> prefetch(JsonNode body) {
        JsonNode given = body.path("prefetch");
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            throw Refused.malformed("prefetch is not an object");
        }
        Map<String, JsonNode> prefetch = new HashMap<>();
        given.properties().forEach(entry -> prefetch.put(entry.getKey(), entry.getValue()));
        return prefetch;
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text);
            if (url.isAbsolute() && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException wrong) {
            // The message below says it without the value.
        }
        throw Refused.malformed("fhirServer is not an absolute URL");
    }

    private static void checkId(String id, String path) {
        if (!FHIR_ID.matcher(id).matches()) {
            throw Refused.malformed(path + " is not a FHIR id (without its resource type)");
        }
    }

    private static JsonNode object(JsonNode parent, String name) {
        if (!parent.path(name).isObject()) {
            throw Refused.malformed(name + " is missing or not an object");
        }
        return parent.path(name);
    }

    private static String text(JsonNode parent, String name, String path) {
        return optional(parent, name, path).orElseThrow(() -> Refused.malformed(path + " is missing"));
    }

    private static Optional<String> optional(JsonNode parent, String name, String path) {
        JsonNode value = parent.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw Refused.malformed(path + " is not a text");
        }
        return Optional.of(value.asText());
    }
}
