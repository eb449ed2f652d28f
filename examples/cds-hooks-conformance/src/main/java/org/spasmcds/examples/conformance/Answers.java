package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether an answer is JSON and says so. */
final class Answers {

    private static final Pattern JSON_TYPE =
            Pattern.compile("application/([\\w.-]+\\+)?json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private Answers() {}

    static Optional<JsonNode> json(Exchange exchange, Results results) {
        Optional<JsonNode> body = exchange.json();
        results.decide(
                "json-response",
                body.isPresent(),
                exchange.told() + " with what is not JSON: " + start(exchange.body()));
        results.decide(
                "json-response",
                JSON_TYPE.matcher(exchange.contentType()).matches(),
                exchange.call() + " answered with the media type \"" + exchange.contentType() + "\"");
        return body;
    }

    private static String start(String body) {
        return body.length() <= 60 ? body : body.substring(0, 57) + "...";
    }
}
