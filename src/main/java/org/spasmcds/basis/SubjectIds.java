package org.spasmcds.basis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.Vocabulary;

/** Reads the ids of questions, so that a dialog can be taken up with nothing but them and what is known. */
final class SubjectIds {
    private SubjectIds() {}

    /** The subject of a question by its id; empty when there is none of this id. */
    static Optional<Subject> subject(String id, Vocabulary vocabulary) {
        String[] parts = id.split("\\.");
        if (id.equals("age")) {
            return Optional.of(new Subject.Age());
        }
        if (id.equals("sex")) {
            return Optional.of(new Subject.Sex());
        }
        for (Section section : Section.values()) {
            if (section.label().equals(parts[0])) {
                return subject(section, parts, vocabulary);
            }
        }
        return Optional.empty();
    }

    private static Optional<Subject> subject(Section section, String[] parts, Vocabulary vocabulary) {
        if (section == Section.SPASMS) {
            if (parts.length == 1) {
                return Optional.of(new Subject.Complaint());
            }
            if (String.join(".", parts).equals(new Subject.Circumstances().id())) {
                return Optional.of(new Subject.Circumstances());
            }
            return parts.length == 2 && section.field(parts[1]).isPresent()
                    ? Optional.of(new Subject.Detail(section, "", parts[1]))
                    : Optional.empty();
        }
        if (parts.length == 1) {
            return Opening.LISTED.contains(section) ? Optional.of(new Subject.Listing(section)) : Optional.empty();
        }
        if (parts[1].equals(Subject.Unnamed.ALL)) {
            return Optional.of(new Subject.Unnamed(section));
        }
        List<String> names = List.of(parts[1].split(Pattern.quote(Subject.Checklist.AND)));
        boolean known = names.stream()
                .allMatch(each -> vocabulary
                        .name(each)
                        .filter(name -> section.kinds().contains(name.kind()))
                        .isPresent());
        if (!known || parts.length > (names.size() > 1 ? 2 : 3)) {
            return Optional.empty();
        }
        if (names.size() > 1) {
            return Optional.of(new Subject.Checklist(section, names));
        }
        if (parts.length == 3) {
            return section.field(parts[2]).isPresent()
                    ? Optional.of(new Subject.Detail(section, parts[1], parts[2]))
                    : Optional.empty();
        }
        return Optional.of(
                section == Section.RESULTS ? new Subject.Value(parts[1]) : new Subject.Presence(section, parts[1]));
    }
}
