package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Calls the service under test, as a client with or without a token. */
final class Caller {

    private final Target target;
    private final HttpClient http;

    Caller(Target target) {
        this.target = target;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(target.timeout());
        target.trust().ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    Exchange get(URI url) {
        return send(HttpRequest.newBuilder(url).GET(), "GET", url, token(url));
    }

    Exchange post(URI url, JsonNode body) {
        return post(url, body.toString(), token(url));
    }

    Exchange post(URI url, String body, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request, "POST", url, token);
    }

    Optional<String> token(URI url) {
        return target.signer().map(signer -> signer.token(url.toString()));
    }

    private Exchange send(HttpRequest.Builder request, String method, URI url, Optional<String> token) {
        String call = method + " " + url;
        request.timeout(target.timeout()).header("Accept", "application/json");
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Exchange(call, response.statusCode(), type, response.body());
        } catch (IOException e) {
            return new Exchange(call, 0, "", e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange(call, 0, "", "interrupted");
        }
    }
}
