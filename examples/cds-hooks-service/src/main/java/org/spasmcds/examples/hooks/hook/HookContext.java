package org.spasmcds.examples.hooks.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * What the user is doing.
 *
 * @param draftOrders the Bundle of orders that are not signed yet; empty for {@code patient-view}
 * @param selections the orders that were just selected, as {@code MedicationRequest/103}; empty where the hook has none
 */
public record HookContext(
        String userId,
        String patientId,
        Optional<String> encounterId,
        Optional<JsonNode> draftOrders,
        Set<String> selections) {}
