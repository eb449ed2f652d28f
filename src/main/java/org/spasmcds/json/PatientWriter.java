package org.spasmcds.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spasmcds.Patient;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Numbers;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;

/** Writes a patient as a patient document, which {@code spasm-cds assess} reads. */
public final class PatientWriter {
    private PatientWriter() {}

    /** Maps, lists, texts, numbers and flags, ready for JSON. */
    public static Map<String, Object> document(Patient patient) {
        Map<String, Object> document = new LinkedHashMap<>();
        patient.age().ifPresent(age -> document.put("age", plain(age)));
        patient.birthDate().ifPresent(date -> document.put("birthDate", date.toString()));
        if (!patient.sex().isEmpty()) {
            document.put("sex", patient.sex());
        }
        Map<Section, List<Object>> lists = new LinkedHashMap<>();
        for (Entry entry : patient.entries()) {
            lists.computeIfAbsent(entry.section(), any -> new ArrayList<>()).add(entry(entry));
        }
        // An empty list of these says that there is none.
        Stream.of(Section.SPASMS, Section.MEDICINES, Section.CONDITIONS)
                .filter(patient.complete()::contains)
                .forEach(section -> lists.putIfAbsent(section, List.of()));
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
                values.put(field.name(), when.written());
            } else if (field.type() instanceof Field.Span && value instanceof Double minutes) {
                values.put(field.name(), Numbers.plain(minutes) + " minutes");
            } else if (value != null) {
                values.put(field.name(), plain(value));
            }
        }
        return values;
    }

    /** 68 and not 68.0. */
    private static Object plain(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? (Object) number.longValue()
                : value;
    }
}
