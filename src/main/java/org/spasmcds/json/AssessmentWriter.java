package org.spasmcds.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Gap;
import org.spasmcds.Reason;
import org.spasmcds.Refusal;
import org.spasmcds.language.Words;

/** Writes an assessment as JSON. Field names follow the record components; a level that does not exist is left out. */
public final class AssessmentWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AssessmentWriter() {}

    /** On one line. */
    public static String line(String subject, Assessment assessment) {
        return document(subject, assessment).toString();
    }

    /** Over several lines. */
    public static String pretty(String subject, Assessment assessment) {
        return document(subject, assessment).toPrettyString();
    }

    /**
     * @param subject the file or id that the assessment is about; left out when empty
     */
    public static ObjectNode document(String subject, Assessment assessment) {
        ObjectNode document = NODES.objectNode();
        if (!subject.isEmpty()) {
            document.put("subject", subject);
        }
        document.put("evaluatedAt", assessment.evaluatedAt().toString());
        document.put("language", assessment.language().getLanguage());
        document.put("outcome", assessment.outcome().name());
        assessment
                .level()
                .ifPresent(level ->
                        document.put("level", level.name()).put("levelMeaning", level.meaning(words(assessment))));
        ArrayNode findings = document.putArray("findings");
        assessment.findings().forEach(finding -> findings.add(finding(finding)));
        document.set(
                "explanations",
                texts(assessment.explanations().stream().map(Finding::id).toList()));
        ArrayNode gaps = document.putArray("gaps");
        assessment.gaps().forEach(gap -> gaps.add(gap(gap)));
        ArrayNode refused = document.putArray("refused");
        assessment.refused().forEach(refusal -> refused.add(refusal(refusal)));
        document.set("notes", texts(assessment.notes()));
        document.put("returnAdvice", assessment.returnAdvice());
        document.put("disclaimer", assessment.disclaimer());
        document.putObject("ruleset")
                .put("version", assessment.ruleset().version())
                .put("digest", assessment.ruleset().digest())
                .put("rules", assessment.ruleset().rules());
        return document;
    }

    private static Words words(Assessment assessment) {
        return Words.of(assessment.language()).orElseThrow();
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = NODES.objectNode();
        node.put("id", finding.id());
        node.put("title", finding.title());
        node.put("kind", finding.kind().name());
        node.set("causes", texts(finding.causes()));
        node.put("level", finding.level().name());
        node.put("certainty", finding.certainty().name());
        node.put("attribution", finding.attribution().name());
        node.put("evidence", finding.evidence().name());
        node.put("says", finding.says());
        ArrayNode reasons = node.putArray("reasons");
        finding.reasons().forEach(reason -> reasons.add(reason(reason)));
        node.set("assumptions", texts(finding.assumptions()));
        node.set("ask", texts(finding.ask()));
        ArrayNode raises = node.putArray("raises");
        finding.raises().forEach(gap -> raises.add(gap(gap)));
        ArrayNode sources = node.putArray("sources");
        finding.sources()
                .forEach(source -> sources.addObject()
                        .put("id", source.id())
                        .put("title", source.title())
                        .put("organization", source.organization())
                        .put("year", source.year())
                        .put("url", source.url()));
        node.put("mostUsual", finding.mostUsual());
        return node;
    }

    private static ObjectNode reason(Reason reason) {
        ObjectNode node = NODES.objectNode();
        node.put("rule", reason.rule());
        node.put("level", reason.level().name());
        node.put("says", reason.says());
        node.set("facts", texts(reason.facts()));
        node.set("doubts", texts(reason.doubts()));
        return node;
    }

    private static ObjectNode gap(Gap gap) {
        ObjectNode node = NODES.objectNode();
        node.put("id", gap.id());
        node.put("title", gap.title());
        node.put("level", gap.level().name());
        node.set("missing", texts(gap.missing()));
        return node;
    }

    private static ObjectNode refusal(Refusal refusal) {
        return NODES.objectNode()
                .put("field", refusal.field())
                .put("fact", refusal.fact())
                .put("reason", refusal.reason());
    }

    private static ArrayNode texts(List<String> texts) {
        return MAPPER.valueToTree(texts);
    }
}
