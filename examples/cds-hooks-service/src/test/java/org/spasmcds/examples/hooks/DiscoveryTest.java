package org.spasmcds.examples.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
    private static Running service;

    @BeforeAll
    static void start() {
        service = Running.open();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode services() {
        return Running.json(service.get("/cds-services")).path("services");
    }

    @Test
    void everyServiceIsDescribedByWhatCdsHooksRequires() {
        List<String> hooks = new ArrayList<>();
        for (JsonNode each : services()) {
            hooks.add(each.path("hook").asText());
            assertFalse(each.path("id").asText().isEmpty());
            assertFalse(each.path("description").asText().isEmpty());
            each.fieldNames()
                    .forEachRemaining(name -> assertTrue(
                            Set.of("hook", "title", "description", "id", "prefetch", "usageRequirements")
                                    .contains(name),
                            name));
        }
        assertEquals(List.of("patient-view", "order-select", "order-sign"), hooks);
    }

    /** The subset that CDS Hooks 2.0.1 recommends, and only context fields that all three hooks have. */
    @Test
    void everyPrefetchTemplateStaysInTheRecommendedSubset() {
        for (JsonNode each : services()) {
            each.path("prefetch").forEach(template -> {
                String query = template.asText();
                if (!query.contains("?")) {
                    assertTrue(query.matches("[A-Z][A-Za-z]+/\\{\\{context\\.(patientId|encounterId)}}"), query);
                    return;
                }
                assertTrue(query.matches("[A-Z][A-Za-z]+\\?patient=\\{\\{context\\.patientId}}(&[^&]+)+"), query);
                assertTrue(query.contains("&_count=") && query.contains("&_sort=-"), query);
                for (String parameter : query.substring(query.indexOf('&') + 1).split("&")) {
                    assertTrue(parameter.matches("(category|_sort|_count)=[A-Za-z0-9,-]+"), parameter);
                }
            });
        }
    }

    @Test
    void answersAreJsonThatNobodyStores() {
        HttpResponse<String> response = service.get("/cds-services");
        assertEquals(
                "application/json",
                response.headers().firstValue("Content-Type").orElse(""));
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void aBrowserIsToldThatItMayCallInDevelopment() {
        HttpResponse<String> response =
                Running.send(HttpRequest.newBuilder(service.url("/cds-services/spasm-order-sign"))
                        .header("Origin", "http://localhost:8080")
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization,content-type")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertEquals(204, response.statusCode());
        assertEquals(
                "*",
                response.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        assertTrue(response.headers()
                .firstValue("Access-Control-Allow-Headers")
                .orElse("")
                .contains("Authorization"));
        assertTrue(response.headers()
                .firstValue("Access-Control-Allow-Methods")
                .orElse("")
                .contains("POST"));
    }

    @Test
    void anUnknownServiceIsNotFoundAndAnotherMethodNotAllowed() {
        assertEquals(404, service.post("/cds-services/nothing", "{}").statusCode());
        assertEquals(404, service.get("/cds-services/").statusCode());
        assertEquals(404, service.get("/../etc/passwd").statusCode());
        assertEquals(405, service.get("/cds-services/spasm-order-sign").statusCode());
        HttpResponse<String> response = service.post("/cds-services", "{}");
        assertEquals(405, response.statusCode());
        assertEquals(
                "GET, HEAD, OPTIONS", response.headers().firstValue("Allow").orElse(""));
    }
}
