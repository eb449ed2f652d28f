package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What a client must not send: each breaks a right document in one place, under the name of the check it is for. */
final class Breaks {

    private Breaks() {}

    static Map<String, Consumer<ObjectNode>> ofRequests() {
        Map<String, Consumer<ObjectNode>> breaks = new LinkedHashMap<>();
        breaks.put("refuses-hook", request -> request.remove("hook"));
        breaks.put("refuses-hook-instance", request -> request.remove("hookInstance"));
        breaks.put("refuses-context", request -> request.remove("context"));
        breaks.put("refuses-fhir-server", request -> {
            authorization(request);
            request.remove("fhirServer");
        });
        breaks.put("refuses-access-token", request -> authorization(request).remove("access_token"));
        breaks.put("refuses-token-type", request -> authorization(request).put("token_type", "MAC"));
        breaks.put("refuses-expires-in", request -> authorization(request).remove("expires_in"));
        breaks.put("refuses-scope", request -> authorization(request).remove("scope"));
        breaks.put("refuses-subject", request -> authorization(request).remove("subject"));
        return breaks;
    }

    private static ObjectNode authorization(ObjectNode request) {
        request.put("fhirServer", "http://localhost/fhir");
        return request.putObject("fhirAuthorization")
                .put("access_token", "kit")
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("scope", "user/*.read")
                .put("subject", "cds-hooks-conformance");
    }

    static Map<String, Consumer<ObjectNode>> ofFeedback() {
        Map<String, Consumer<ObjectNode>> breaks = new LinkedHashMap<>();
        breaks.put("refuses-feedback-array", body -> body.set("feedback", first(body)));
        breaks.put("refuses-feedback-card", body -> first(body).remove("card"));
        breaks.put("refuses-feedback-outcome", body -> first(body).put("outcome", "ignored"));
        breaks.put("refuses-feedback-timestamp", body -> first(body).remove("outcomeTimestamp"));
        breaks.put("refuses-feedback-accepted-suggestions", body -> {
            first(body).put("outcome", "accepted");
            first(body).remove("acceptedSuggestions");
        });
        breaks.put("refuses-feedback-suggestion-id", body -> {
            first(body).put("outcome", "accepted");
            first(body).putArray("acceptedSuggestions").addObject().put("uuid", "kit");
        });
        return breaks;
    }

    private static ObjectNode first(ObjectNode body) {
        return (ObjectNode) body.get("feedback").get(0);
    }
}
