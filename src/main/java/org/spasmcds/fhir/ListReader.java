package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.intake.Section;

/** Reads Lists: one that names all medicines or all diagnoses, or that says that there is none. */
final class ListReader {
    /** LOINC and the example codes of FHIR for lists of medicines and of problems. */
    private static final Map<String, Section> LISTS = Map.of(
            "10160-0", Section.MEDICINES,
            "29549-3", Section.MEDICINES,
            "medications", Section.MEDICINES,
            "11450-4", Section.CONDITIONS,
            "problems", Section.CONDITIONS);

    private final Scope scope;

    ListReader(Scope scope) {
        this.scope = scope;
    }

    void read(Resource list) {
        Optional<Section> own = own(list.get("code"));
        Optional<Section> standard = standard(list.get("code"));
        boolean none = Resource.hasCode(list.get("emptyReason"), "nilknown")
                && list.get("entry").isEmpty();
        if (!list.text("status").equals("current")) {
            scope.unused(list, Resource.written(list.get("code")), UnusedReason.NOT_FINAL, list.text("status"));
        } else if (own.isPresent()) {
            scope.collected().complete(own.get());
            scope.collected()
                    .used(
                            list.reference(),
                            Systems.FIELD + "|complete",
                            own.get().label(),
                            "names everything there is");
        } else if (standard.isPresent() && none) {
            scope.collected().none(standard.get(), list, Resource.written(list.get("code")));
        } else {
            // Its members are read by themselves; that they are all there is stands nowhere.
            scope.unused(list, Resource.written(list.get("code")), UnusedReason.TYPE_NOT_READ, "");
        }
    }

    /** The section that a List of this library names in full: {@code urn:spasm-cds:field|complete:medicines}. */
    private static Optional<Section> own(JsonNode code) {
        for (JsonNode coding : code.path("coding")) {
            for (Section section : Section.values()) {
                if (coding.path("system").asText("").equals(Systems.FIELD)
                        && coding.path("code").asText("").equals("complete:" + section.label())) {
                    return Optional.of(section);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Section> standard(JsonNode code) {
        for (JsonNode coding : code.path("coding")) {
            Section section = LISTS.get(coding.path("code").asText(""));
            if (section != null) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }
}
