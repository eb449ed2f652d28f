package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;
import org.spasmcds.vocabulary.Name;

/** Reads Procedures: operations and treatments that the vocabulary names as conditions. */
final class ProcedureReader {
    private final Scope scope;
    private final Details details;

    ProcedureReader(Scope scope) {
        this.scope = scope;
        details = new Details(scope);
    }

    void read(Resource procedure) {
        Codes.Match match = scope.codes().find(procedure.get("code"));
        String status = procedure.text("status");
        Optional<When> done = done(procedure);
        if (status.equals("entered-in-error")) {
            scope.unused(procedure, match.code(), UnusedReason.ENTERED_IN_ERROR);
        } else if (!status.equals("completed") && !status.equals("in-progress") && !status.equals("stopped")) {
            scope.unused(procedure, match.code(), UnusedReason.NOT_DONE, status.isEmpty() ? "no status" : status);
        } else if (!match.found()) {
            scope.unused(procedure, match.code(), match.reason());
        } else if (done.filter(scope.times()::isInFuture).isPresent()) {
            scope.unused(procedure, match.code(), UnusedReason.IN_THE_FUTURE);
        } else {
            for (Name name : match.names()) {
                read(procedure, name, match, done);
            }
        }
    }

    private Optional<When> done(Resource procedure) {
        JsonNode period = procedure.get("performedPeriod");
        return scope.times()
                .latest(procedure.get("performedDateTime"))
                .or(() -> scope.times().latest(Resource.first(period, "end", "start")));
    }

    private void read(Resource procedure, Name name, Codes.Match match, Optional<When> done) {
        Optional<Section> section = Section.of(name.kind());
        if (section.filter(each -> each == Section.CONDITIONS || each == Section.EXPOSURES)
                .isEmpty()) {
            scope.unused(procedure, match.code(), UnusedReason.UNKNOWN_CODE, name.display() + " is no procedure");
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("status", "present");
        done.ifPresent(when -> values.put(section.get() == Section.CONDITIONS ? "onset" : "last", when));
        values.putAll(details.read(procedure.json(), section.get()));
        scope.collected().add(new Found(section.get(), name.id(), values, procedure, match.code(), "", done));
    }
}
