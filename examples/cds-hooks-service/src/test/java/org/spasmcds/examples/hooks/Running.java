package org.spasmcds.examples.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.spasmcds.Ruleset;
import org.spasmcds.examples.hooks.http.HooksServer;

/** A service on a free port, at a fixed time, and somebody who calls it. */
final class Running implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final Ruleset RULES = Ruleset.bundled();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final HooksServer server;

    private Running(Configuration configuration) {
        try {
            server = HooksServer.start(configuration, RULES, Clock.fixed(NOW, ZoneOffset.UTC));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static Running with(Configuration configuration) {
        return new Running(configuration);
    }

    static Running open(URI... fhirServers) {
        return new Running(Configuration.development(0, fhirServers));
    }

    HttpResponse<String> get(String path, UnaryOperator<HttpRequest.Builder> more) {
        return send(more.apply(HttpRequest.newBuilder(url(path)).GET()));
    }

    HttpResponse<String> get(String path) {
        return get(path, request -> request);
    }

    HttpResponse<String> post(String path, String body, UnaryOperator<HttpRequest.Builder> more) {
        return send(more.apply(HttpRequest.newBuilder(url(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    HttpResponse<String> post(String path, String body) {
        return post(path, body, request -> request);
    }

    /** The cards of a call that must be answered. */
    JsonNode cards(String service, Object body) {
        HttpResponse<String> response = post("/cds-services/" + service, text(body));
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return json(response).path("cards");
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.object(response.body().getBytes(StandardCharsets.UTF_8));
    }

    static String text(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
