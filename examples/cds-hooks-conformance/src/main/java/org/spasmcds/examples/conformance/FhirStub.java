package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The FHIR server of the kit's patients, which notes who asks with which token. */
final class FhirStub implements AutoCloseable {

    /** A request that came. */
    record Seen(String url, String authorization) {}

    private final HttpServer server;
    private final SamplePatients patients;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    /** @param port 0 for any free one */
    FhirStub(SamplePatients patients, int port) {
        this.patients = patients;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/fhir/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/fhir";
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String url = exchange.getRequestURI().toString().substring("/fhir/".length());
        seen.add(new Seen(url, authorization == null ? "" : authorization));
        JsonNode found = url.startsWith("metadata") ? capability() : patients.answer(url);
        byte[] body = found.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(found.isNull() ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static JsonNode capability() {
        return Json.MAPPER
                .createObjectNode()
                .put("resourceType", "CapabilityStatement")
                .put("status", "active")
                .put("kind", "instance")
                .put("fhirVersion", "4.0.1");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
