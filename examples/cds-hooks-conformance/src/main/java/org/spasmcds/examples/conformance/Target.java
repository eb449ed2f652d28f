package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The service under test and what the kit may assume of it.
 *
 * @param base the base URL, without {@code /cds-services}
 * @param signer signs the calls; empty when the service needs no token
 * @param production whether plain HTTP is wrong even on this machine
 * @param needsData whether each of its services needs data for an answer, so that 412 is the only right answer without
 * @param fhirPort where the kit's FHIR server listens; 0 for any free port
 * @param trust whom to trust instead of the usual authorities
 * @param timeout how long an answer may take
 */
record Target(
        URI base,
        Optional<Signer> signer,
        boolean production,
        boolean needsData,
        int fhirPort,
        Optional<SSLContext> trust,
        Duration timeout) {

    Target {
        String text = base.toString().replaceFirst("/+$", "").replaceFirst("/cds-services$", "");
        base = URI.create(text);
    }

    URI discovery() {
        return URI.create(base + "/cds-services");
    }

    URI service(JsonNode service) {
        return URI.create(base + "/cds-services/" + service.path("id").asText());
    }

    URI feedback(JsonNode service) {
        return URI.create(service(service) + "/feedback");
    }
}
