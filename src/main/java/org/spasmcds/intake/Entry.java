package org.spasmcds.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One fact as it was given, checked against the fields of its section.
 *
 * @param path where it stands in the document, for messages
 * @param name its name in the vocabulary; empty for a spasm
 * @param values the fields that were given, in their stored form
 */
public record Entry(Section section, String path, String name, Map<String, Object> values) {
    public String text(String field) {
        return values.get(field) instanceof String text ? text : "";
    }

    public double number(String field) {
        return values.get(field) instanceof Double number ? number : Double.NaN;
    }

    /** {@code yes}, {@code no} or empty. */
    public String yesNo(String field) {
        return values.get(field) instanceof Boolean flag ? (flag ? "yes" : "no") : "";
    }

    public boolean flag(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    /** The status as given, or what it is when left out. */
    public String statusOr(String otherwise) {
        return text("status").isEmpty() ? otherwise : text("status");
    }

    /** A clinician or a device recorded it. */
    public boolean isObserved() {
        return flag("observed");
    }

    public Optional<When> when(String field) {
        return values.get(field) instanceof When when ? Optional.of(when) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    public List<String> list(String field) {
        return values.get(field) instanceof List<?> list ? (List<String>) list : List.of();
    }
}
