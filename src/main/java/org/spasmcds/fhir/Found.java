package org.spasmcds.fhir;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;

/**
 * One fact that a resource gives, before it is laid beside what the others give.
 *
 * @param values the fields of the patient document
 * @param from the resource
 * @param code by which it was understood
 * @param note how it was understood where a reader could have doubts; else empty
 * @param said when it was true or recorded, if that is known
 */
record Found(
        Section section,
        String name,
        Map<String, Object> values,
        Resource from,
        String code,
        String note,
        Optional<When> said) {

    String status() {
        return String.valueOf(values.getOrDefault("status", "present"));
    }

    boolean isAbsent() {
        return status().equals("absent");
    }

    /** Denied or affirmed as a whole, not at one place only. */
    boolean isEverywhere() {
        return !values.containsKey("side") && !values.containsKey("site");
    }

    boolean isObserved() {
        return Boolean.TRUE.equals(values.get("observed"));
    }

    Found with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(field, value);
        return new Found(section, name, changed, from, code, note, said);
    }

    static Found of(Section section, String name, Resource from, Codes.Match match) {
        return new Found(section, name, Map.of(), from, match.code(), "", Optional.empty());
    }

    Found saidAt(Optional<When> time) {
        return new Found(section, name, values, from, code, note, time);
    }

    Found noted(String words) {
        String joined = String.join(
                "; ",
                List.of(note, words).stream().filter(text -> !text.isEmpty()).toList());
        return new Found(section, name, values, from, code, joined, said);
    }
}
