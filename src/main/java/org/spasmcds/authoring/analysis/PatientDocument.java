package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spasmcds.Patient;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;

/** Writes a patient as a patient document, which {@code spasm-cds assess} reads. */
final class PatientDocument {
    private static final double DAY = 86_400;

    private PatientDocument() {}

    /** Maps, lists, texts, numbers and flags, ready for JSON. */
    static Map<String, Object> of(Patient patient) {
        Map<String, Object> document = new LinkedHashMap<>();
        patient.age().ifPresent(age -> document.put("age", age));
        patient.birthDate().ifPresent(date -> document.put("birthDate", date.toString()));
        if (!patient.sex().isEmpty()) {
            document.put("sex", patient.sex());
        }
        Map<Section, List<Object>> lists = new LinkedHashMap<>();
        for (Entry entry : patient.entries()) {
            lists.computeIfAbsent(entry.section(), any -> new ArrayList<>()).add(entry(entry));
        }
        lists.forEach((section, list) -> document.put(section.label(), list));
        // A list of these names everything there is, unless the document says otherwise.
        List<String> incomplete = List.of(Section.MEDICINES, Section.CONDITIONS).stream()
                .filter(section ->
                        lists.containsKey(section) && !patient.complete().contains(section))
                .map(Section::label)
                .toList();
        if (!incomplete.isEmpty()) {
            document.put("incomplete", incomplete);
        }
        return document;
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!entry.section().key().isEmpty()) {
            values.put(entry.section().key(), entry.name());
        }
        for (Field field : entry.section().fields()) {
            Object value = entry.values().get(field.name());
            if (value instanceof When when) {
                values.put(field.name(), time(when));
            } else if (field.type() instanceof Field.Span && value instanceof Double minutes) {
                values.put(field.name(), Quantities.plain(minutes) + " minutes");
            } else if (value != null) {
                values.put(field.name(), value);
            }
        }
        return values;
    }

    private static String time(When when) {
        if (when instanceof When.Moment moment) {
            return moment.instant().toString();
        }
        if (when instanceof When.Day day) {
            return day.date().toString();
        }
        double seconds = ((When.Ago) when).days() * DAY;
        return seconds == 0
                ? "now"
                : Quantities.spans(Range.closed(seconds - 0.5, seconds + 0.5)).get(0) + " ago";
    }
}
