package org.spasmcds.examples.hooks.prefetch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.spasmcds.examples.hooks.Client;
import org.spasmcds.examples.hooks.Limits;
import org.spasmcds.examples.hooks.Refused;
import org.spasmcds.examples.hooks.hook.HookRequest;
import org.spasmcds.examples.hooks.hook.HookService;

/** Collects what is on record for the patient of a call: from prefetch, and what is absent there from the client's FHIR server. */
public final class Collector {
    private final Limits limits;
    private final boolean tokenNeeded;
    private volatile HttpClient http;

    /**
     * @param tokenNeeded whether a FHIR server is only asked with a token that the client gave for it
     */
    public Collector(Limits limits, boolean tokenNeeded) {
        this.limits = limits;
        this.tokenNeeded = tokenNeeded;
    }

    /**
     * @throws Refused with 412 when a needed key could not be had, with 400 when something belongs to another patient
     */
    public PatientData collect(HookService service, HookRequest request, Client client) {
        Optional<FhirConnection> connection = connection(request, client);
        List<CompletableFuture<Part>> asked = new ArrayList<>();
        service.prefetch().forEach((key, query) -> asked.add(part(new Template(key, query), request, connection)));
        List<Part> parts = new ArrayList<>();
        List<String> keys = List.copyOf(service.prefetch().keySet());
        for (int i = 0; i < asked.size(); i++) {
            parts.add(await(asked.get(i), connection, keys.get(i)));
        }
        refuseWithout(service, request, connection, parts);
        List<JsonNode> entries = new ArrayList<>();
        parts.forEach(part -> entries.addAll(part.entries()));
        boolean tooMany = entries.size() > limits.resources();
        List<JsonNode> kept = tooMany ? entries.subList(0, limits.resources()) : entries;
        List<JsonNode> all = new ArrayList<>(kept);
        connection.ifPresent(fhir -> all.addAll(Medications.missing(kept, fhir)));
        connection.ifPresent(FhirConnection::cancel);
        SamePatient.check(all, request.context().patientId());
        return new PatientData(
                List.copyOf(all),
                parts.stream().filter(part -> !part.had()).map(Part::key).toList(),
                parts.stream()
                        .filter(part -> part.had() && !part.whole())
                        .map(Part::key)
                        .toList());
    }

    private Optional<FhirConnection> connection(HookRequest request, Client client) {
        if (tokenNeeded && request.accessToken().isEmpty()) {
            return Optional.empty();
        }
        return request.fhirServer()
                .flatMap(named -> FhirBase.of(named, client.fhirServers()))
                .map(base -> new FhirConnection(http(), base, request.accessToken(), limits));
    }

    /** Made when it is first needed: most clients prefetch, and it takes a while to start. */
    private HttpClient http() {
        HttpClient known = http;
        if (known == null) {
            synchronized (this) {
                known = http == null
                        ? HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .connectTimeout(limits.fetchTime())
                                .build()
                        : http;
                http = known;
            }
        }
        return known;
    }

    private CompletableFuture<Part> part(Template template, HookRequest request, Optional<FhirConnection> connection) {
        String key = template.key();
        if (request.prefetch().containsKey(key)) {
            return read(template, request.prefetch().get(key), connection, limits.pages());
        }
        Optional<String> query = template.fill(request.context());
        if (query.isEmpty()) {
            return CompletableFuture.completedFuture(new Part(key, List.of(), true, true));
        }
        return connection
                .map(fhir -> fhir.get(query.get()))
                .map(fetched -> fetched.thenCompose(body -> read(template, body, connection, limits.pages())))
                .orElseGet(() -> CompletableFuture.completedFuture(Part.failed(key)));
    }

    /** An OperationOutcome says that the client asked and failed: asking again would fail as well. */
    private CompletableFuture<Part> read(
            Template template, JsonNode body, Optional<FhirConnection> connection, int pages) {
        String key = template.key();
        String type = body.path("resourceType").asText();
        if (body.isNull()) {
            return CompletableFuture.completedFuture(new Part(key, List.of(), true, true));
        }
        if (type.isEmpty()) {
            throw Refused.malformed("prefetch." + key + " is not a FHIR resource");
        }
        if (type.equals("OperationOutcome")) {
            return CompletableFuture.completedFuture(Part.failed(key));
        }
        if (!type.equals("Bundle")) {
            JsonNode entry = JsonNodeFactory.instance.objectNode().set("resource", body);
            return CompletableFuture.completedFuture(new Part(key, List.of(entry), true, true));
        }
        Part page = page(key, body);
        Optional<String> next = next(body);
        int wanted = template.count() - page.entries().size();
        if (next.isEmpty() || wanted <= 0) {
            return CompletableFuture.completedFuture(page);
        }
        Template rest = new Template(key, "?_count=" + wanted);
        Optional<CompletableFuture<JsonNode>> fetched =
                pages > 0 ? connection.flatMap(fhir -> fhir.page(next.get())) : Optional.empty();
        return fetched.map(more -> more.thenCompose(bundle -> read(rest, bundle, connection, pages - 1))
                        .handle((following, error) -> error == null ? page.and(following) : page.cut()))
                .orElseGet(() -> CompletableFuture.completedFuture(page.cut()));
    }

    private static Part page(String key, JsonNode bundle) {
        List<JsonNode> entries = new ArrayList<>();
        boolean errors = false;
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            if (resource.path("resourceType").asText().equals("OperationOutcome")) {
                for (JsonNode issue : resource.path("issue")) {
                    errors |= List.of("error", "fatal")
                            .contains(issue.path("severity").asText());
                }
            } else if (resource.isObject()) {
                entries.add(entry);
            }
        }
        return new Part(key, entries, !errors || !entries.isEmpty(), !errors);
    }

    private static Optional<String> next(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return Optional.of(link.path("url").asText());
            }
        }
        return Optional.empty();
    }

    private static Part await(CompletableFuture<Part> part, Optional<FhirConnection> connection, String key) {
        try {
            return part.get(connection.map(FhirConnection::left).orElse(0L) + 1, TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException unanswered) {
            if (unanswered.getCause() instanceof Refused refused) {
                throw refused;
            }
            return Part.failed(key);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(503, "the service is stopping");
        }
    }

    private void refuseWithout(
            HookService service, HookRequest request, Optional<FhirConnection> connection, List<Part> parts) {
        List<String> lacking = parts.stream()
                .filter(part -> service.needed().contains(part.key()))
                .filter(part -> !part.had()
                        || part.key().equals("patient") && part.entries().isEmpty())
                .map(Part::key)
                .toList();
        if (!lacking.isEmpty()) {
            throw new Refused(
                    412,
                    "needed, not prefetched, and not to be fetched because "
                            + whyNotFetched(request, connection.isPresent()) + ": " + String.join(", ", lacking));
        }
    }

    private String whyNotFetched(HookRequest request, boolean connected) {
        if (connected) {
            return "fhirServer does not give it, or the client already failed to prefetch it";
        }
        if (request.fhirServer().isEmpty()) {
            return "fhirServer is not given";
        }
        return tokenNeeded && request.accessToken().isEmpty()
                ? "fhirAuthorization is not given"
                : "fhirServer is none of those configured for this client";
    }
}
