package org.spasmcds.examples.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service, as it is run with real patients: with TLS, one client and its key, and one web page that may call. */
final class Service implements AutoCloseable {

    private static final String MAIN = "org.spasmcds.examples.hooks.Main";
    private static final Duration START = Duration.ofMinutes(2);

    private final Path folder;
    private final Process process;
    private final int port;

    /**
     * @param sandbox the address of the sandbox, which is the only page that may call
     * @param keys the sandbox's public keys
     */
    Service(Path folder, Certificate certificate, String sandbox, Path keys) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = freePort();
        Path settings = Files.write(
                folder.resolve("service.properties"),
                List.of(
                        "baseUrl = " + url(),
                        "port = " + port,
                        "tls.keyStore = " + certificate.keyStore(),
                        "tls.passwordFile = " + certificate.passwordFile(),
                        "origins = " + sandbox,
                        "clients = sandbox",
                        "client.sandbox.issuer = https://sandbox.cds-hooks.org",
                        "client.sandbox.keys = " + keys,
                        "client.sandbox.keysUrl = https://sandbox.cds-hooks.org/.well-known/jwks.json",
                        "client.sandbox.fhirServers = " + sandbox + "/fhir",
                        "feedback.file = " + feedback()));
        process = java("--config", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        waitUntilItListens();
    }

    String url() {
        return "https://localhost:" + port;
    }

    Path log() {
        return folder.resolve("service.log");
    }

    private Path feedback() {
        return folder.resolve("feedback.db");
    }

    /** What the service reports of its cards. */
    String report() throws IOException, InterruptedException {
        Process report = java("--report", feedback().toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(report.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (report.waitFor() != 0) {
            throw new IOException("no report: " + text);
        }
        return text;
    }

    private static ProcessBuilder java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("service.classpath", "../target/cds-hooks-service.jar"),
                MAIN));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private void waitUntilItListens() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        close();
        throw new IOException("the service did not start: " + Files.readString(log()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
