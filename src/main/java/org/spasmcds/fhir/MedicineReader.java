package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;

/** Reads MedicationRequests, MedicationStatements and MedicationAdministrations as courses of an ingredient. */
final class MedicineReader {
    private static final Set<String> NOT_ORDERED = Set.of("proposal", "plan", "option");
    private static final Set<String> LOCAL_ROUTES = Set.of("6064005", "54485002", "10547007", "16857009");
    /** IPS: nothing is taken. */
    private static final String NONE = "no-known-medications";

    private final Scope scope;
    private final Medication medication;
    private final boolean drafts;
    private final Details details;
    private final List<Found> courses = new ArrayList<>();

    /**
     * @param drafts whether what is only being ordered counts as taken
     */
    MedicineReader(Scope scope, Product product, boolean drafts) {
        this.scope = scope;
        this.drafts = drafts;
        medication = new Medication(scope.codes(), scope.resources(), product);
        details = new Details(scope);
    }

    /** The courses that were read; several of one ingredient are still to be laid together. */
    List<Found> courses() {
        return courses;
    }

    /** What a resource says of a medicine at large, whichever it is. */
    private record Use(String status, Optional<When> start, Optional<When> end, Optional<When> said) {}

    void read(Resource order) {
        if (Resource.hasCode(order.get("medicationCodeableConcept"), NONE)) {
            scope.collected().none(Section.MEDICINES, order, Resource.written(order.get("medicationCodeableConcept")));
            return;
        }
        Medication.Content content = medication.of(order);
        String status = order.text("status");
        if (status.equals("entered-in-error")) {
            scope.unused(order, content.code(), UnusedReason.ENTERED_IN_ERROR);
            return;
        }
        Optional<Use> use = switch (order.type()) {
            case "MedicationRequest" -> request(order, content, status);
            case "MedicationStatement" -> statement(order, content, status);
            default -> administration(order, content, status);
        };
        if (use.isPresent() && isLocal(order)) {
            scope.unused(order, content.code(), UnusedReason.NOT_SYSTEMIC, "by its route");
        } else if (use.isPresent() && content.ingredients().isEmpty()) {
            scope.unused(order, content.code(), content.reason(), content.note());
        } else if (use.flatMap(Use::start).filter(scope.times()::isInFuture).isPresent()) {
            scope.unused(order, content.code(), UnusedReason.IN_THE_FUTURE);
        } else if (use.isPresent()) {
            content.ingredients().forEach(ingredient -> course(order, content, ingredient, use.get()));
        }
    }

    private Optional<Use> request(Resource order, Medication.Content content, String status) {
        boolean draft = status.equals("draft");
        boolean planned = NOT_ORDERED.contains(order.text("intent")) || draft;
        if (order.get("doNotPerform").asBoolean(false) || status.equals("cancelled") || (planned && !drafts)) {
            return none(order, content, UnusedReason.NOT_DONE, status + " " + order.text("intent"));
        }
        JsonNode bounds = order.get("dosageInstruction")
                .path(0)
                .path("timing")
                .path("repeat")
                .path("boundsPeriod");
        Optional<When> authored = scope.times().latest(order.get("authoredOn"));
        Optional<When> start = scope.times().latest(bounds.path("start")).or(() -> authored);
        Optional<When> end = scope.times().latest(bounds.path("end"));
        if (draft) {
            return Optional.of(new Use("active", Optional.of(new When.Ago(0)), Optional.empty(), authored));
        }
        return status(status, order, content).map(word -> new Use(word, start, end, authored));
    }

    private Optional<Use> statement(Resource order, Medication.Content content, String status) {
        if (status.equals("intended")) {
            return none(order, content, UnusedReason.NOT_DONE, status);
        }
        JsonNode period = order.get("effectivePeriod");
        Optional<When> moment = scope.times().latest(order.get("effectiveDateTime"));
        Optional<When> start = scope.times().latest(period.path("start"));
        Optional<When> said =
                scope.times().latest(order.get("dateAsserted")).or(() -> moment).or(() -> start);
        Optional<When> end = scope.times().latest(period.path("end"));
        Optional<String> word = status.equals("not-taken") ? Optional.of("absent") : status(status, order, content);
        return word.map(each -> new Use(each, start, each.equals("stopped") ? end.or(() -> moment) : end, said));
    }

    private Optional<Use> administration(Resource order, Medication.Content content, String status) {
        if (status.equals("not-done")) {
            return none(order, content, UnusedReason.NOT_DONE, status);
        }
        JsonNode period = order.get("effectivePeriod");
        Optional<When> moment = scope.times().latest(order.get("effectiveDateTime"));
        Optional<When> start = scope.times().latest(period.path("start")).or(() -> moment);
        Optional<When> end = scope.times().latest(period.path("end")).or(() -> moment);
        return status(status, order, content).map(word -> new Use(word, start, end, start));
    }

    private Optional<Use> none(Resource order, Medication.Content content, UnusedReason reason, String detail) {
        scope.unused(order, content.code(), reason, detail.strip());
        return Optional.empty();
    }

    private Optional<String> status(String status, Resource order, Medication.Content content) {
        return switch (status) {
            case "active", "in-progress" -> Optional.of("active");
            case "completed", "stopped" -> Optional.of("stopped");
            case "on-hold", "unknown" -> Optional.of("unknown");
            default -> {
                scope.unused(order, content.code(), UnusedReason.NOT_FINAL, status.isEmpty() ? "no status" : status);
                yield Optional.empty();
            }
        };
    }

    private static boolean isLocal(Resource order) {
        JsonNode dosages = dosages(order);
        for (JsonNode dosage : dosages) {
            for (JsonNode coding : dosage.path("route").path("coding")) {
                if (LOCAL_ROUTES.contains(coding.path("code").asText(""))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static JsonNode dosages(Resource order) {
        return Resource.first(order.json(), "dosageInstruction", "dosage");
    }

    private void course(Resource order, Medication.Content content, Product.Ingredient ingredient, Use use) {
        boolean over = use.end().filter(when -> scope.times().daysAgo(when) > 0).isPresent();
        String status = use.status().equals("active") && over ? "stopped" : use.status();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("status", status);
        if (!status.equals("absent")) {
            use.start().ifPresent(when -> values.put("start", when));
        }
        if (status.equals("stopped")) {
            use.end().ifPresent(when -> values.put("stopped", when));
        }
        Dose.perDay(dosages(order), ingredient.mgPerPiece()).ifPresent(dose -> values.put("mgPerDay", dose));
        values.putAll(details.read(order.json(), Section.MEDICINES));
        courses.add(new Found(
                Section.MEDICINES, ingredient.name().id(), values, order, content.code(), content.note(), use.said()));
    }
}
