package org.spasmcds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.basis.Answers;
import org.spasmcds.basis.Subject;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Section;
import org.spasmcds.json.PatientWriter;
import org.spasmcds.vocabulary.Vocabulary;

/** Answers questions as someone would who knows what a document says and nothing else. */
final class DocumentAnswers {
    private static final Set<String> NOT_DETAILS = Set.of("note", "document", "value", "unit");

    static final String UNKNOWN = "unknown";

    /** A result older than this is no answer to what it is now. */
    private static final double CURRENT_DAYS = 7;

    private final Patient full;
    private final Vocabulary vocabulary;
    private final Map<String, Object> document;

    DocumentAnswers(Patient full, Vocabulary vocabulary) {
        this.full = full;
        this.vocabulary = vocabulary;
        document = PatientWriter.document(full);
    }

    String to(Question question) {
        Subject subject = Answers.subject(question.id(), vocabulary).orElseThrow();
        if (subject instanceof Subject.Age) {
            return full.age().isPresent() ? String.valueOf(full.age().getAsDouble()) : UNKNOWN;
        }
        if (subject instanceof Subject.Sex) {
            return full.sex().isEmpty() ? UNKNOWN : full.sex();
        }
        if (subject instanceof Subject.Complaint) {
            return full.complete().contains(Section.SPASMS) ? "none" : UNKNOWN;
        }
        if (subject instanceof Subject.Circumstances) {
            return circumstances();
        }
        if (subject instanceof Subject.Checklist list) {
            return checklist(list);
        }
        if (subject instanceof Subject.Listing listing) {
            return listing(listing.section());
        }
        if (subject instanceof Subject.Presence presence) {
            return presence(presence.section(), presence.name());
        }
        if (subject instanceof Subject.Value value) {
            return value(value.test());
        }
        Subject.Detail detail = (Subject.Detail) subject;
        return entries(detail.section()).stream()
                .filter(entry -> name(detail.section(), entry).equals(detail.name()))
                .filter(entry -> entry.containsKey(detail.field()))
                .map(entry -> text(entry.get(detail.field())))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private String circumstances() {
        List<String> named = Subject.Circumstances.FIELDS.stream()
                .filter(field ->
                        entries(Section.SPASMS).stream().anyMatch(entry -> Boolean.TRUE.equals(entry.get(field))))
                .toList();
        return named.isEmpty() ? UNKNOWN : String.join("; ", named);
    }

    private String checklist(Subject.Checklist list) {
        List<String> named = new ArrayList<>();
        boolean open = false;
        for (Subject.Presence each : list.each()) {
            String answer = presence(each.section(), each.name());
            open |= answer.equals(UNKNOWN);
            if (answer.startsWith("yes")) {
                String details = answer.substring(3).replaceFirst("^; ", "");
                named.add(each.name() + (details.isEmpty() ? "" : " (" + details + ")"));
            }
        }
        return named.isEmpty() ? open ? UNKNOWN : "none" : String.join("; ", named);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> entries(Section section) {
        return (List<Map<String, Object>>) document.getOrDefault(section.label(), List.of());
    }

    private static String name(Section section, Map<String, Object> entry) {
        return section.key().isEmpty() ? "" : (String) entry.get(section.key());
    }

    /** A list that is not given says nothing; one that is given is answered with what it names. */
    private String listing(Section section) {
        if (!document.containsKey(section.label())) {
            return UNKNOWN;
        }
        List<String> named = new ArrayList<>();
        for (Map<String, Object> entry : entries(section)) {
            if (!List.of("absent", "unknown").contains(entry.getOrDefault("status", ""))) {
                String details = details(section, entry);
                String result = section == Section.RESULTS ? " " + value(entry) : "";
                named.add(name(section, entry) + result + (details.isEmpty() ? "" : " (" + details + ")"));
            }
        }
        return named.isEmpty() ? "none" : String.join("; ", named);
    }

    private static String details(Section section, Map<String, Object> entry) {
        List<String> details = new ArrayList<>();
        entry.forEach((field, value) -> {
            if (!field.equals(section.key()) && !NOT_DETAILS.contains(field)) {
                details.add(field + ": " + text(value));
            }
        });
        return String.join("; ", details);
    }

    private static String text(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    private String presence(Section section, String name) {
        for (Map<String, Object> entry : entries(section)) {
            Object status = entry.getOrDefault("status", "");
            if (name(section, entry).equals(name) && !status.equals(UNKNOWN)) {
                String details = details(section, entry);
                return status.equals("absent") ? "no" : details.isEmpty() ? "yes" : "yes; " + details;
            }
        }
        if (meets(section, vocabulary.descendants(name), false)) {
            return "yes";
        }
        boolean listed = full.complete().contains(section) && section != Section.SPASMS;
        return listed || meets(section, vocabulary.ancestors(name), true) ? "no" : UNKNOWN;
    }

    private boolean meets(Section section, Set<String> names, boolean absent) {
        return entries(section).stream()
                .anyMatch(entry -> names.contains(name(section, entry))
                        && entry.getOrDefault("status", "").equals("absent") == absent);
    }

    private String value(String test) {
        return full.entries().stream()
                .filter(entry -> isCurrent(entry) && entry.name().equals(test))
                .map(entry -> value(entry.values()))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static String value(Map<String, Object> entry) {
        return (text(entry.get("value")) + " " + entry.getOrDefault("unit", "")).strip();
    }

    private boolean isCurrent(Entry entry) {
        return entry.section() == Section.RESULTS
                && entry.when("at")
                        .map(at -> at.daysBefore(TestRules.NOW) <= CURRENT_DAYS)
                        .orElse(false);
    }
}
