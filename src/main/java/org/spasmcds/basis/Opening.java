package org.spasmcds.basis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.fact.FactType;
import org.spasmcds.fact.Patient;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Interpreter;

/**
 * What a dialog asks before anything points anywhere: who the patient is, what the complaint is, where, when it comes and since when,
 * and what else there is in the patient's own words. No rule can rank these, as nearly every rule depends on them.
 */
final class Opening {
    /** The sections of which a question takes everything at once. */
    static final Set<Section> LISTED =
            Set.of(Section.SYMPTOMS, Section.MEDICINES, Section.CONDITIONS, Section.EXPOSURES, Section.RESULTS);

    /** Who has named fewer symptoms than this may have more to tell. */
    private static final int FEW_SYMPTOMS = 3;

    /** What the questions of a history are worth that are asked of everyone, beside what points to them. */
    private static final double HISTORY = 20;

    private final List<Entry> entries;
    private final Set<Section> complete;
    private final Interpreter interpreter;

    Opening(List<Entry> entries, Set<Section> complete, Interpreter interpreter) {
        this.entries = entries;
        this.complete = complete;
        this.interpreter = interpreter;
    }

    /** In the order in which they are asked. */
    List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        List<Patient> persons = interpreter.about(FactType.of("Patient").orElseThrow(), "").stream()
                .map(Patient.class::cast)
                .toList();
        if (persons.stream().allMatch(person -> Double.isNaN(person.getAge()))) {
            subjects.add(new Subject.Age());
        }
        if (persons.stream().allMatch(person -> person.getSex().isEmpty())) {
            subjects.add(new Subject.Sex());
        }
        boolean symptoms = has(Section.SYMPTOMS);
        if (!has(Section.SPASMS) && !symptoms && !complete.contains(Section.SPASMS)) {
            subjects.add(new Subject.Complaint());
        }
        subjects.addAll(ofSpasms());
        if (count(Section.SYMPTOMS) < FEW_SYMPTOMS) {
            subjects.add(new Subject.Listing(Section.SYMPTOMS));
        }
        return subjects;
    }

    private List<Subject> ofSpasms() {
        List<Entry> spasms = entries.stream()
                .filter(entry -> entry.section() == Section.SPASMS)
                .toList();
        if (spasms.isEmpty()) {
            return List.of();
        }
        List<Subject> subjects = new ArrayList<>();
        if (spasms.stream().anyMatch(Opening::isWithoutPlace)) {
            subjects.add(new Subject.Detail(Section.SPASMS, "", "sites"));
        }
        if (spasms.stream()
                .allMatch(entry -> Collections.disjoint(entry.values().keySet(), Subject.Circumstances.FIELDS))) {
            subjects.add(new Subject.Circumstances());
        }
        if (spasms.stream().anyMatch(entry -> !entry.values().containsKey("onset"))) {
            subjects.add(new Subject.Detail(Section.SPASMS, "", "onset"));
        }
        return subjects;
    }

    /** Questions that are asked of everyone sooner or later, each with what it is worth at least. */
    Map<Subject, Double> history() {
        Map<Subject, Double> history = new LinkedHashMap<>();
        for (Section section : List.of(Section.MEDICINES, Section.CONDITIONS, Section.EXPOSURES, Section.RESULTS)) {
            if (!complete.contains(section) && !has(section)) {
                history.put(new Subject.Listing(section), HISTORY);
            }
        }
        return history;
    }

    private boolean has(Section section) {
        return count(section) > 0;
    }

    private long count(Section section) {
        return entries.stream().filter(entry -> entry.section() == section).count();
    }

    private static boolean isWithoutPlace(Entry entry) {
        return !entry.values().containsKey("sites") && !entry.values().containsKey("distribution");
    }
}
