package org.spasmcds.examples.hooks.card;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Question;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.Code;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Vocabulary;

/** Suggests laboratory tests that are missing, as draft orders. */
final class Laboratory {
    private static final int MOST = 3;
    private static final String QUESTION = "results.";

    private final Vocabulary vocabulary;

    Laboratory(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The tests that could change the answer, then those that the findings ask for, without those on record. */
    List<Card.Suggestion> suggestions(Case call, List<Finding> findings, List<Question> questions) {
        Set<String> tests = new LinkedHashSet<>();
        questions.stream()
                .filter(question -> question.effort() == Question.Effort.LABORATORY
                        && question.id().startsWith(QUESTION))
                .forEach(question -> tests.add(question.id().substring(QUESTION.length())));
        findings.stream()
                .filter(finding -> finding.level().atLeast(Level.SOON))
                .flatMap(finding -> finding.ask().stream())
                .flatMap(asked -> vocabulary.find(asked, EnumSet.of(Kind.ANALYTE)).stream())
                .forEach(name -> tests.add(name.id()));
        call.read().patient().entries().stream()
                .filter(entry -> entry.section() == Section.RESULTS)
                .forEach(entry -> questionsAside(tests, entry.name(), questions));
        Level level = findings.get(0).level();
        return tests.stream()
                .flatMap(test -> code(test).map(code -> suggestion(call, test, code, level, findings)).stream())
                .limit(MOST)
                .toList();
    }

    /** A test on record is asked for again only where its result does not answer. */
    private static void questionsAside(Set<String> tests, String onRecord, List<Question> questions) {
        if (questions.stream().noneMatch(question -> question.id().equals(QUESTION + onRecord))) {
            tests.remove(onRecord);
        }
    }

    /** In serum or plasma where there is a choice; never a code that nobody checked. */
    private Optional<Code> code(String test) {
        return vocabulary.codes().stream()
                .filter(code -> code.name().equals(test) && code.system().equals("LOINC") && code.verified())
                .min(Comparator.comparing(code -> !code.display().endsWith("in Serum or Plasma")));
    }

    private Card.Suggestion suggestion(Case call, String test, Code code, Level level, List<Finding> findings) {
        String name = vocabulary.display(test);
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("resourceType", "ServiceRequest");
        order.put("status", "draft");
        order.put("intent", "order");
        order.put("category", List.of(concept("http://snomed.info/sct", "108252007", "Laboratory procedure")));
        order.put("priority", priority(level));
        Map<String, Object> what = new LinkedHashMap<>(concept("http://loinc.org", code.code(), code.display()));
        what.put("text", name);
        order.put("code", what);
        order.put("subject", Map.of("reference", "Patient/" + call.context().patientId()));
        call.context().encounterId().ifPresent(id -> order.put("encounter", Map.of("reference", "Encounter/" + id)));
        List<Map<String, Object>> reasons = new ArrayList<>();
        findings.stream().limit(MOST).forEach(finding -> reasons.add(Map.of("text", finding.title())));
        order.put("reasonCode", reasons);
        return new Card.Suggestion(
                "Order " + name,
                UUID.randomUUID().toString(),
                List.of(new Card.Action(
                        "create", "Draft an order for " + name + " (LOINC " + code.code() + ")", order)));
    }

    private static Map<String, Object> concept(String system, String code, String display) {
        Map<String, String> coding = new LinkedHashMap<>();
        coding.put("system", system);
        coding.put("code", code);
        coding.put("display", display);
        return Map.of("coding", List.of(coding));
    }

    private static String priority(Level level) {
        return switch (level) {
            case EMERGENCY -> "stat";
            case URGENT -> "urgent";
            default -> "routine";
        };
    }
}
