package org.spasmcds.examples.hooks.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spasmcds.examples.hooks.hook.HookContext;

/**
 * The draft orders of a call, as Bundle entries of medicines that are being taken up.
 *
 * @param looked the orders that the call is about: those selected, or all
 * @param others the other drafts of the session, and the Medications that orders refer to
 */
record Orders(List<JsonNode> looked, List<JsonNode> others) {
    private static final String ORDER = "MedicationRequest";

    static Orders of(HookContext context, Instant now) {
        List<JsonNode> looked = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        if (context.draftOrders().isPresent()) {
            for (JsonNode entry : context.draftOrders().get().path("entry")) {
                JsonNode resource = entry.path("resource");
                boolean isSelected =
                        context.selections().isEmpty() || context.selections().contains(name(resource));
                switch (resource.path("resourceType").asText()) {
                    case ORDER -> (isSelected ? looked : others).add(takenUp(entry, context.patientId(), now));
                    case "Medication" -> others.add(entry);
                    default -> {
                        // Orders of other things touch no rule.
                    }
                }
            }
        }
        return new Orders(List.copyOf(looked), List.copyOf(others));
    }

    /** A draft is in no chart yet; here it counts as if it were signed now. What was signed before keeps its status. */
    private static JsonNode takenUp(JsonNode entry, String patientId, Instant now) {
        ObjectNode order = entry.path("resource").deepCopy();
        if (List.of("draft", "").contains(order.path("status").asText())) {
            order.put("status", "active");
            order.put("intent", "order");
            if (order.path("authoredOn").isMissingNode()) {
                order.put("authoredOn", now.toString());
            }
        }
        if (order.path("subject").path("reference").asText().isEmpty()) {
            order.set("subject", JsonNodeFactory.instance.objectNode().put("reference", "Patient/" + patientId));
        }
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        if (entry.path("fullUrl").isTextual()) {
            changed.set("fullUrl", entry.path("fullUrl"));
        }
        return changed.set("resource", order);
    }

    /** The record with all orders. An order that is signed again replaces its older self. */
    List<JsonNode> with(List<JsonNode> record) {
        return Stream.of(without(record), looked).flatMap(List::stream).toList();
    }

    /** The record as if the orders that are looked at were never given. */
    List<JsonNode> without(List<JsonNode> record) {
        Set<String> again = Stream.of(looked, others)
                .flatMap(List::stream)
                .map(entry -> name(entry.path("resource")))
                .collect(Collectors.toSet());
        return Stream.concat(
                        record.stream().filter(entry -> !again.contains(name(entry.path("resource")))), others.stream())
                .toList();
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
