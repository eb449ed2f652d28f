package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Checks single documents of CDS Hooks 2.0.1: what a client or a service sends. */
public final class Documents {

    /** What a document is. */
    public enum Type {
        DISCOVERY,
        REQUEST,
        RESPONSE,
        FEEDBACK
    }

    private Documents() {}

    /**
     * Tells a document's type by the attributes at its top.
     *
     * @return empty when it has none of those that tell
     */
    public static Optional<Type> type(JsonNode document) {
        if (document.has("services")) {
            return Optional.of(Type.DISCOVERY);
        }
        if (document.has("cards") || document.has("systemActions")) {
            return Optional.of(Type.RESPONSE);
        }
        if (document.has("feedback")) {
            return Optional.of(Type.FEEDBACK);
        }
        if (document.has("hook") || document.has("hookInstance")) {
            return Optional.of(Type.REQUEST);
        }
        return Optional.empty();
    }

    /** Checks a document; what it needs of others, such as the templates that a request answers, is not looked at. */
    public static Findings check(Type type, JsonNode document) {
        Findings findings = new Findings();
        switch (type) {
            case DISCOVERY -> DiscoveryDocument.check(document, findings);
            case REQUEST -> RequestDocument.check(document, Optional.empty(), findings);
            case RESPONSE -> ResponseDocument.check(document, findings);
            case FEEDBACK -> FeedbackDocument.check(document, findings);
        }
        return findings;
    }

    /**
     * Checks a request against the service that it is for.
     *
     * @param service the service as its discovery document describes it
     */
    public static Findings checkRequest(JsonNode request, JsonNode service) {
        Findings findings = new Findings();
        RequestDocument.check(request, Optional.of(service), findings);
        return findings;
    }

    static void extension(JsonNode object, String path, Findings findings) {
        findings.optional("extension-object", object, "extension", Kind.OBJECT, path);
    }

    static void coding(JsonNode coding, String path, Findings findings) {
        findings.required("coding-code", coding, "code", Kind.STRING, path);
        findings.required("coding-system", coding, "system", Kind.STRING, path);
    }
}
