package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Sends what a client must not send. A service that takes it breaks nothing: it tolerates. */
final class RefusalProbe {

    private final Target target;
    private final Caller caller;
    private final Results results;

    RefusalProbe(Target target, Caller caller, Results results) {
        this.target = target;
        this.caller = caller;
        this.results = results;
    }

    void probe(CallProbe.Answer example) {
        Breaks.ofRequests().forEach((check, damage) -> {
            ObjectNode request = example.request().deepCopy();
            request.put("hookInstance", UUID.randomUUID().toString());
            damage.accept(request);
            note(check, caller.post(target.service(example.service()), request), results);
        });
        var url = target.service(example.service());
        note("refuses-no-json", caller.post(url, "hook=patient-view", caller.token(url)), results);
    }

    static void note(String check, Exchange exchange, Results results) {
        results.put(
                check,
                exchange.refused() ? Outcome.PASSED : Outcome.TOLERATED,
                exchange.refused() ? "" : exchange.told() + " to what a client must not send");
    }
}
