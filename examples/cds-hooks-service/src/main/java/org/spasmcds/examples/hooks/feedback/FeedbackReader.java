package org.spasmcds.examples.hooks.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spasmcds.examples.hooks.Refused;

/** Reads feedback as CDS Hooks 2.0.1 describes it; one wrong entry refuses all. */
public final class FeedbackReader {
    private static final int MOST = 1000;
    private static final int LONGEST = 256;
    private static final int LONGEST_COMMENT = 4000;

    private FeedbackReader() {}

    /**
     * @throws Refused with 400, naming the field
     */
    public static List<Feedback> read(JsonNode body) {
        JsonNode entries = body.path("feedback");
        if (!entries.isArray() || entries.isEmpty() || entries.size() > MOST) {
            throw Refused.malformed("feedback is not an array of 1 to " + MOST + " entries");
        }
        List<Feedback> read = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            read.add(entry(entries.get(i), "feedback[" + i + "]."));
        }
        return read;
    }

    private static Feedback entry(JsonNode entry, String path) {
        Feedback.Outcome outcome = switch (text(entry, "outcome", path)) {
            case "accepted" -> Feedback.Outcome.ACCEPTED;
            case "overridden" -> Feedback.Outcome.OVERRIDDEN;
            default -> throw Refused.malformed(path + "outcome is not accepted or overridden");
        };
        List<String> suggestions = new ArrayList<>();
        for (JsonNode suggestion : entry.path("acceptedSuggestions")) {
            suggestions.add(text(suggestion, "id", path + "acceptedSuggestions[]."));
        }
        if (outcome == Feedback.Outcome.ACCEPTED && suggestions.isEmpty()) {
            throw Refused.malformed(path + "acceptedSuggestions is missing beside the outcome accepted");
        }
        JsonNode override = entry.path("overrideReason");
        return new Feedback(
                text(entry, "card", path),
                outcome,
                List.copyOf(suggestions),
                reason(override.path("reason"), path + "overrideReason.reason."),
                Optional.of(override.path("userComment").asText())
                        .filter(comment -> !comment.isBlank())
                        .map(comment -> comment.substring(0, Math.min(comment.length(), LONGEST_COMMENT))),
                time(entry, path));
    }

    /** The sandbox leaves out the system of a reason without one, so it may be empty. */
    private static Optional<Feedback.Reason> reason(JsonNode reason, String path) {
        if (reason.isMissingNode() || reason.isNull()) {
            return Optional.empty();
        }
        String system = reason.path("system").asText();
        return Optional.of(new Feedback.Reason(
                system.substring(0, Math.min(system.length(), LONGEST)), text(reason, "code", path)));
    }

    private static Instant time(JsonNode entry, String path) {
        try {
            return OffsetDateTime.parse(text(entry, "outcomeTimestamp", path)).toInstant();
        } catch (DateTimeParseException wrong) {
            throw Refused.malformed(path + "outcomeTimestamp is not a time such as 2026-01-15T10:05:31Z");
        }
    }

    private static String text(JsonNode parent, String name, String path) {
        JsonNode value = parent.path(name);
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > LONGEST) {
            throw Refused.malformed(path + name + " is missing or not a text of at most " + LONGEST + " characters");
        }
        return value.asText();
    }
}
