package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Tells services of what became of their cards. */
final class FeedbackProbe {

    /** A card that can be named, and a suggestion of it if it has one that can. */
    private record Named(JsonNode service, String card, Optional<String> suggestion) {}

    private final Target target;
    private final Caller caller;
    private final Results results;

    FeedbackProbe(Target target, Caller caller, Results results) {
        this.target = target;
        this.caller = caller;
        this.results = results;
    }

    void probe(List<CallProbe.Answer> answers) {
        List<Named> cards = answers.stream().flatMap(a -> named(a).stream()).toList();
        if (cards.isEmpty()) {
            results.put("feedback-endpoint", Outcome.NOT_APPLICABLE, "no card with a uuid came");
            return;
        }
        boolean taken = false;
        for (Named card : cards) {
            taken |= tell(card);
        }
        if (taken) {
            Named first = cards.get(0);
            Breaks.ofFeedback().forEach((check, damage) -> {
                ObjectNode body = feedback(first.card(), "overridden");
                damage.accept(body);
                RefusalProbe.note(check, caller.post(target.feedback(first.service()), body), results);
            });
        }
    }

    private static List<Named> named(CallProbe.Answer answer) {
        List<Named> named = new java.util.ArrayList<>();
        for (JsonNode card : answer.body().path("cards")) {
            if (card.path("uuid").isTextual()) {
                String suggestion =
                        card.path("suggestions").path(0).path("uuid").asText("");
                named.add(new Named(
                        answer.service(),
                        card.get("uuid").asText(),
                        Optional.of(suggestion).filter(s -> !s.isEmpty())));
            }
        }
        return named;
    }

    private boolean tell(Named card) {
        ObjectNode overridden = feedback(card.card(), "overridden");
        Exchange exchange = caller.post(target.feedback(card.service()), overridden);
        if (exchange.absent()) {
            results.put(
                    "feedback-endpoint", Outcome.NOT_APPLICABLE, exchange.told() + ": it takes no feedback, as it may");
            return false;
        }
        results.decide("feedback-endpoint", exchange.success(), exchange.told() + " to a card that was overridden");
        card.suggestion().ifPresent(suggestion -> {
            ObjectNode accepted = feedback(card.card(), "accepted");
            ((ObjectNode) accepted.get("feedback").get(0))
                    .putArray("acceptedSuggestions")
                    .addObject()
                    .put("id", suggestion);
            Exchange answer = caller.post(target.feedback(card.service()), accepted);
            results.decide("feedback-endpoint", answer.success(), answer.told() + " to a suggestion that was accepted");
        });
        return true;
    }

    private static ObjectNode feedback(String card, String outcome) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.putArray("feedback")
                .addObject()
                .put("card", card)
                .put("outcome", outcome)
                .put(
                        "outcomeTimestamp",
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return body;
    }
}
