package org.spasmcds.examples.hooks.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;

/** Lets the web pages that the configuration names call from a browser. Cookies are never used, so credentials are never allowed. */
record Cors(List<String> origins) {
    /** Sets the headers of an answer. */
    void apply(Headers request, Headers response) {
        response.add("Vary", "Origin");
        Optional.ofNullable(request.getFirst("Origin")).filter(this::allows).ifPresent(origin -> {
            response.set("Access-Control-Allow-Origin", origins.contains("*") ? "*" : origin);
            response.set("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
            response.set("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept");
            response.set("Access-Control-Max-Age", "600");
        });
    }

    private boolean allows(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }
}
