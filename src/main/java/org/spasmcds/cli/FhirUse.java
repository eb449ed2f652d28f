package org.spasmcds.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spasmcds.fhir.FhirPatient;
import org.spasmcds.fhir.UnusedReason;
import org.spasmcds.fhir.UnusedResource;
import org.spasmcds.fhir.UsedResource;

/** Tells what of FHIR data was used, and what was not and why. */
final class FhirUse {
    private static final int CODES = 3;

    private final TextPage page;
    private final boolean full;

    FhirUse(TextPage page, boolean full) {
        this.page = page;
        this.full = full;
    }

    /** A few lines; in full a line for each resource. */
    void print(FhirPatient patient) {
        long used =
                patient.used().stream().map(UsedResource::reference).distinct().count();
        page.heading(
                "From FHIR: " + used + " resources used" + (patient.unused().isEmpty() ? "" : "; not used"));
        if (full) {
            patient.used()
                    .forEach(each -> page.wrap(
                            TextPage.INDENT,
                            each.reference() + " used: " + each.name()
                                    + (each.note().isEmpty() ? "" : ", " + each.note())));
        }
        byReason(patient).forEach((reason, resources) -> {
            page.wrap(TextPage.INDENT, resources.size() + "  " + reason.words() + (full ? "" : codes(resources)));
            if (full) {
                resources.forEach(each -> page.wrap(TextPage.INDENT.repeat(2), line(each)));
            }
        });
    }

    private static Map<UnusedReason, List<UnusedResource>> byReason(FhirPatient patient) {
        Map<UnusedReason, List<UnusedResource>> byReason = new EnumMap<>(UnusedReason.class);
        patient.unused()
                .forEach(each -> byReason.computeIfAbsent(each.reason(), any -> new ArrayList<>())
                        .add(each));
        return byReason;
    }

    /** The most frequent ones. */
    private static String codes(List<UnusedResource> resources) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        resources.stream()
                .map(FhirUse::label)
                .filter(code -> !code.isEmpty())
                .forEach(code -> counts.merge(code, 1, Integer::sum));
        List<String> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(CODES)
                .map(Map.Entry::getKey)
                .toList();
        return most.isEmpty() ? "" : ": " + String.join(", ", most) + (counts.size() > CODES ? ", …" : "");
    }

    /** What a reader knows it by: the type, the name where the code was understood, else the code. */
    private static String label(UnusedResource each) {
        return switch (each.reason()) {
            case TYPE_NOT_READ -> each.detail();
            case EARLIER_VALUE, OUT_OF_WINDOW, REPEATED -> {
                String name = each.detail().split(",", 2)[0];
                yield name.isEmpty() || name.contains(" ") ? each.codeInWords() : name;
            }
            default -> each.codeInWords();
        };
    }

    private static String line(UnusedResource each) {
        String code = each.codeInWords();
        return each.reference()
                + (code.isEmpty() ? "" : ", " + code)
                + (each.detail().isEmpty() ? "" : ": " + each.detail());
    }

    /** The same for a program. */
    static ObjectNode document(FhirPatient patient) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("reference", patient.reference());
        ArrayNode used = document.putArray("used");
        patient.used()
                .forEach(each -> used.addObject()
                        .put("reference", each.reference())
                        .put("code", each.code())
                        .put("name", each.name())
                        .put("note", each.note()));
        ArrayNode unused = document.putArray("unused");
        patient.unused()
                .forEach(each -> unused.addObject()
                        .put("reference", each.reference())
                        .put("code", each.code())
                        .put("reason", each.reason().name())
                        .put("detail", each.detail()));
        return document;
    }
}
