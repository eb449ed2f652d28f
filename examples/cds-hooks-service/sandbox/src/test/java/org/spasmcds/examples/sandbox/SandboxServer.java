package org.spasmcds.examples.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.spasmcds.examples.conformance.SamplePatients;

/** Serves the built sandbox, and under {@code /fhir} what it reads of a FHIR server. */
final class SandboxServer implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of(
            "html",
            "text/html",
            "js",
            "text/javascript",
            "css",
            "text/css",
            "json",
            "application/json",
            "png",
            "image/png");
    private static final String SEARCH = "/_search";

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Path build;
    private final SamplePatients patients;

    SandboxServer(Path build, SamplePatients patients, Certificate certificate) throws IOException {
        this.build = build.toRealPath();
        this.patients = patients;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.createContext("/", this::file);
        server.createContext("/fhir/", this::fhir);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    private void file(HttpExchange exchange) throws IOException {
        Path file =
                build.resolve(exchange.getRequestURI().getPath().substring(1)).normalize();
        if (!file.startsWith(build) || !Files.isRegularFile(file)) {
            answer(exchange, 404, "text/plain", new byte[0]);
            return;
        }
        String name = file.getFileName().toString();
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        answer(exchange, 200, type, Files.readAllBytes(file));
    }

    private void fhir(HttpExchange exchange) throws IOException {
        String url = exchange.getRequestURI().toString().substring("/fhir/".length());
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode found = url.equals("metadata") ? capability() : patients.answer(relative(url, form));
        answer(
                exchange,
                found.isNull() ? 404 : 200,
                "application/fhir+json",
                found.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A search by POST is one by GET; a type alone is a search for all. */
    private static String relative(String url, String form) {
        String path = url.endsWith(SEARCH) ? url.substring(0, url.length() - SEARCH.length()) + "?" + form : url;
        return path.contains("/") || path.contains("?") ? path : path + "?";
    }

    private static JsonNode capability() {
        return new ObjectMapper()
                .createObjectNode()
                .put("resourceType", "CapabilityStatement")
                .put("status", "active")
                .put("kind", "instance")
                .put("fhirVersion", "4.0.1");
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
