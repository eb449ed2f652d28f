package org.spasmcds.examples.hooks.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.spasmcds.examples.hooks.Client;
import org.spasmcds.examples.hooks.Configuration;
import org.spasmcds.examples.hooks.Json;
import org.spasmcds.examples.hooks.Refused;
import org.spasmcds.examples.hooks.auth.Tokens;
import org.spasmcds.examples.hooks.card.Advice;
import org.spasmcds.examples.hooks.card.Card;
import org.spasmcds.examples.hooks.card.Shown;
import org.spasmcds.examples.hooks.feedback.FeedbackReader;
import org.spasmcds.examples.hooks.feedback.FeedbackStore;
import org.spasmcds.examples.hooks.hook.HookRequestReader;
import org.spasmcds.examples.hooks.hook.HookService;
import org.spasmcds.examples.hooks.hook.HookServices;

/** What is answered where. */
final class Routes {
    private static final String SERVICES = "/cds-services";
    private static final String GET_METHODS = "GET, HEAD, OPTIONS";
    private static final String POST_METHODS = "POST, OPTIONS";

    private final Configuration configuration;
    private final Tokens tokens;
    private final Advice advice;
    private final FeedbackStore feedback;
    private final Semaphore calls;

    Routes(Configuration configuration, Tokens tokens, Advice advice, FeedbackStore feedback) {
        this.configuration = configuration;
        this.tokens = tokens;
        this.advice = advice;
        this.feedback = feedback;
        calls = new Semaphore(configuration.limits().calls());
    }

    /** The path below the base URL. */
    String relative(HttpExchange exchange) {
        String base = String.valueOf(configuration.baseUrl().getPath());
        String path = exchange.getRequestURI().getPath();
        return path.startsWith(base) ? path.substring(base.length()) : "";
    }

    Reply answer(HttpExchange exchange) throws IOException {
        String path = relative(exchange);
        if (path.equals("/") || path.isEmpty()) {
            return get(exchange, () -> Reply.html(AboutPage.HTML));
        }
        if (path.equals("/health")) {
            return get(exchange, () -> Reply.json(Map.of("status", "UP", "rules", advice.rules())));
        }
        if (path.equals(SERVICES)) {
            // Open to everybody, since it holds nothing but the description of this program.
            return get(exchange, () -> Reply.json(new Discovery(HookServices.all())));
        }
        if (path.equals("/feedback-report")) {
            return get(exchange, () -> {
                client(exchange, List.of(url(path)));
                return Reply.json(Map.of("rules", feedback.report()));
            });
        }
        String[] parts = path.split("/", -1);
        HookService service = parts.length >= 3 && path.startsWith(SERVICES + "/")
                ? HookServices.find(parts[2]).orElseThrow(() -> new Refused(404, "there is no such service"))
                : null;
        if (service != null && parts.length == 3) {
            return post(exchange, List.of(url(path)), (client, body) -> cards(service, client, body));
        }
        if (service != null && parts.length == 4 && parts[3].equals("feedback")) {
            List<String> audiences = List.of(url(path), url(SERVICES + "/" + service.id()));
            return post(exchange, audiences, (client, body) -> feedback(body));
        }
        throw new Refused(404, "there is nothing here; " + SERVICES + " lists the services");
    }

    private record Discovery(List<HookService> services) {}

    private record Answer(
            @com.fasterxml.jackson.annotation.JsonInclude List<Card> cards) {}

    private Reply cards(HookService service, Client client, JsonNode body) {
        if (!calls.tryAcquire()) {
            throw new Refused(503, "more than " + configuration.limits().calls() + " calls at the same time");
        }
        try {
            List<Shown> shown = advice.on(service, HookRequestReader.read(body, service), client);
            shown.forEach(each -> feedback.shown(service.id(), each));
            return Reply.json(new Answer(shown.stream().map(Shown::card).toList()));
        } finally {
            calls.release();
        }
    }

    private Reply feedback(JsonNode body) {
        return Reply.json(Map.of("stored", feedback.store(FeedbackReader.read(body))));
    }

    private interface Getting {
        Reply get();
    }

    private interface Posting {
        Reply post(Client client, JsonNode body);
    }

    private static Reply get(HttpExchange exchange, Getting handler) {
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> handler.get();
            case "OPTIONS" -> Reply.nothing().with("Allow", GET_METHODS);
            default -> notAllowed(GET_METHODS);
        };
    }

    private Reply post(HttpExchange exchange, List<String> audiences, Posting handler) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "POST" -> {
                Client client = client(exchange, audiences);
                byte[] body = Body.read(exchange, configuration.limits().requestBytes());
                yield handler.post(client, Json.object(body));
            }
            case "OPTIONS" -> Reply.nothing().with("Allow", POST_METHODS);
            default -> notAllowed(POST_METHODS);
        };
    }

    private static Reply notAllowed(String methods) {
        return Reply.refusal(new Refused(405, "allowed here: " + methods)).with("Allow", methods);
    }

    private Client client(HttpExchange exchange, List<String> audiences) {
        return configuration.development()
                ? Client.anybody(configuration.openFhirServers())
                : tokens.check(exchange.getRequestHeaders().getFirst("Authorization"), audiences);
    }

    private String url(String path) {
        return configuration.baseUrl() + path;
    }
}
