package org.spasmcds.examples.hooks.prefetch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.spasmcds.examples.hooks.Refused;

/** Holds that all resources of a call are about its patient: one of somebody else is worse than none. */
public final class SamePatient {
    private SamePatient() {}

    /**
     * @throws Refused with 400 when a resource names another patient
     */
    public static void check(List<JsonNode> entries, String patientId) {
        for (JsonNode entry : entries) {
            JsonNode resource = entry.path("resource");
            String type = resource.path("resourceType").asText();
            String reference =
                    type.equals("Patient") ? "Patient/" + resource.path("id").asText(patientId) : subject(resource);
            if (reference.contains("Patient/")
                    && !("/" + withoutVersion(reference)).endsWith("/Patient/" + patientId)) {
                throw Refused.malformed("a " + (type.matches("[A-Za-z]{1,40}") ? type : "resource")
                        + " is about another patient than context.patientId");
            }
        }
    }

    private static String withoutVersion(String reference) {
        int history = reference.indexOf("/_history/");
        return history < 0 ? reference : reference.substring(0, history);
    }

    private static String subject(JsonNode resource) {
        String subject = resource.path("subject").path("reference").asText();
        return subject.isEmpty() ? resource.path("patient").path("reference").asText() : subject;
    }
}
