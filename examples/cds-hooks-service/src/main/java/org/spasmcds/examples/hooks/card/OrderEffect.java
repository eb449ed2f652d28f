package org.spasmcds.examples.hooks.card;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Patient;
import org.spasmcds.Reason;
import org.spasmcds.Ruleset;

/**
 * What orders do to the findings.
 *
 * @param says by the id of each finding that they touch, what the rules say of the order
 */
record OrderEffect(Map<String, Set<String>> says) {
    /**
     * Compares the patient with the orders and without them.
     *
     * <p>Most rules about medicines need a muscle complaint. Where there is none, both are compared again as if there were a cramp: so a
     * diuretic touches a low potassium that stands there anyway. It brings up no finding that the patient does not have.
     */
    static OrderEffect of(Ruleset rules, Patient with, Assessment assessment, Patient without, Instant now) {
        OrderEffect effect = new OrderEffect(new LinkedHashMap<>());
        effect.compare(assessment, rules.assess(without, now));
        if (!Relevance.hasComplaint(with)) {
            effect.compare(rules.assess(cramping(with), now), rules.assess(cramping(without), now));
        }
        return effect;
    }

    private static Patient cramping(Patient patient) {
        return patient.change().cramp().build();
    }

    private void compare(Assessment with, Assessment without) {
        Map<String, Finding> before =
                without.findings().stream().collect(Collectors.toMap(Finding::id, Function.identity()));
        for (Finding finding : with.findings()) {
            List<Reason> fresh = new ArrayList<>(finding.reasons());
            Finding other = before.get(finding.id());
            if (other != null) {
                fresh.removeAll(other.reasons());
            }
            if (!fresh.isEmpty() || other.level() != finding.level()) {
                says.computeIfAbsent(finding.id(), any -> new java.util.LinkedHashSet<>())
                        .addAll(fresh.stream().map(Reason::says).toList());
            }
        }
    }

    List<Finding> touched(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> says.containsKey(finding.id()))
                .toList();
    }
}
