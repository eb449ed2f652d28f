package org.spasmcds.fhir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spasmcds.intake.Section;

/** What the resources of one patient give, and what they do not. */
final class Collected {
    private final List<Found> facts = new ArrayList<>();
    private final List<UsedResource> used = new ArrayList<>();
    private final Set<UnusedResource> unused = new LinkedHashSet<>();
    private final Set<Found> listed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Section> complete = EnumSet.noneOf(Section.class);
    private final Set<Section> none = EnumSet.noneOf(Section.class);

    void add(Found fact) {
        facts.add(fact);
    }

    void unused(Resource from, String code, UnusedReason reason, String detail) {
        unused.add(new UnusedResource(from.reference(), code, reason, detail));
    }

    void unused(Found fact, UnusedReason reason, String detail) {
        unused(fact.from(), fact.code(), reason, detail);
    }

    /** A result that is handed on, although the assessment will not use it: it tells so, too. */
    void listed(Found fact, UnusedReason reason, String detail) {
        unused(fact, reason, detail);
        listed.add(fact);
    }

    boolean isListed(Found fact) {
        return listed.contains(fact);
    }

    /** A resource that is a part of a fact to which another one gave its name. */
    void used(Found fact, String note) {
        String joined = fact.note().isEmpty() ? note : fact.note() + "; " + note;
        used(fact.from().reference(), fact.code(), fact.name(), joined);
    }

    void used(String reference, String code, String name, String note) {
        used.add(new UsedResource(reference, code, name, note));
    }

    List<UsedResource> used() {
        return used;
    }

    /** A list of these names everything there is. */
    void complete(Section section) {
        complete.add(section);
    }

    /** None of these is known. */
    void none(Section section, Resource from, String code) {
        none.add(section);
        used(from.reference(), code, section.label(), "none is known");
    }

    Set<Section> none() {
        return none;
    }

    List<Found> facts() {
        return facts;
    }

    List<UnusedResource> unused() {
        return List.copyOf(unused);
    }

    Set<Section> complete() {
        return complete;
    }
}
