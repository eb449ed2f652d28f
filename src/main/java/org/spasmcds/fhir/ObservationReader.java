package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;
import org.spasmcds.vocabulary.Name;

/** Reads Observations and their components. */
final class ObservationReader {
    static final Set<String> FINAL = Set.of("final", "amended", "corrected");
    /** Questions of which the answer is a finding: symptom, complaint, diagnosis, clinical finding, pregnancy status. */
    private static final Set<String> ANSWERED_BY_FINDING = Set.of(
            Systems.LOINC + "|75325-1",
            Systems.LOINC + "|75322-8",
            Systems.LOINC + "|8661-1",
            Systems.LOINC + "|29308-4",
            Systems.LOINC + "|82810-3",
            Systems.SNOMED + "|418799008",
            Systems.SNOMED + "|404684003");

    /** Tobacco smoking status, and its answers. */
    private static final Set<String> SMOKING = Set.of(Systems.LOINC + "|72166-2", Systems.LOINC + "|39240-7");

    private static final Map<String, String> SMOKING_ANSWERS = Map.of(
            "449868002", "present",
            "428041000124106", "present",
            "77176002", "present",
            "428071000124103", "present",
            "428061000124105", "present",
            "266919005", "absent",
            "8517006", "absent");

    private static final String NOT_PREGNANT = "60001007";

    private final Scope scope;
    private final ResultReader results;
    private final FindingReader findings;

    ObservationReader(Scope scope) {
        this.scope = scope;
        results = new ResultReader(scope);
        findings = new FindingReader(scope);
    }

    void read(Resource observation) {
        String code = Resource.written(observation.get("code"));
        String status = observation.text("status");
        if (!FINAL.contains(status)) {
            boolean error = status.equals("entered-in-error");
            scope.unused(
                    observation,
                    code,
                    error ? UnusedReason.ENTERED_IN_ERROR : UnusedReason.NOT_FINAL,
                    error ? "" : status.isEmpty() ? "no status" : status);
            return;
        }
        if (!observation.get("focus").isEmpty()) {
            scope.unused(observation, code, UnusedReason.OTHER_PATIENT, "focus");
            return;
        }
        if (!isKnown(observation.get("code"))
                && components(observation).stream()
                        .map(each -> each.path("code"))
                        .noneMatch(this::isKnown)) {
            scope.unused(
                    observation,
                    code,
                    scope.codes().find(observation.get("code")).reason());
            return;
        }
        Optional<When> at = scope.times().effective(observation);
        boolean observed = isExamination(observation);
        boolean known = read(new Element(observation, observation.get("code"), observation.json(), at, observed), true);
        boolean any = false;
        List<JsonNode> ordinary = components(observation);
        for (JsonNode component : ordinary) {
            any |= read(new Element(observation, component.path("code"), component, at, observed), false);
        }
        if (!known && !any) {
            scope.unused(
                    observation,
                    code,
                    scope.codes().find(observation.get("code")).reason());
        } else if (any) {
            ordinary.stream()
                    .map(component -> component.path("code"))
                    .filter(each -> !isKnown(each))
                    .forEach(each -> scope.unused(
                            observation,
                            Resource.written(each),
                            scope.codes().find(each).reason(),
                            "component"));
        }
    }

    private static List<JsonNode> components(Resource observation) {
        List<JsonNode> components = new java.util.ArrayList<>();
        for (JsonNode component : observation.get("component")) {
            if (Details.field(component).isEmpty()) {
                components.add(component);
            }
        }
        return components;
    }

    private static boolean isExamination(Resource observation) {
        for (JsonNode category : observation.get("category")) {
            if (Resource.hasCode(category, "exam")) {
                return true;
            }
        }
        return false;
    }

    private boolean isKnown(JsonNode code) {
        return scope.codes().find(code).found() || isOneOf(code, ANSWERED_BY_FINDING) || isOneOf(code, SMOKING);
    }

    /** Reads an element whose code is known; false when it is not. */
    boolean read(Element element, boolean mayBePanel) {
        Codes.Match match = scope.codes().find(element.code());
        boolean isPanel =
                mayBePanel && !element.hasValue() && !components(element.from()).isEmpty();
        if (match.found() && !isPanel) {
            match.names().forEach(name -> read(element, name, match));
            return true;
        }
        if (isOneOf(element.code(), ANSWERED_BY_FINDING)) {
            answered(element);
            return true;
        }
        if (isOneOf(element.code(), SMOKING)) {
            smoking(element);
            return true;
        }
        return false;
    }

    private void read(Element element, Name name, Codes.Match match) {
        if (Section.of(name.kind()).filter(Section.RESULTS::equals).isPresent()) {
            results.read(element, name.id(), match);
        } else {
            findings.read(element, name, match);
        }
    }

    private void answered(Element element) {
        JsonNode concept = element.get("valueCodeableConcept");
        Codes.Match answer = concept.isMissingNode()
                ? scope.codes().findCoding(element.get("valueCoding"))
                : scope.codes().find(concept);
        if (Resource.hasCode(concept, NOT_PREGNANT)) {
            Codes.Match match = new Codes.Match(List.of(), Resource.written(concept), answer.reason());
            scope.codes()
                    .vocabulary()
                    .name("pregnancy")
                    .ifPresent(name -> findings.add(element, name, match, "absent", ""));
        } else if (answer.found()) {
            answer.names().forEach(name -> findings.add(element, name, answer, "present", ""));
        } else {
            UnusedReason reason = element.hasValue() ? UnusedReason.UNKNOWN_VALUE : UnusedReason.NO_VALUE;
            scope.unused(element.from(), Resource.written(element.code()), reason, Resource.written(concept));
        }
    }

    private void smoking(Element element) {
        JsonNode concept = element.get("valueCodeableConcept");
        Optional<Name> name = scope.codes().vocabulary().name("tobacco-use");
        String code = Resource.written(concept);
        String status = SMOKING_ANSWERS.get(code.substring(code.indexOf('|') + 1));
        if (name.isEmpty() || status == null) {
            scope.unused(element.from(), Resource.written(element.code()), UnusedReason.UNKNOWN_VALUE, code);
        } else {
            findings.add(element, name.get(), new Codes.Match(List.of(name.get()), code, null), status, "");
        }
    }

    private static boolean isOneOf(JsonNode concept, Set<String> codes) {
        for (JsonNode coding : concept.path("coding")) {
            if (codes.contains(
                    coding.path("system").asText("") + "|" + coding.path("code").asText(""))) {
                return true;
            }
        }
        return false;
    }
}
