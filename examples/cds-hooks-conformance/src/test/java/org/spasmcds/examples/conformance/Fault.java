package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One thing that the fake service does wrong, under the name of the check that must notice it.
 *
 * @param discovery what it does to the discovery document
 * @param response what it does to the answers of one of the services
 */
record Fault(String check, Consumer<ObjectNode> discovery, Consumer<ObjectNode> response) {

    static final Fault NONE = behavior("none");

    boolean is(String name) {
        return check.equals(name);
    }

    Set<String> leftOut() {
        return Set.of(check);
    }

    private static Fault behavior(String check) {
        return new Fault(check, d -> {}, r -> {});
    }

    private static Fault service(String check, Consumer<ObjectNode> damage) {
        return new Fault(
                check, d -> damage.accept((ObjectNode) d.get("services").get(2)), r -> {});
    }

    private static Fault response(String check, Consumer<ObjectNode> damage) {
        return new Fault(check, d -> {}, damage);
    }

    private static Fault card(String check, Consumer<ObjectNode> damage) {
        return response(check, r -> damage.accept((ObjectNode) r.get("cards").get(0)));
    }

    /** Inside a card, by steps. */
    private static Fault inCard(String check, String pointer, Consumer<ObjectNode> damage) {
        return card(check, card -> damage.accept((ObjectNode) card.at(pointer)));
    }

    /** One for each check of a living service. */
    static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        for (String check : List.of(
                "https",
                "json-response",
                "json-request-accepted",
                "discovery-available",
                "call-available",
                "call-412",
                "prefetch-null",
                "prefetch-absent",
                "fhir-access-token",
                "response-status",
                "feedback-endpoint",
                "refuses-no-json",
                "refuses-hook",
                "refuses-hook-instance",
                "refuses-context",
                "refuses-fhir-server",
                "refuses-access-token",
                "refuses-token-type",
                "refuses-expires-in",
                "refuses-scope",
                "refuses-subject",
                "refuses-feedback-array",
                "refuses-feedback-card",
                "refuses-feedback-outcome",
                "refuses-feedback-timestamp",
                "refuses-feedback-accepted-suggestions",
                "refuses-feedback-suggestion-id",
                "jwt-accepted",
                "jwt-header",
                "jwt-signature",
                "jwt-alg",
                "jwt-kid",
                "jwt-typ",
                "jwt-iss",
                "jwt-aud",
                "jwt-other-audience",
                "jwt-exp",
                "jwt-expired",
                "jwt-iat",
                "jwt-jti",
                "jwt-replay",
                "jwt-none",
                "jwt-symmetric")) {
            all.add(behavior(check));
        }
        all.add(new Fault("discovery-services", d -> d.set("service", d.remove("services")), r -> {}));
        all.add(service("discovery-hook", s -> s.remove("hook")));
        all.add(service("discovery-description", s -> s.remove("description")));
        all.add(service("discovery-id", s -> s.remove("id")));
        all.add(service("discovery-types", s -> s.put("title", 5)));
        all.add(service("json-null", s -> s.putNull("title")));
        all.add(service("json-empty", s -> s.put("usageRequirements", "")));
        all.add(service("extension-object", s -> s.put("extension", "text")));
        all.add(service("prefetch-token-delimiters", s -> template(s, "Observation?patient={context.patientId}")));
        all.add(service("prefetch-token-path", s -> template(s, "Observation?patient={{context.patient.id}}")));
        all.add(response("response-cards", r -> r.set("card", r.remove("cards"))));
        all.add(response("response-system-actions", r -> r.put("systemActions", "none")));
        all.add(card("card-types", c -> c.put("uuid", 5)));
        all.add(card("card-summary", c -> c.remove("summary")));
        all.add(card("card-summary-length", c -> c.put("summary", "x".repeat(140))));
        all.add(card("card-detail", c -> c.putObject("detail").put("html", "<b>")));
        all.add(card("card-indicator", c -> c.remove("indicator")));
        all.add(card("card-indicator-value", c -> c.put("indicator", "hard-stop")));
        all.add(card("card-source", c -> c.remove("source")));
        all.add(card("card-selection-behavior", c -> c.remove("selectionBehavior")));
        all.add(card("card-selection-behavior-value", c -> c.put("selectionBehavior", "all")));
        all.add(inCard("source-label", "/source", s -> s.remove("label")));
        all.add(inCard("coding-code", "/source/topic", t -> t.remove("code")));
        all.add(inCard("coding-system", "/overrideReasons/0", r -> r.remove("system")));
        all.add(inCard("override-reason-display", "/overrideReasons/0", r -> r.remove("display")));
        all.add(inCard("suggestion-label", "/suggestions/1", s -> s.remove("label")));
        all.add(inCard("suggestion-recommended", "/suggestions/1", s -> s.put("isRecommended", true)));
        all.add(inCard("action-type", "/suggestions/0/actions/1", a -> a.remove("type")));
        all.add(inCard("action-type-value", "/suggestions/0/actions/1", a -> a.put("type", "stop")));
        all.add(inCard("action-description", "/suggestions/0/actions/0", a -> a.remove("description")));
        all.add(inCard("action-resource", "/suggestions/0/actions/0", a -> a.remove("resource")));
        all.add(inCard("link-label", "/links/0", l -> l.remove("label")));
        all.add(inCard("link-url", "/links/0", l -> l.put("url", "more.html")));
        all.add(inCard("link-type", "/links/0", l -> l.remove("type")));
        all.add(inCard("link-type-value", "/links/0", l -> l.put("type", "relative")));
        all.add(inCard("link-app-context", "/links/0", l -> l.put("appContext", "x=1")));
        return all;
    }

    private static void template(ObjectNode service, String template) {
        ((ObjectNode) service.get("prefetch")).put("labs", template);
    }

    /** The first of a document's feedback. */
    static ObjectNode first(ObjectNode document) {
        return (ObjectNode) ((ArrayNode) document.get("feedback")).get(0);
    }
}
