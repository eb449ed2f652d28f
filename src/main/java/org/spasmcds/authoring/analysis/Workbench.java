package org.spasmcds.authoring.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Ruleset;
import org.spasmcds.json.PatientWriter;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * What every question is asked of.
 *
 * @param texts the files of the folder, for places that the parsed form does not know
 * @param conditions the conditions that are looked at; the others only stand beside them
 */
record Workbench(
        Ruleset ruleset,
        Map<String, String> texts,
        Set<String> conditions,
        Entailment entailment,
        WitnessSearch witnesses) {
    List<Rule> rules() {
        return ruleset.rules();
    }

    Vocabulary vocabulary() {
        return ruleset.vocabulary();
    }

    boolean isAsked(Rule rule) {
        return conditions.contains(rule.condition());
    }

    /** Where something is written. */
    record Place(String file, int line, int column) {}

    /** A finding about rules as a whole, with a patient for whom all of them fire. */
    AnalysisFinding finding(Defect defect, boolean note, List<Rule> rules, String subject, String message) {
        return finding(
                defect,
                note,
                rules.stream().map(Rule::id).toList(),
                place(rules.get(0)),
                subject,
                message,
                witnesses.firing(rules));
    }

    AnalysisFinding finding(
            Defect defect,
            boolean note,
            List<String> rules,
            Place place,
            String subject,
            String message,
            Optional<Given> given) {
        return new AnalysisFinding(
                defect.label(),
                note,
                rules.stream().distinct().toList(),
                place.file(),
                place.line(),
                place.column(),
                subject,
                message,
                given.map(Given::text).orElse(""),
                given.flatMap(witnesses::patient).map(PatientWriter::document).orElse(Map.of()));
    }

    static Place place(Rule rule) {
        return new Place(rule.file(), rule.line(), 1);
    }

    Optional<Rule> rule(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
