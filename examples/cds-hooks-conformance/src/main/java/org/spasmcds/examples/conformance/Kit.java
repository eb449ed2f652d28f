package org.spasmcds.examples.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;

/** Runs every check that can be made against a living service. */
final class Kit {

    private final Target target;
    private final Samples samples;
    private final Results results = new Results();
    private final Caller caller;

    private Kit(Target target, Samples samples) {
        this.target = target;
        this.samples = samples;
        this.caller = new Caller(target);
    }

    /** How each check came out that had anything to look at. */
    static Map<String, Result> run(Target target, Samples samples) {
        Kit kit = new Kit(target, samples);
        kit.transport();
        kit.discovery().ifPresent(kit::services);
        return kit.results.byCheck();
    }

    private void transport() {
        boolean secure = "https".equals(target.base().getScheme());
        if (!secure && !target.production() && local(target.base().getHost())) {
            results.put(
                    "https",
                    Outcome.SKIPPED,
                    "plain HTTP on this machine; say --production to hold it to what production needs");
        } else {
            results.decide("https", secure, target.base() + " is not HTTPS");
        }
    }

    private static boolean local(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Optional<JsonNode> discovery() {
        Exchange exchange = caller.get(target.discovery());
        if (exchange.unauthorized() && target.signer().isEmpty()) {
            results.put("discovery-available", Outcome.SKIPPED, exchange.told() + "; it may need a token: say --key");
            return Optional.empty();
        }
        if (!results.decide("discovery-available", exchange.status() == 200, exchange.told())) {
            return Optional.empty();
        }
        Optional<JsonNode> document = Answers.json(exchange, results);
        document.ifPresent(body -> {
            Findings findings = new Findings();
            DiscoveryDocument.check(body, findings);
            results.add(findings, exchange.call());
        });
        return document;
    }

    private void services(JsonNode discovery) {
        CallProbe calls = new CallProbe(target, samples, caller, results);
        for (JsonNode service : discovery.path("services")) {
            if (service.path("id").isTextual() && service.path("hook").isTextual()) {
                calls.probe(service);
            }
        }
        Optional<CallProbe.Answer> answer = calls.example();
        answer.ifPresent(example -> {
            new RefusalProbe(target, caller, results).probe(example);
            new TokenProbe(target, caller, results).probe(example);
        });
        new FeedbackProbe(target, caller, results).probe(calls.answers());
    }
}
