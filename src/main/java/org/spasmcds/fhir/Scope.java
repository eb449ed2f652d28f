package org.spasmcds.fhir;

import java.time.LocalDate;
import java.util.Optional;

/** What every reader of a resource works with, for one patient at one time. */
record Scope(Codes codes, Resources resources, Times times, Optional<LocalDate> birthDate, Collected collected) {

    void unused(Resource from, String code, UnusedReason reason) {
        collected.unused(from, code, reason, "");
    }

    void unused(Resource from, String code, UnusedReason reason, String detail) {
        collected.unused(from, code, reason, detail);
    }
}
