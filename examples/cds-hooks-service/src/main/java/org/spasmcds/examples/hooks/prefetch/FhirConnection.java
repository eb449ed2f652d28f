package org.spasmcds.examples.hooks.prefetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.spasmcds.examples.hooks.Json;
import org.spasmcds.examples.hooks.Limits;
import org.spasmcds.examples.hooks.Refused;

/** Reads from one FHIR server for one call, with the token of that call. */
final class FhirConnection {
    private final HttpClient http;
    private final FhirBase base;
    private final Optional<String> token;
    private final Limits limits;
    private final long deadline;
    private final Queue<CompletableFuture<?>> open = new ConcurrentLinkedQueue<>();

    FhirConnection(HttpClient http, FhirBase base, Optional<String> token, Limits limits) {
        this.http = http;
        this.base = base;
        this.token = token;
        this.limits = limits;
        deadline = System.nanoTime() + limits.fetchTime().toNanos();
    }

    /** The resource or Bundle that a query finds. */
    CompletableFuture<JsonNode> get(String query) {
        return get(base.resolve(query));
    }

    /** The page that a link names; empty when it lies elsewhere. */
    Optional<CompletableFuture<JsonNode>> page(String link) {
        return base.page(link).map(this::get);
    }

    private CompletableFuture<JsonNode> get(URI url) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            return CompletableFuture.failedFuture(new IOException("out of time"));
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(left).header("Accept", "application/fhir+json");
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        CompletableFuture<HttpResponse<byte[]>> sent =
                http.sendAsync(request.build(), any -> new LimitedBody(limits.fetchBytes()));
        open.add(sent);
        return sent.thenApply(FhirConnection::read);
    }

    private static JsonNode read(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new CompletionException(new IOException("status " + response.statusCode()));
        }
        try {
            return Json.object(response.body());
        } catch (Refused wrong) {
            throw new CompletionException(new IOException("not JSON"));
        }
    }

    /** Nanoseconds until nothing more is waited for. */
    long left() {
        return Math.max(0, deadline - System.nanoTime());
    }

    /** Ends what is still under way. */
    void cancel() {
        open.forEach(sent -> sent.cancel(true));
    }
}
