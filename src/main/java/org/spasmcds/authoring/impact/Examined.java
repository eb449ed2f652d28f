package org.spasmcds.authoring.impact;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Assessment;
import org.spasmcds.Examination;
import org.spasmcds.Level;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Rule;

/** What one version made of a patient: what fired, and the answer. */
final class Examined {
    private final Examination examination;
    private final Assessment assessment;
    private final Answer answer;

    Examined(Examination examination, Assessment assessment) {
        this.examination = examination;
        this.assessment = assessment;
        answer = Answer.of(assessment);
    }

    Answer answer() {
        return answer;
    }

    /** The rules that fired, each with whether it did so on facts that are current. */
    Map<String, Boolean> fired() {
        Map<String, Boolean> fired = new LinkedHashMap<>();
        examination.firedWithStale().keySet().forEach(rule -> fired.put(rule.id(), false));
        examination.fired().keySet().forEach(rule -> fired.put(rule.id(), true));
        return fired;
    }

    Map<String, Level> standing() {
        return Answer.standing(assessment);
    }

    /** The facts on which a rule fired, in words. */
    List<String> facts(String rule) {
        Set<Object> facts = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(examination.fired(), rule, facts);
        if (facts.isEmpty()) {
            collect(examination.firedWithStale(), rule, facts);
        }
        FactSheet sheet = examination.facts();
        return sheet.inOrder(facts).stream()
                .map(sheet::label)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
    }

    private static void collect(Map<Rule, List<Set<Object>>> fired, String id, Set<Object> facts) {
        fired.forEach((rule, ways) -> {
            if (rule.id().equals(id)) {
                ways.forEach(facts::addAll);
            }
        });
    }
}
