package org.spasmcds.examples.hooks.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.spasmcds.examples.hooks.Json;
import org.spasmcds.examples.hooks.Refused;

/** An answer: a status, the type of the body and the body. */
record Reply(int status, String type, byte[] body, Map<String, String> headers) {
    static Reply json(Object value) {
        return new Reply(200, "application/json", Json.bytes(value), Map.of());
    }

    static Reply html(String page) {
        return new Reply(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Reply nothing() {
        return new Reply(204, "", new byte[0], Map.of());
    }

    static Reply refusal(Refused refused) {
        return outcome(refused.status(), refused.issueType(), refused.getMessage());
    }

    /** Says nothing about what went wrong: that may hold patient data. */
    static Reply failure() {
        return outcome(500, "exception", "the service failed; its log says where");
    }

    private record Outcome(String resourceType, List<Issue> issue) {}

    private record Issue(String severity, String code, String diagnostics) {}

    private static Reply outcome(int status, String type, String message) {
        Outcome outcome = new Outcome("OperationOutcome", List.of(new Issue("error", type, message)));
        Map<String, String> headers = switch (status) {
            case 401 -> Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            case 503 -> Map.of("Retry-After", "1");
            default -> Map.of();
        };
        return new Reply(status, "application/json", Json.bytes(outcome), headers);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, more);
    }
}
