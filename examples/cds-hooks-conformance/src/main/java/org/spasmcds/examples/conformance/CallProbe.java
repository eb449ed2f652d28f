package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls each service with right requests: full, with null for data, with data left out, and with a FHIR server. */
final class CallProbe {

    /** A right request and the answer it got. */
    record Answer(JsonNode service, ObjectNode request, JsonNode body) {}

    private final Target target;
    private final Samples samples;
    private final Caller caller;
    private final Results results;
    private final List<Answer> answers = new ArrayList<>();

    CallProbe(Target target, Samples samples, Caller caller, Results results) {
        this.target = target;
        this.samples = samples;
        this.caller = caller;
        this.results = results;
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** A call that the service answered with 200: what the other probes break in single places. */
    Optional<Answer> example() {
        return answers.stream().findFirst();
    }

    void probe(JsonNode service) {
        String hook = service.path("hook").asText();
        List<ObjectNode> requests = samples.of(hook);
        if (requests.isEmpty()) {
            results.put("call-available", Outcome.SKIPPED, "no request for the hook " + hook + ": say --requests");
            return;
        }
        boolean answered = false;
        for (ObjectNode sample : requests) {
            answered |= full(service, samples.ready(sample, service));
        }
        if (answered && service.path("prefetch").size() > 0) {
            withoutData(service, samples.ready(requests.get(0), service));
        }
    }

    private boolean full(JsonNode service, ObjectNode request) {
        Exchange exchange = caller.post(target.service(service), request);
        if (exchange.unauthorized() && target.signer().isEmpty()) {
            results.put("call-available", Outcome.SKIPPED, exchange.told() + "; it may need a token: say --key");
            return false;
        }
        if (target.signer().isPresent()
                && !results.decide(
                        "jwt-accepted", !exchange.unauthorized(), exchange.told() + " though the token is right")) {
            return false;
        }
        if (!results.decide("json-request-accepted", exchange.status() != 415, exchange.told())
                || !results.decide("call-available", exchange.answered() && !exchange.absent(), exchange.told())) {
            return false;
        }
        if (!exchange.success()) {
            results.put("response-status", Outcome.SKIPPED, exchange.told() + ", which is allowed");
            return exchange.status() == 412;
        }
        results.decide("response-status", exchange.status() == 200, exchange.told() + " to a successful call");
        Answers.json(exchange, results).ifPresent(body -> {
            Findings findings = new Findings();
            ResponseDocument.check(body, findings);
            results.add(findings, exchange.call());
            if (exchange.status() == 200) {
                answers.add(new Answer(service, request, body));
            }
        });
        return true;
    }

    private void withoutData(JsonNode service, ObjectNode full) {
        ObjectNode nulls = full.deepCopy();
        ObjectNode prefetch = nulls.putObject("prefetch");
        service.get("prefetch").properties().forEach(template -> prefetch.putNull(template.getKey()));
        Exchange exchange = caller.post(target.service(service), nulls);
        results.decide("prefetch-null", fine(exchange), exchange.told() + " to prefetch keys with null");

        service.get("prefetch").properties().forEach(template -> {
            ObjectNode absent = full.deepCopy();
            ((ObjectNode) absent.get("prefetch")).remove(template.getKey());
            if (absent.get("prefetch").isEmpty()) {
                absent.remove("prefetch");
            }
            Exchange answer = caller.post(target.service(service), absent);
            results.decide(
                    "prefetch-absent",
                    fine(answer),
                    answer.told() + " to a call without the prefetch key " + template.getKey());
        });
        ObjectNode none = full.deepCopy();
        none.remove(List.of("prefetch", "fhirServer", "fhirAuthorization"));
        precondition(caller.post(target.service(service), none));
        fromServer(service, none);
    }

    private static boolean fine(Exchange exchange) {
        return exchange.status() == 200 || exchange.status() == 412;
    }

    private void precondition(Exchange exchange) {
        String told = exchange.told() + " without prefetch and FHIR server";
        if (exchange.status() == 200 && !target.needsData()) {
            results.put(
                    "call-412", Outcome.SKIPPED, told + "; it may need no data: say --needs-data if each service does");
        } else {
            results.decide("call-412", exchange.status() == 412, told);
        }
    }

    private void fromServer(JsonNode service, ObjectNode request) {
        String token = UUID.randomUUID().toString();
        try (FhirStub fhir = new FhirStub(samples.patients(), target.fhirPort())) {
            request.put("fhirServer", fhir.url());
            request.putObject("fhirAuthorization")
                    .put("access_token", token)
                    .put("token_type", "Bearer")
                    .put("expires_in", 300)
                    .put("scope", "user/*.read")
                    .put("subject", "cds-hooks-conformance");
            Exchange exchange = caller.post(target.service(service), request);
            if (fhir.seen().isEmpty()) {
                results.put(
                        "fhir-access-token",
                        Outcome.NOT_APPLICABLE,
                        exchange.told() + " and asked nothing of the FHIR server at " + fhir.url());
            }
            for (FhirStub.Seen seen : fhir.seen()) {
                results.decide(
                        "fhir-access-token",
                        seen.url().startsWith("metadata")
                                || seen.authorization().equals("Bearer " + token),
                        "asked the FHIR server for " + seen.url() + " without the access token");
            }
        }
    }
}
