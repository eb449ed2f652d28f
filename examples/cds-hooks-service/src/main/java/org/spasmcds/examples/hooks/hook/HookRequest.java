package org.spasmcds.examples.hooks.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A call of a CDS service.
 *
 * @param accessToken the bearer token for the FHIR server
 * @param prefetch what the client fetched beforehand, by key; JSON null where it found nothing
 */
public record HookRequest(
        String hook,
        String hookInstance,
        Optional<URI> fhirServer,
        Optional<String> accessToken,
        HookContext context,
        Map<String, JsonNode> prefetch) {}
