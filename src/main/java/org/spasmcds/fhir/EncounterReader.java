package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.intake.When;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;

/** Reads why the patient comes: the coded reason of the encounter that goes on or has just ended. */
final class EncounterReader {
    private static final Set<String> GOING_ON = Set.of("arrived", "triaged", "in-progress", "onleave");
    private static final Set<Kind> COMPLAINTS = Set.of(Kind.SYMPTOM, Kind.SIGN);
    /** An encounter that ended longer ago says nothing of today. */
    private static final double DAYS = 1;

    private final Scope scope;
    private final FindingReader findings;

    EncounterReader(Scope scope) {
        this.scope = scope;
        findings = new FindingReader(scope);
    }

    void read(Resource encounter) {
        String status = encounter.text("status");
        JsonNode period = encounter.get("period");
        Optional<When> at = scope.times().latest(Resource.first(period, "end", "start"));
        String code = Resource.written(encounter.get("reasonCode").path(0));
        boolean old = at.filter(when -> scope.times().daysAgo(when) > DAYS).isPresent();
        if (status.equals("entered-in-error")) {
            scope.unused(encounter, code, UnusedReason.ENTERED_IN_ERROR);
        } else if (encounter.get("reasonCode").isEmpty()) {
            scope.unused(encounter, "", UnusedReason.NO_CODE, "no reason");
        } else if (!GOING_ON.contains(status) && !status.equals("finished")) {
            scope.unused(encounter, code, UnusedReason.NOT_DONE, status);
        } else if (!GOING_ON.contains(status) && (old || at.isEmpty())) {
            scope.unused(encounter, code, UnusedReason.OUT_OF_WINDOW);
        } else {
            encounter.get("reasonCode").forEach(reason -> reason(encounter, reason));
        }
    }

    private void reason(Resource encounter, JsonNode reason) {
        Codes.Match match = scope.codes().find(reason);
        boolean any = false;
        for (Name name : match.names()) {
            if (COMPLAINTS.contains(name.kind())) {
                Element element = new Element(encounter, reason, reason, Optional.empty(), false);
                findings.add(element, name, match, "present", "reason of the encounter");
                any = true;
            }
        }
        if (!any) {
            UnusedReason reasonWhy = match.found() ? UnusedReason.NOT_CONFIRMED : match.reason();
            scope.unused(encounter, match.code(), reasonWhy, match.found() ? "a diagnosis as a reason" : "");
        }
    }
}
