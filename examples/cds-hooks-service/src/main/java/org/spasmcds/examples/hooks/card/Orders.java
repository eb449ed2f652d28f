package org.spasmcds.examples.hooks.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spasmcds.examples.hooks.hook.HookContext;

/**
 * The draft orders of a call, as Bundle entries. The FHIR reader counts them as taken from now on.
 *
 * @param looked the orders that the call is about: those selected, or all
 * @param others the other drafts of the session, and the Medications that orders refer to
 */
record Orders(List<JsonNode> looked, List<JsonNode> others) {
    private static final String ORDER = "MedicationRequest";

    static Orders of(HookContext context) {
        List<JsonNode> looked = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        if (context.draftOrders().isPresent()) {
            for (JsonNode entry : context.draftOrders().get().path("entry")) {
                JsonNode resource = entry.path("resource");
                boolean isSelected =
                        context.selections().isEmpty() || context.selections().contains(name(resource));
                switch (resource.path("resourceType").asText()) {
                    case ORDER -> (isSelected ? looked : others).add(ofPatient(entry, context.patientId()));
                    case "Medication" -> others.add(entry);
                    default -> {
                        // Orders of other things touch no rule.
                    }
                }
            }
        }
        return new Orders(List.copyOf(looked), List.copyOf(others));
    }

    /** An order that is being written may not name its patient yet. */
    private static JsonNode ofPatient(JsonNode entry, String patientId) {
        if (!entry.path("resource").path("subject").path("reference").asText().isEmpty()) {
            return entry;
        }
        ObjectNode changed = entry.deepCopy();
        ((ObjectNode) changed.path("resource"))
                .set("subject", JsonNodeFactory.instance.objectNode().put("reference", "Patient/" + patientId));
        return changed;
    }

    /** The record with all orders. */
    List<JsonNode> with(List<JsonNode> record) {
        return Stream.of(without(record), looked).flatMap(List::stream).toList();
    }

    /**
     * The record as if the orders that are looked at were never given. An order that is signed again replaces its older self, and drafts of
     * other sessions count for nothing.
     */
    List<JsonNode> without(List<JsonNode> record) {
        Set<String> again = Stream.of(looked, others)
                .flatMap(List::stream)
                .map(entry -> name(entry.path("resource")))
                .collect(Collectors.toSet());
        return Stream.concat(
                        record.stream()
                                .filter(entry -> !again.contains(name(entry.path("resource"))))
                                .filter(entry -> !isDraft(entry.path("resource"))),
                        others.stream())
                .toList();
    }

    private static boolean isDraft(JsonNode resource) {
        return resource.path("resourceType").asText().equals(ORDER)
                && resource.path("status").asText().equals("draft");
    }

    /** The references of the orders that are looked at. */
    Set<String> references() {
        return looked.stream().map(entry -> name(entry.path("resource"))).collect(Collectors.toSet());
    }

    private static String name(JsonNode resource) {
        String id = resource.path("id").asText();
        return id.isEmpty() ? "" : resource.path("resourceType").asText() + "/" + id;
    }
}
