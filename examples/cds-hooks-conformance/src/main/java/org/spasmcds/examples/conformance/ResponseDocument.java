package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The answer of a service: cards and system actions. */
final class ResponseDocument {

    private static final Set<String> INDICATORS = Set.of("info", "warning", "critical");
    private static final Set<String> BEHAVIORS = Set.of("at-most-one", "any");
    private static final Set<String> ACTIONS = Set.of("create", "update", "delete");
    private static final Set<String> LINKS = Set.of("absolute", "smart");
    private static final int SUMMARY_LIMIT = 140;

    private final Findings findings;

    private ResponseDocument(Findings findings) {
        this.findings = findings;
    }

    static void check(JsonNode body, Findings findings) {
        new ResponseDocument(findings).response(body);
    }

    private void response(JsonNode body) {
        if (!findings.expect("response-cards", body.isObject(), "$", "must be an object with an array of cards")) {
            return;
        }
        Emptiness.check(body, Set.of("cards"), findings);
        findings.required("response-cards", body, "cards", Kind.ARRAY, "$");
        Documents.extension(body, "$", findings);
        for (int i = 0; i < body.path("cards").size(); i++) {
            card(body.get("cards").get(i), "$.cards[" + i + "]");
        }
        if (findings.optional("response-system-actions", body, "systemActions", Kind.ARRAY, "$")) {
            for (int i = 0; i < body.get("systemActions").size(); i++) {
                // Its own example of a system action has no description, so none is asked for here.
                action(body.get("systemActions").get(i), "$.systemActions[" + i + "]", false);
            }
        }
    }

    private void card(JsonNode card, String path) {
        if (!findings.expect("response-cards", card.isObject() || card.isNull(), path, "must be an object")) {
            return;
        }
        Documents.extension(card, path, findings);
        findings.optional("card-types", card, "uuid", Kind.STRING, path);
        if (findings.required("card-summary", card, "summary", Kind.STRING, path)) {
            String summary = card.get("summary").asText();
            int length = summary.codePointCount(0, summary.length());
            findings.expect(
                    "card-summary-length",
                    length < SUMMARY_LIMIT,
                    path + ".summary",
                    "has " + length + " characters; fewer than " + SUMMARY_LIMIT + " are allowed");
        }
        findings.optional("card-detail", card, "detail", Kind.STRING, path);
        if (findings.required("card-indicator", card, "indicator", Kind.STRING, path)) {
            oneOf("card-indicator-value", card.get("indicator"), INDICATORS, path + ".indicator");
        }
        if (findings.required("card-source", card, "source", Kind.OBJECT, path)) {
            source(card.get("source"), path + ".source");
        }
        suggestions(card, path);
        if (findings.optional("card-types", card, "overrideReasons", Kind.ARRAY, path)) {
            for (int i = 0; i < card.get("overrideReasons").size(); i++) {
                overrideReason(card.get("overrideReasons").get(i), path + ".overrideReasons[" + i + "]");
            }
        }
        if (findings.optional("card-types", card, "links", Kind.ARRAY, path)) {
            for (int i = 0; i < card.get("links").size(); i++) {
                link(card.get("links").get(i), path + ".links[" + i + "]");
            }
        }
    }

    private void source(JsonNode source, String path) {
        findings.required("source-label", source, "label", Kind.STRING, path);
        findings.optional("card-types", source, "url", Kind.URL, path);
        findings.optional("card-types", source, "icon", Kind.URL, path);
        Documents.extension(source, path, findings);
        if (findings.optional("card-types", source, "topic", Kind.OBJECT, path)) {
            Documents.coding(source.get("topic"), path + ".topic", findings);
        }
    }

    private void suggestions(JsonNode card, String path) {
        boolean suggests = findings.optional("card-types", card, "suggestions", Kind.ARRAY, path);
        boolean behaves = suggests
                ? findings.required("card-selection-behavior", card, "selectionBehavior", Kind.STRING, path)
                : findings.optional("card-selection-behavior", card, "selectionBehavior", Kind.STRING, path);
        if (behaves) {
            oneOf(
                    "card-selection-behavior-value",
                    card.get("selectionBehavior"),
                    BEHAVIORS,
                    path + ".selectionBehavior");
        }
        if (!suggests) {
            return;
        }
        int recommended = 0;
        for (int i = 0; i < card.get("suggestions").size(); i++) {
            JsonNode suggestion = card.get("suggestions").get(i);
            suggestion(suggestion, path + ".suggestions[" + i + "]");
            recommended += suggestion.path("isRecommended").asBoolean() ? 1 : 0;
        }
        if (recommended > 0) {
            findings.expect(
                    "suggestion-recommended",
                    recommended == 1
                            || !"at-most-one"
                                    .equals(card.path("selectionBehavior").asText()),
                    path + ".suggestions",
                    recommended + " are recommended of which at most one may be chosen");
        }
    }

    private void suggestion(JsonNode suggestion, String path) {
        findings.required("suggestion-label", suggestion, "label", Kind.STRING, path);
        findings.optional("card-types", suggestion, "uuid", Kind.STRING, path);
        findings.optional("card-types", suggestion, "isRecommended", Kind.BOOLEAN, path);
        Documents.extension(suggestion, path, findings);
        if (findings.optional("card-types", suggestion, "actions", Kind.ARRAY, path)) {
            for (int i = 0; i < suggestion.get("actions").size(); i++) {
                action(suggestion.get("actions").get(i), path + ".actions[" + i + "]", true);
            }
        }
    }

    private void action(JsonNode action, String path, boolean describes) {
        Documents.extension(action, path, findings);
        if (describes) {
            findings.required("action-description", action, "description", Kind.STRING, path);
        }
        findings.optional("card-types", action, "resourceId", Kind.STRING, path);
        if (!findings.required("action-type", action, "type", Kind.STRING, path)) {
            return;
        }
        String type = action.get("type").asText();
        oneOf("action-type-value", action.get("type"), ACTIONS, path + ".type");
        if (type.equals("create") || type.equals("update")) {
            findings.required("action-resource", action, "resource", Kind.RESOURCE, path);
        }
    }

    private void overrideReason(JsonNode reason, String path) {
        Documents.coding(reason, path, findings);
        findings.required("override-reason-display", reason, "display", Kind.STRING, path);
    }

    private void link(JsonNode link, String path) {
        findings.required("link-label", link, "label", Kind.STRING, path);
        findings.required("link-url", link, "url", Kind.URL, path);
        findings.optional("card-types", link, "appContext", Kind.STRING, path);
        findings.optional("card-types", link, "autolaunchable", Kind.BOOLEAN, path);
        Documents.extension(link, path, findings);
        if (findings.required("link-type", link, "type", Kind.STRING, path)) {
            oneOf("link-type-value", link.get("type"), LINKS, path + ".type");
        }
        if (link.has("appContext")) {
            findings.expect(
                    "link-app-context",
                    !"absolute".equals(link.path("type").asText()),
                    path + ".appContext",
                    "is given with a link that is absolute");
        }
    }

    private void oneOf(String check, JsonNode value, Set<String> allowed, String path) {
        findings.expect(
                check,
                allowed.contains(value.asText()),
                path,
                value + " is not one of " + String.join(", ", new java.util.TreeSet<>(allowed)));
    }
}
