package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Vocabulary;

/** Puts together what is asked in the same way, so that one question takes the place of many. */
final class Checklists {
    private static final int MOST = 8;
    /** Of what rules take for one another so often, one is read out. */
    private static final double LIKE = 0.3;

    static final Set<Section> SECTIONS = Set.of(Section.SYMPTOMS, Section.EXPOSURES);

    /** Things that are asked by one question: what a person tells, or what is looked for. */
    private record Place(Section section, boolean isSign) {}

    private final Vocabulary vocabulary;
    private final Asked asked;
    /** Single questions stand alone under themselves. */
    private final Map<Object, List<Subject>> questions = new LinkedHashMap<>();

    Checklists(Vocabulary vocabulary, Asked asked) {
        this.vocabulary = vocabulary;
        this.asked = asked;
    }

    /** A list that is full takes no more. */
    void add(Subject subject) {
        List<Subject> question = questions.computeIfAbsent(place(subject), any -> new ArrayList<>());
        if (question.size() < MOST) {
            question.add(subject);
        }
    }

    /** Whether a question that is there already can take it. */
    boolean takes(Subject subject) {
        List<Subject> question = questions.get(place(subject));
        return question != null
                && question.size() < MOST
                && question.stream().noneMatch(other -> isLike(name(subject), name(other)));
    }

    private static String name(Subject subject) {
        return ((Subject.Presence) subject).name();
    }

    private boolean isLike(String name, String other) {
        return Math.max(asked.rulebook().likeness(name, other), asked.rulebook().likeness(other, name)) >= LIKE;
    }

    private Object place(Subject subject) {
        if (subject instanceof Subject.Presence presence
                && SECTIONS.contains(presence.section())
                && asked.isReadOut(presence.section())) {
            boolean sign = vocabulary
                    .name(presence.name())
                    .filter(name -> name.kind() == Kind.SIGN)
                    .isPresent();
            return new Place(presence.section(), sign);
        }
        return subject;
    }

    int size() {
        return questions.size();
    }

    List<Subject> subjects() {
        return questions.values().stream().map(Checklists::question).toList();
    }

    private static Subject question(List<Subject> subjects) {
        if (subjects.size() == 1) {
            return subjects.get(0);
        }
        List<String> names = subjects.stream().map(Checklists::name).toList();
        return new Subject.Checklist(((Subject.Presence) subjects.get(0)).section(), names);
    }
}
