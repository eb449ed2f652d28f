package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Why;
import org.spasmcds.language.Words;

/** Writes the findings as predictions: what may be there, how sure that is, and on which facts it rests. */
final class RiskAssessmentWriter {
    private RiskAssessmentWriter() {}

    static ObjectNode resource(OutputContext context) {
        ObjectNode risk = context.begin("RiskAssessment", "");
        List<String> lines = new ArrayList<>();
        context.assessment().findings().forEach(finding -> lines.add(line(context, finding)));
        lines.add(context.assessment().returnAdvice());
        lines.add(context.assessment().disclaimer());
        OutputContext.narrative(risk, lines);
        risk.put("status", "final");
        risk.set(
                "method",
                OutputContext.concept(
                        Systems.RULES,
                        context.assessment().ruleset().digest(),
                        "spasm-cds, rules " + context.assessment().ruleset().version()));
        context.subject(risk, "subject");
        risk.put("occurrenceDateTime", context.assessment().evaluatedAt().toString());
        ArrayNode basis = JsonNodeFactory.instance.arrayNode();
        OutputContext.references(
                context.assessment().findings().stream()
                        .flatMap(finding -> context.facts(finding).stream())
                        .toList(),
                basis);
        if (!basis.isEmpty()) {
            risk.set("basis", basis);
        }
        if (!context.assessment().findings().isEmpty()) {
            ArrayNode predictions = risk.putArray("prediction");
            context.assessment().findings().forEach(finding -> predictions.add(prediction(context, finding)));
        }
        risk.put("mitigation", context.assessment().returnAdvice());
        risk.putArray("note").addObject().put("text", context.assessment().disclaimer());
        return risk;
    }

    private static String line(OutputContext context, Finding finding) {
        return finding.level() + ": " + finding.title() + " (" + certainty(context, finding) + "). " + finding.says();
    }

    private static String certainty(OutputContext context, Finding finding) {
        return finding.certainty()
                .word(Words.of(context.assessment().language()).orElseThrow());
    }

    private static ObjectNode prediction(OutputContext context, Finding finding) {
        ObjectNode prediction = JsonNodeFactory.instance.objectNode();
        level(prediction, finding.level());
        ObjectNode outcome = OutputContext.concept(Systems.CONDITION, finding.id(), finding.title());
        finding.causes()
                .forEach(cause -> ((ArrayNode) outcome.get("coding"))
                        .addObject()
                        .put("system", Systems.CAUSE)
                        .put("code", cause));
        prediction.set("outcome", outcome);
        prediction.set(
                "qualitativeRisk",
                OutputContext.concept(Systems.CERTAINTY, finding.certainty().name(), certainty(context, finding)));
        prediction.put("rationale", rationale(context, finding));
        return prediction;
    }

    /** How soon someone should look; FHIR has no element for it beside the outcome. */
    static void level(ObjectNode holder, Level level) {
        holder.putArray("extension").addObject().put("url", Systems.LEVEL).put("valueCode", level.name());
    }

    private static String rationale(OutputContext context, Finding finding) {
        List<String> sentences = new ArrayList<>(List.of(finding.says()));
        for (Why why : context.why(finding)) {
            why.grounds().forEach(ground -> sentences.add(ground.sentence() + " [" + why.rule() + "]"));
            sentences.addAll(why.doubts());
        }
        Words words = Words.of(context.assessment().language()).orElseThrow();
        finding.assumptions().forEach(assumed -> sentences.add(words.say("report.assumes") + ": " + assumed));
        finding.sources().forEach(source -> sentences.add(source.id() + ": " + source.title()));
        return String.join("\n", sentences);
    }
}
