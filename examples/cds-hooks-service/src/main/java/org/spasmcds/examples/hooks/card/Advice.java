package org.spasmcds.examples.hooks.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.spasmcds.Assessment;
import org.spasmcds.Examination;
import org.spasmcds.Finding;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.examples.hooks.Client;
import org.spasmcds.examples.hooks.Configuration;
import org.spasmcds.examples.hooks.Refused;
import org.spasmcds.examples.hooks.hook.HookContext;
import org.spasmcds.examples.hooks.hook.HookRequest;
import org.spasmcds.examples.hooks.hook.HookService;
import org.spasmcds.examples.hooks.prefetch.Collector;
import org.spasmcds.examples.hooks.prefetch.PatientData;
import org.spasmcds.examples.hooks.prefetch.SamePatient;
import org.spasmcds.fhir.FhirPatient;
import org.spasmcds.fhir.FhirReader;
import org.spasmcds.fhir.InvalidFhirException;
import org.spasmcds.fhir.UnusedReason;

/** Answers a call: what is on record, what may explain it, and whether that is worth a card. */
public final class Advice {
    private final Ruleset rules;
    private final FhirReader reader;
    private final Collector collector;
    private final Deck deck;
    private final Clock clock;

    /** One call for each processor, first come, first served: taking turns would make all of them late. */
    private final Semaphore thinking = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    public Advice(Ruleset rules, Configuration configuration, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        reader = FhirReader.of(rules).withDrafts();
        collector = new Collector(configuration.limits(), !configuration.development());
        deck = new Deck(rules.vocabulary(), configuration.baseUrl());
    }

    /** Which rules answer. */
    public Assessment.RulesetIdentity rules() {
        return rules.identity();
    }

    /**
     * @throws Refused when the call cannot be answered
     */
    public List<Shown> on(HookService service, HookRequest request, Client client) {
        Instant now = clock.instant();
        Orders orders = Orders.of(request.context());
        if (service.isForOrders() && orders.looked().isEmpty()) {
            return List.of();
        }
        SamePatient.check(orders.looked(), request.context().patientId());
        SamePatient.check(orders.others(), request.context().patientId());
        PatientData data = collector.collect(service, request, client);
        thinking.acquireUninterruptibly();
        try {
            return on(service, request.context(), orders, data, now);
        } finally {
            thinking.release();
        }
    }

    private List<Shown> on(HookService service, HookContext context, Orders orders, PatientData data, Instant now) {
        FhirPatient read = read(orders.with(data.entries()), now);
        if (read.unused().stream().anyMatch(unused -> unused.reason() == UnusedReason.DECEASED)) {
            return List.of();
        }
        if (!Relevance.canBe(read.patient(), rules.level(read.patient(), now))) {
            return List.of();
        }
        Examination examination = rules.examine(read.patient(), now);
        Assessment assessment = rules.assess(examination);
        List<Finding> findings = Relevance.of(read.patient(), assessment);
        OrderEffect effect = new OrderEffect(Map.of());
        if (service.isForOrders() && !findings.isEmpty()) {
            Patient without = read(orders.without(data.entries()), now).patient();
            effect = OrderEffect.of(rules, read.patient(), assessment, without, now);
            findings = effect.touched(findings);
        }
        if (findings.isEmpty()) {
            return List.of();
        }
        return deck.cards(
                new Case(context, data, read, orders, effect, rules.explain(read.patient(), examination), findings));
    }

    private FhirPatient read(List<JsonNode> entries, Instant now) {
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "collection");
        bundle.putArray("entry").addAll(entries);
        try {
            return reader.read(bundle, now);
        } catch (InvalidFhirException wrong) {
            // Its message may repeat what it read.
            throw Refused.malformed("a resource of the patient is not FHIR R4");
        }
    }
}
