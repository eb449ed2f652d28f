package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.spasmcds.Assessment;
import org.spasmcds.Basis;
import org.spasmcds.Gap;
import org.spasmcds.Level;
import org.spasmcds.Question;
import org.spasmcds.language.Words;

/** Writes how the search ended, what it produced, and which data would help most. */
final class GuidanceResponseWriter {
    private GuidanceResponseWriter() {}

    static ObjectNode resource(OutputContext context, ObjectNode risk, List<ObjectNode> issues) {
        Assessment assessment = context.assessment();
        Words words = Words.of(assessment.language()).orElseThrow();
        ObjectNode response = context.begin("GuidanceResponse", "");
        List<String> lines = new ArrayList<>();
        assessment.level().ifPresent(level -> lines.add(level.name() + ": " + level.meaning(words)));
        context.basis().questions().forEach(question -> lines.add(question.text()));
        lines.add(assessment.returnAdvice());
        lines.add(assessment.disclaimer());
        OutputContext.narrative(response, lines);
        response.putArray("contained").add(parameters(context, risk, issues));
        if (!assessment.gaps().isEmpty()) {
            ((ArrayNode) response.get("contained")).add(gaps(assessment));
            response.putArray("evaluationMessage").addObject().put("reference", "#gaps");
        }
        response.put("moduleUri", Systems.RULES + ":" + assessment.ruleset().digest());
        response.put("status", context.basis().questions().isEmpty() ? "success" : "data-requested");
        context.subject(response, "subject");
        response.put("occurrenceDateTime", assessment.evaluatedAt().toString());
        ArrayNode notes = response.putArray("note");
        notes.addObject().put("text", assessment.disclaimer());
        assessment.notes().forEach(note -> notes.addObject().put("text", note));
        response.putObject("outputParameters").put("reference", "#output");
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        context.basis().questions().forEach(question -> data.add(requirement(context, question)));
        if (!data.isEmpty()) {
            response.set("dataRequirement", data);
        }
        return response;
    }

    private static ObjectNode parameters(OutputContext context, ObjectNode risk, List<ObjectNode> issues) {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        output.put("resourceType", "Parameters").put("id", "output");
        ArrayNode parameters = output.putArray("parameter");
        Assessment assessment = context.assessment();
        parameters
                .addObject()
                .put("name", "outcome")
                .put("valueCode", assessment.outcome().name());
        assessment.level().ifPresent(level -> level(parameters, "level", level));
        Basis basis = context.basis();
        basis.range().lowest().ifPresent(level -> level(parameters, "lowest-level", level));
        basis.range().highest().ifPresent(level -> level(parameters, "highest-level", level));
        OutputContext.reference(parameters.addObject().put("name", "risk-assessment"), "valueReference", risk);
        issues.forEach(issue ->
                OutputContext.reference(parameters.addObject().put("name", "detected-issue"), "valueReference", issue));
        basis.cannotRuleOut()
                .forEach(open -> parameters
                        .addObject()
                        .put("name", "cannot-rule-out")
                        .set(
                                "valueCodeableConcept",
                                OutputContext.concept(Systems.CONDITION, open.id(), open.title())));
        return output;
    }

    private static void level(ArrayNode parameters, String name, Level level) {
        parameters.addObject().put("name", name).put("valueCode", level.name());
    }

    /** "Nothing found" and "could not look" are different answers: what could not be judged is named. */
    private static ObjectNode gaps(Assessment assessment) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode();
        outcome.put("resourceType", "OperationOutcome").put("id", "gaps");
        ArrayNode issues = outcome.putArray("issue");
        for (Gap gap : assessment.gaps()) {
            ObjectNode issue = issues.addObject().put("severity", "information").put("code", "incomplete");
            issue.set("details", OutputContext.concept(Systems.CONDITION, gap.id(), gap.title()));
            issue.put("diagnostics", String.join("; ", gap.missing()));
        }
        return outcome;
    }

    /** The data that a question asks for, by its code where the vocabulary has a checked one. */
    private static ObjectNode requirement(OutputContext context, Question question) {
        ObjectNode requirement = JsonNodeFactory.instance.objectNode();
        String section = question.id().replaceFirst("\\..*", "");
        String name = question.id().substring(Math.min(question.id().length(), section.length() + 1));
        requirement.put(
                "type",
                switch (section) {
                    case "conditions" -> "Condition";
                    case "medicines" -> "MedicationStatement";
                    case "familyHistory" -> "FamilyMemberHistory";
                    case "age", "sex" -> "Patient";
                    default -> "Observation";
                });
        requirement
                .putArray("extension")
                .addObject()
                .put("url", Systems.QUESTION)
                .put("valueString", question.text());
        if (context.vocabulary().name(name).isPresent()) {
            requirement
                    .putArray("codeFilter")
                    .addObject()
                    .put("path", "code")
                    .set("code", context.concepts().of(name).get("coding"));
        }
        return requirement;
    }
}
