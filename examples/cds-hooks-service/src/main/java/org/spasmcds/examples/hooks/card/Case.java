package org.spasmcds.examples.hooks.card;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.spasmcds.Basis;
import org.spasmcds.Finding;
import org.spasmcds.Question;
import org.spasmcds.examples.hooks.hook.HookContext;
import org.spasmcds.examples.hooks.prefetch.PatientData;
import org.spasmcds.fhir.FhirPatient;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * What the cards of one call are made of.
 *
 * @param findings those worth showing, the most pressing first
 */
record Case(
        HookContext context,
        PatientData data,
        FhirPatient read,
        Orders orders,
        OrderEffect effect,
        Basis basis,
        List<Finding> findings) {

    boolean isForOrders() {
        return !orders.looked().isEmpty();
    }

    /** The names of the medicines in the orders that are looked at. */
    Set<String> ordered() {
        Set<String> references = orders.references();
        return read.patient().entries().stream()
                .filter(entry -> entry.section() == Section.MEDICINES && references.contains(entry.text("document")))
                .map(entry -> entry.name())
                .collect(Collectors.toSet());
    }

    /** What cannot be ruled out; beside an order only that to which a medicine points that the findings are about. */
    List<Basis.OpenCondition> open(Vocabulary vocabulary) {
        Set<String> facts = findings.stream()
                .flatMap(finding -> finding.reasons().stream())
                .flatMap(reason -> reason.facts().stream())
                .collect(Collectors.toSet());
        List<String> medicines = read.patient().entries().stream()
                .filter(entry -> entry.section() == Section.MEDICINES)
                .map(entry -> vocabulary.display(entry.name()))
                .filter(medicine -> facts.stream().anyMatch(fact -> fact.contains(medicine)))
                .toList();
        return basis.cannotRuleOut().stream()
                .filter(open -> !isForOrders()
                        || open.pointing().stream()
                                .anyMatch(fact -> medicines.stream().anyMatch(fact::contains)))
                .toList();
    }

    /** What to ask next; beside an order only what bears on these conditions. */
    List<Question> questions(Set<String> conditions) {
        return basis.questions().stream()
                .filter(question -> !isForOrders()
                        || question.effects().stream().anyMatch(effect -> conditions.contains(effect.condition())))
                .toList();
    }
}
