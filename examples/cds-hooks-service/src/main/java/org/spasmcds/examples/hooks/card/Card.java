package org.spasmcds.examples.hooks.card;

import java.util.List;
import java.util.Map;

/** A card as CDS Hooks 2.0.1 describes it. Empty lists and texts are left out of the JSON. */
public record Card(
        String uuid,
        String summary,
        String detail,
        String indicator,
        Source source,
        List<Suggestion> suggestions,
        String selectionBehavior,
        List<Coding> overrideReasons,
        List<Link> links) {

    public record Source(String label, String url) {}

    public record Coding(String system, String code, String display) {}

    public record Link(String label, String url, String type) {}

    public record Suggestion(String label, String uuid, List<Action> actions) {}

    /**
     * @param resource a FHIR resource
     */
    public record Action(String type, String description, Map<String, Object> resource) {}
}
