package org.spasmcds.examples.hooks;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A CDS client that is trusted.
 *
 * @param name its name in the configuration
 * @param issuer the {@code iss} of its tokens; empty for everybody in development mode
 * @param keys its JWK set: an https URL or the path of a file
 * @param keysUrl what the {@code jku} of its tokens must be where they have one; empty when they may have none
 * @param fhirServers the base URLs of its FHIR servers; nothing else is ever asked for data
 */
public record Client(String name, String issuer, String keys, Optional<String> keysUrl, List<URI> fhirServers) {
    /** Everybody, in development mode. */
    public static Client anybody(List<URI> fhirServers) {
        return new Client("anybody", "", "", Optional.empty(), fhirServers);
    }
}
