package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/** What a client tells a service of its cards. */
final class FeedbackDocument {

    private static final Set<String> OUTCOMES = Set.of("accepted", "overridden");

    private FeedbackDocument() {}

    static void check(JsonNode body, Findings findings) {
        if (!findings.expect("feedback-array", body.isObject(), "$", "must be an object with an array of feedback")) {
            return;
        }
        Emptiness.check(body, Set.of(), findings);
        if (findings.required("feedback-array", body, "feedback", Kind.ARRAY, "$")) {
            for (int i = 0; i < body.get("feedback").size(); i++) {
                feedback(body.get("feedback").get(i), "$.feedback[" + i + "]", findings);
            }
        }
    }

    private static void feedback(JsonNode feedback, String path, Findings findings) {
        findings.required("feedback-card", feedback, "card", Kind.STRING, path);
        Documents.extension(feedback, path, findings);
        if (findings.required("feedback-timestamp", feedback, "outcomeTimestamp", Kind.STRING, path)) {
            findings.expect(
                    "feedback-timestamp",
                    utc(feedback.get("outcomeTimestamp").asText()),
                    path + ".outcomeTimestamp",
                    "is no date and time in UTC as 1985-04-12T23:20:50.52Z");
        }
        if (findings.required("feedback-outcome", feedback, "outcome", Kind.STRING, path)) {
            String outcome = feedback.get("outcome").asText();
            findings.expect(
                    "feedback-outcome-value",
                    OUTCOMES.contains(outcome),
                    path + ".outcome",
                    "\"" + outcome + "\" is not one of accepted, overridden");
            if (outcome.equals("accepted")) {
                findings.required("feedback-accepted-suggestions", feedback, "acceptedSuggestions", Kind.ARRAY, path);
            }
        }
        for (int i = 0; i < feedback.path("acceptedSuggestions").size(); i++) {
            String at = path + ".acceptedSuggestions[" + i + "]";
            JsonNode suggestion = feedback.get("acceptedSuggestions").get(i);
            findings.required("feedback-suggestion-id", suggestion, "id", Kind.STRING, at);
        }
        if (findings.optional("feedback-override-reason", feedback, "overrideReason", Kind.OBJECT, path)) {
            JsonNode reason = feedback.get("overrideReason");
            String at = path + ".overrideReason";
            findings.optional("feedback-override-reason", reason, "userComment", Kind.STRING, at);
            if (findings.optional("feedback-override-reason", reason, "reason", Kind.OBJECT, at)) {
                Documents.coding(reason.get("reason"), at + ".reason", findings);
            }
        }
    }

    private static boolean utc(String text) {
        try {
            return OffsetDateTime.parse(text).getOffset().equals(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
