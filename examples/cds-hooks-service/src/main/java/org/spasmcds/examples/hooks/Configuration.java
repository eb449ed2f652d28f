package org.spasmcds.examples.hooks;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the service is set up.
 *
 * @param development no tokens are asked for, plain http is spoken, any web page may call: never with real patients
 * @param baseUrl what clients call it; {@code /cds-services} follows. The audience of their tokens begins with it.
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param keyStore a PKCS #12 file with the certificate for https; empty behind a proxy that ends TLS
 * @param keyStorePasswordFile a file whose first line is the password of the key store
 * @param origins the web pages that may call from a browser (CORS): {@code https://ehr.example.org}
 * @param clients whose tokens are accepted
 * @param openFhirServers FHIR servers that may be asked in development mode
 * @param feedbackFile the SQLite file that holds feedback; {@code :memory:} to forget it when the service ends
 * @param keepComments whether the free text that clinicians add to an override is stored; it may name a patient
 * @param feedbackDays for how long cards and feedback are kept
 */
public record Configuration(
        boolean development,
        URI baseUrl,
        String host,
        int port,
        Optional<Path> keyStore,
        Optional<Path> keyStorePasswordFile,
        List<String> origins,
        List<Client> clients,
        List<URI> openFhirServers,
        String feedbackFile,
        boolean keepComments,
        int feedbackDays,
        Limits limits) {

    /** Insecure and for one's own machine: no tokens, plain http, feedback in memory. */
    public static Configuration development(int port, URI... fhirServers) {
        return new Configuration(
                true,
                URI.create("http://127.0.0.1:" + port),
                "127.0.0.1",
                port,
                Optional.empty(),
                Optional.empty(),
                List.of("*"),
                List.of(),
                List.of(fhirServers),
                ":memory:",
                false,
                365,
                Limits.USUAL);
    }

    /** The same with other limits. */
    public Configuration with(Limits other) {
        return new Configuration(
                development,
                baseUrl,
                host,
                port,
                keyStore,
                keyStorePasswordFile,
                origins,
                clients,
                openFhirServers,
                feedbackFile,
                keepComments,
                feedbackDays,
                other);
    }

    /** In development mode the base URL follows the port that was found. */
    public Configuration listeningOn(int found) {
        URI url = development && baseUrl.getPort() == 0
                ? URI.create(baseUrl.getScheme() + "://" + baseUrl.getHost() + ":" + found)
                : baseUrl;
        return new Configuration(
                development,
                url,
                host,
                found,
                keyStore,
                keyStorePasswordFile,
                origins,
                clients,
                openFhirServers,
                feedbackFile,
                keepComments,
                feedbackDays,
                limits);
    }
}
