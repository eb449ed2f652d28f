package org.spasmcds.examples.hooks.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a card.
 *
 * @param card its uuid
 * @param suggestions the uuids of the suggestions that were accepted
 * @param reason the reason that was chosen for an override
 * @param comment what the clinician wrote; may name a patient
 */
public record Feedback(
        String card,
        Outcome outcome,
        List<String> suggestions,
        Optional<Reason> reason,
        Optional<String> comment,
        Instant at) {
    public enum Outcome {
        ACCEPTED,
        OVERRIDDEN
    }

    public record Reason(String system, String code) {}
}
