package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;

/** Reads FamilyMemberHistory: the diagnoses of relatives by blood. */
final class FamilyReader {
    /** HL7 v3 RoleCode: spouses and in-laws, adoptive, foster and step relatives. */
    private static final String[] NOT_BY_BLOOD = {
        "SPS",
        "HUSB",
        "WIFE",
        "DOMPART",
        "INLAW",
        "MTHINLAW",
        "FTHINLAW",
        "SIBINLAW",
        "CHILDADOPT",
        "CHLDADOPT",
        "ADOPTP",
        "ADOPTF",
        "ADOPTM",
        "FSTP",
        "FTHFOST",
        "MTHFOST",
        "STPFTH",
        "STPMTH",
        "STPPRN",
        "STPSIB"
    };

    private final Scope scope;

    FamilyReader(Scope scope) {
        this.scope = scope;
    }

    void read(Resource history) {
        String status = history.text("status");
        if (status.equals("entered-in-error")) {
            scope.unused(history, "", UnusedReason.ENTERED_IN_ERROR);
        } else if (Resource.hasCode(history.get("relationship"), NOT_BY_BLOOD)) {
            scope.unused(
                    history,
                    Resource.written(history.get("relationship")),
                    UnusedReason.OTHER_PATIENT,
                    "no relative by blood");
        } else if (history.get("condition").isEmpty()) {
            scope.unused(history, "", UnusedReason.NO_VALUE, status);
        } else {
            for (JsonNode condition : history.get("condition")) {
                condition(history, condition);
            }
        }
    }

    private void condition(Resource history, JsonNode condition) {
        Codes.Match match = scope.codes().find(condition.path("code"));
        Optional<Name> name = match.names().stream()
                .filter(each -> each.kind() == Kind.CONDITION)
                .findFirst();
        if (name.isEmpty()) {
            scope.unused(history, match.code(), match.reason());
            return;
        }
        scope.collected()
                .add(new Found(
                        Section.FAMILY_HISTORY,
                        name.get().id(),
                        Map.of("status", status(history, condition)),
                        history,
                        match.code(),
                        "",
                        scope.times().latest(history.get("date"))));
    }

    /** Denied where an extension says so: R4 has no element for it. */
    private String status(Resource history, JsonNode condition) {
        Object status =
                new Details(scope).read(condition, Section.FAMILY_HISTORY).get("status");
        return status == null ? "present" : status.toString();
    }
}
