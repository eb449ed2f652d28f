package org.spasmcds.examples.hooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A FHIR server for tests: answers by path and query, and remembers what it was asked with which token. */
final class FhirStub implements AutoCloseable {
    /**
     * @param delayMillis before anything is answered
     * @param stallMillis before the body
     */
    record Answer(int status, byte[] body, Map<String, String> headers, long delayMillis, long stallMillis) {
        Answer(int status, byte[] body, Map<String, String> headers, long delayMillis) {
            this(status, body, headers, delayMillis, 0);
        }
    }

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Map<String, Function<HttpExchange, Answer>> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    FhirStub() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString().replaceFirst("^/fhir/", "");
            asked.add(path);
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            String key = answers.containsKey(path) ? path : path.replaceFirst("[?].*", "");
            Answer answer = answers.getOrDefault(key, any -> new Answer(404, "{}".getBytes(), Map.of(), 0))
                    .apply(exchange);
            try (exchange) {
                Thread.sleep(answer.delayMillis());
                answer.headers().forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
                Thread.sleep(answer.stallMillis());
                exchange.getResponseBody().write(answer.body());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir");
    }

    /** Answers with a resource. */
    FhirStub has(String query, Object resource) {
        return answers(
                query, new Answer(200, Json.bytes(resource), Map.of("Content-Type", "application/fhir+json"), 0));
    }

    FhirStub answers(String query, Answer answer) {
        answers.put(query, any -> answer);
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
