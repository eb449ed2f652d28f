package org.spasmcds.examples.hooks.hook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.Set;

/**
 * A CDS service as discovery describes it.
 *
 * @param hook the hook that calls it
 * @param prefetch the queries that the client is asked to answer beforehand, by their keys
 * @param needed the keys without which no answer is given
 */
@JsonPropertyOrder({"hook", "title", "description", "id", "prefetch", "usageRequirements"})
public record HookService(
        String hook,
        String title,
        String description,
        String id,
        Map<String, String> prefetch,
        String usageRequirements,
        @JsonIgnore Set<String> needed) {

    /** Whether the hook brings draft orders along. */
    @JsonIgnore
    public boolean isForOrders() {
        return !hook.equals("patient-view");
    }
}
