package org.spasmcds.examples.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.Ruleset;
import org.spasmcds.examples.hooks.http.HooksServer;

class TlsTest {
    @TempDir
    private Path folder;

    private Configuration configuration(Path keyStore, String password) throws IOException {
        Path passwordFile = Files.writeString(folder.resolve("password"), password + "\n");
        Configuration open = Configuration.development(0);
        return new Configuration(
                true,
                URI.create("https://localhost:0"),
                "127.0.0.1",
                0,
                Optional.of(keyStore),
                Optional.of(passwordFile),
                List.of(),
                List.of(),
                List.of(),
                ":memory:",
                false,
                365,
                open.limits());
    }

    /** The JDK's own tool makes the certificate: a key store is what an operator hands over. */
    private Path keyStore() throws IOException, InterruptedException {
        Path file = folder.resolve("certificate.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertEquals(0, keytool.waitFor());
        return file;
    }

    @Test
    void theServiceSpeaksTlsWithItsCertificate() throws Exception {
        Path file = keyStore();
        try (HooksServer server =
                HooksServer.start(configuration(file, "changeit"), Ruleset.bundled(), Clock.systemUTC())) {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(KeyStore.getInstance(file.toFile(), "changeit".toCharArray()));
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            HttpResponse<String> response = HttpClient.newBuilder()
                    .sslContext(tls)
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/cds-services"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(200, response.statusCode());
        }
    }

    @Test
    void aWrongPasswordIsSaid() throws Exception {
        Configuration wrong = configuration(keyStore(), "not it");
        assertThrows(IOException.class, () -> HooksServer.start(wrong, Ruleset.bundled(), Clock.systemUTC()));
    }
}
