package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A CDS Hooks service that does everything right, but for one fault. */
final class FakeService implements AutoCloseable {

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final String scheme;
    private final Fault fault;
    private final Optional<FakeTokens> tokens;

    FakeService(Fault fault, Optional<Signer> client) throws IOException {
        this(fault, client, Optional.empty());
    }

    /** @param tls with which it listens to HTTPS */
    FakeService(Fault fault, Optional<Signer> client, Optional<SSLContext> tls) throws IOException {
        this.fault = fault;
        this.scheme = tls.isPresent() ? "https" : "http";
        this.tokens = client.map(c -> new FakeTokens(c, fault.leftOut()));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = tls.isPresent() ? secured(address, tls.get()) : HttpServer.create(address, 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    private static HttpServer secured(InetSocketAddress address, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    String url() {
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        boolean let = tokens.isEmpty() || tokens.get().right(authorization, url() + path);
        Answer answer = let ? answer(path, body) : new Answer(401, "{}");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean plain = fault.is("json-response") && path.endsWith("fake-sign");
        exchange.getResponseHeaders().set("Content-Type", plain ? "text/plain" : "application/json;charset=UTF-8");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answer answer(String path, String body) {
        if (path.equals("/cds-services")) {
            ObjectNode discovery =
                    (ObjectNode) Json.read(Json.resource("discovery.json")).orElseThrow();
            fault.discovery().accept(discovery);
            return new Answer(fault.is("discovery-available") ? 404 : 200, discovery.toString());
        }
        if (path.endsWith("/feedback")) {
            return feedback(body);
        }
        if (path.endsWith("/fake-sign")) {
            if (fault.is("call-available")) {
                return new Answer(404, "{}");
            }
            if (fault.is("json-request-accepted")) {
                return new Answer(415, "{}");
            }
            if (fault.is("jwt-accepted")) {
                return new Answer(401, "{}");
            }
        }
        return call(path, body);
    }

    private Answer call(String path, String body) {
        JsonNode request = Json.read(body).orElse(Json.MAPPER.nullNode());
        if (!request.isObject()) {
            return new Answer(fault.is("refuses-no-json") ? 200 : 400, "{}");
        }
        if (!wellFormed(request)) {
            return new Answer(400, "{}");
        }
        Optional<Answer> trouble = trouble(request.path("prefetch"));
        if (trouble.isPresent()) {
            return trouble.get();
        }
        if (request.path("prefetch").path("patient").isObject() || fetched(request)) {
            ObjectNode response =
                    (ObjectNode) Json.read(Json.resource("response.json")).orElseThrow();
            if (path.endsWith("/fake-sign")) {
                fault.response().accept(response);
                boolean created =
                        fault.is("response-status") && request.path("prefetch").size() == 3;
                return new Answer(created ? 201 : 200, response.toString());
            }
            return new Answer(200, response.toString());
        }
        return new Answer(
                fault.is("call-412") && !request.has("prefetch") ? 500 : 412,
                "{\"resourceType\":\"OperationOutcome\"}");
    }

    private Optional<Answer> trouble(JsonNode prefetch) {
        boolean broken = (fault.is("prefetch-null") && prefetch.path("patient").isNull())
                || (fault.is("prefetch-absent") && prefetch.has("patient") && !prefetch.has("labs"));
        return broken ? Optional.of(new Answer(500, "{}")) : Optional.empty();
    }

    private boolean wellFormed(JsonNode request) {
        JsonNode given = request.path("fhirAuthorization");
        boolean free = given.isMissingNode();
        return (request.has("hook") || fault.is("refuses-hook"))
                && (request.has("hookInstance") || fault.is("refuses-hook-instance"))
                && (request.has("context") || fault.is("refuses-context"))
                && (free || request.has("fhirServer") || fault.is("refuses-fhir-server"))
                && (free || given.has("access_token") || fault.is("refuses-access-token"))
                && (free || given.path("token_type").asText().equals("Bearer") || fault.is("refuses-token-type"))
                && (free || given.has("expires_in") || fault.is("refuses-expires-in"))
                && (free || given.has("scope") || fault.is("refuses-scope"))
                && (free || given.has("subject") || fault.is("refuses-subject"));
    }

    private boolean fetched(JsonNode request) {
        if (!request.has("fhirServer") || !request.has("fhirAuthorization")) {
            return false;
        }
        String patient = request.path("context").path("patientId").asText();
        HttpRequest.Builder read =
                HttpRequest.newBuilder(URI.create(request.get("fhirServer").asText() + "/Patient/" + patient));
        if (!fault.is("fhir-access-token")) {
            String token = request.get("fhirAuthorization").path("access_token").asText();
            read.header("Authorization", "Bearer " + token);
        }
        try {
            return HttpClient.newHttpClient()
                            .send(read.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Answer feedback(String body) {
        JsonNode array = Json.read(body).orElseThrow().path("feedback");
        if (!array.isArray()) {
            return new Answer(fault.is("refuses-feedback-array") ? 200 : 400, "{}");
        }
        JsonNode feedback = array.path(0);
        String outcome = feedback.path("outcome").asText();
        boolean accepted = outcome.equals("accepted");
        JsonNode suggestions = feedback.path("acceptedSuggestions");
        boolean right = (feedback.has("card") || fault.is("refuses-feedback-card"))
                && (List.of("accepted", "overridden").contains(outcome) || fault.is("refuses-feedback-outcome"))
                && (feedback.has("outcomeTimestamp") || fault.is("refuses-feedback-timestamp"))
                && (!accepted || suggestions.isArray() || fault.is("refuses-feedback-accepted-suggestions"))
                && (!accepted
                        || !suggestions.isArray()
                        || suggestions.path(0).has("id")
                        || fault.is("refuses-feedback-suggestion-id"));
        return new Answer(right ? (fault.is("feedback-endpoint") ? 500 : 200) : 400, "{}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
