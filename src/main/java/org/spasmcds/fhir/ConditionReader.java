package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;
import org.spasmcds.vocabulary.Name;

/** Reads Conditions: diagnoses, and complaints that stand in a problem list. */
final class ConditionReader {
    private static final Set<String> OVER = Set.of("resolved", "inactive", "remission");
    private static final Set<String> OPEN = Set.of("unconfirmed", "provisional", "differential");
    /** What is older than this is known not to be new. */
    private static final double RECENT_DAYS = 14;
    /** A complaint that was told at an encounter counts as if it had ended then, unless it was so lately. */
    private static final double NOW_DAYS = 1;
    /** No pregnancy lasts so many days; one that is still active in the record was not closed. */
    private static final double PREGNANCY_DAYS = 310;

    /** IPS: nothing is known. */
    private static final String NONE = "no-known-problems";

    private static final Map<String, String> SIDES = Map.of("7771000", "left", "24028007", "right", "51440002", "both");
    private static final String SEVERE = "24484000";
    /** The vocabulary calls 7 or more of 10 severe. */
    private static final double SEVERITY = 7;

    private final Scope scope;
    private final Details details;

    ConditionReader(Scope scope) {
        this.scope = scope;
        details = new Details(scope);
    }

    void read(Resource condition) {
        if (Resource.hasCode(condition.get("code"), NONE)) {
            scope.collected().none(Section.CONDITIONS, condition, Resource.written(condition.get("code")));
            return;
        }
        Codes.Match match = scope.codes().find(condition.get("code"));
        String verification = code(condition.get("verificationStatus"));
        if (verification.equals("entered-in-error")) {
            scope.unused(condition, match.code(), UnusedReason.ENTERED_IN_ERROR);
        } else if (!match.found()) {
            scope.unused(condition, match.code(), match.reason());
        } else {
            for (Name name : match.names()) {
                read(condition, name, match, verification);
            }
        }
    }

    private static String code(JsonNode concept) {
        return concept.path("coding").path(0).path("code").asText("");
    }

    private void read(Resource condition, Name name, Codes.Match match, String verification) {
        Optional<Section> section = Section.of(name.kind());
        if (section.isEmpty() || section.get() == Section.RESULTS || section.get() == Section.MEDICINES) {
            scope.unused(condition, match.code(), UnusedReason.UNKNOWN_CODE, name.display() + " is no condition");
            return;
        }
        Optional<When> onset = scope.times().onset(condition.json(), scope.birthDate());
        Optional<When> recorded = scope.times().latest(condition.get("recordedDate"));
        if (onset.or(() -> recorded).filter(scope.times()::isInFuture).isPresent()) {
            scope.unused(condition, match.code(), UnusedReason.IN_THE_FUTURE);
            return;
        }
        Found found = Found.of(section.get(), name.id(), condition, match).saidAt(recorded.or(() -> onset));
        Map<String, Object> values = new LinkedHashMap<>();
        if (verification.equals("refuted")) {
            values.put("status", "absent");
            add(found, values);
        } else if (OPEN.contains(verification)) {
            scope.unused(condition, match.code(), UnusedReason.NOT_CONFIRMED, verification);
            values.put("status", "unknown");
            add(found, values);
        } else {
            present(found, values, onset, recorded);
        }
    }

    private void present(Found found, Map<String, Object> values, Optional<When> onset, Optional<When> recorded) {
        Resource condition = found.from();
        Optional<When> abatement = scope.times().abatement(condition.json(), scope.birthDate());
        boolean over = OVER.contains(code(condition.get("clinicalStatus")))
                || abatement.filter(when -> scope.times().daysAgo(when) > 0).isPresent();
        values.put("status", "present");
        if (over && found.section() == Section.CONDITIONS) {
            over(found);
            return;
        }
        if (over && abatement.isEmpty()) {
            scope.unused(condition, found.code(), UnusedReason.RESOLVED, code(condition.get("clinicalStatus")));
            return;
        }
        if (found.name().equals("pregnancy")
                && onset.or(() -> recorded)
                        .filter(when -> scope.times().daysAgo(when) > PREGNANCY_DAYS)
                        .isPresent()) {
            scope.unused(condition, found.code(), UnusedReason.OUT_OF_WINDOW, "a pregnancy that began so long ago");
            return;
        }
        Optional<When> seen =
                abatement.isPresent() || !isOfOneEncounter(condition) ? Optional.empty() : recorded.or(() -> onset);
        onset.ifPresent(when -> values.put("onset", when));
        if (found.section() == Section.SYMPTOMS) {
            symptom(condition, values, onset, recorded);
            abatement
                    .or(() -> seen.filter(when -> scope.times().daysAgo(when) > NOW_DAYS))
                    .ifPresent(when -> values.put("ended", when));
        } else if (found.section() == Section.EXPOSURES) {
            abatement.ifPresent(when -> values.put("last", when));
        }
        add(found, values);
    }

    /** Told at an encounter, and not kept in a list of problems that somebody tends: a fever that nobody closed lasts no five years. */
    private static boolean isOfOneEncounter(Resource condition) {
        boolean encounter = false;
        for (JsonNode category : condition.get("category")) {
            if (Resource.hasCode(category, "problem-list-item")) {
                return false;
            }
            encounter |= Resource.hasCode(category, "encounter-diagnosis");
        }
        return encounter;
    }

    /** What is over is no fact of today; only of a cancer rules ask whether there ever was one. */
    private void over(Found found) {
        Resource condition = found.from();
        boolean cancer = found.name().equals("cancer-any")
                || scope.codes().vocabulary().ancestors(found.name()).contains("cancer-any");
        if (cancer && scope.codes().vocabulary().name("cancer-history").isPresent()) {
            Found history = new Found(
                    Section.CONDITIONS,
                    "cancer-history",
                    Map.of("status", "present"),
                    condition,
                    found.code(),
                    "over, so it counts as a cancer in the history",
                    found.said());
            scope.collected().add(history);
        } else {
            scope.unused(condition, found.code(), UnusedReason.RESOLVED, code(condition.get("clinicalStatus")));
        }
    }

    private void symptom(
            Resource condition, Map<String, Object> values, Optional<When> onset, Optional<When> recorded) {
        boolean old = recorded.filter(when -> scope.times().daysAgo(when) > RECENT_DAYS)
                .isPresent();
        if (onset.isEmpty() && old) {
            values.put("longStanding", true);
        }
        for (JsonNode site : condition.get("bodySite")) {
            side(site).ifPresent(side -> values.put("side", side));
            scope.codes().site(site).ifPresent(each -> values.putIfAbsent("site", each));
        }
        if (Resource.hasCode(condition.get("severity"), SEVERE)) {
            values.put("severity", SEVERITY);
        }
    }

    private static Optional<String> side(JsonNode concept) {
        for (JsonNode coding : concept.path("coding")) {
            String side = SIDES.get(coding.path("code").asText(""));
            if (side != null) {
                return Optional.of(side);
            }
        }
        return Optional.empty();
    }

    private void add(Found found, Map<String, Object> values) {
        values.putAll(details.read(found.from().json(), found.section()));
        scope.collected()
                .add(details.spasm(new Found(
                        found.section(),
                        found.name(),
                        values,
                        found.from(),
                        found.code(),
                        found.note(),
                        found.said())));
    }
}
