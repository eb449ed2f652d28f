package org.spasmcds.authoring.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Ruleset;
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

    /** A patient for whom all these rules fire, as a case has it; empty when none was found. */
    String witness(List<Rule> rules) {
        return witnesses.firing(rules).map(Given::text).orElse("");
    }

    AnalysisFinding finding(Defect defect, boolean note, List<Rule> rules, String subject, String message) {
        Rule first = rules.get(0);
        return new AnalysisFinding(
                defect.label(),
                note,
                rules.stream().map(Rule::id).toList(),
                first.file(),
                first.line(),
                1,
                subject,
                message,
                witness(rules));
    }

    Optional<Rule> rule(String id) {
        return rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
