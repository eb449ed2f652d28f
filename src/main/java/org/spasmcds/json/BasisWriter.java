package org.spasmcds.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.spasmcds.Basis;
import org.spasmcds.Level;
import org.spasmcds.Question;

/**
 * Writes an assessment with its basis as JSON: the document of {@link AssessmentWriter} with {@code basis} beside it. Field names follow
 * the record components; what is empty is left out, but for lists.
 */
public final class BasisWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private BasisWriter() {}

    /**
     * @param subject the file or id that the assessment is about; left out when empty
     */
    public static ObjectNode document(String subject, Basis basis) {
        ObjectNode document = AssessmentWriter.document(subject, basis.assessment());
        ObjectNode node = document.putObject("basis");
        ObjectNode range = node.putObject("range");
        level(range, "lowest", basis.range().lowest());
        level(range, "highest", basis.range().highest());
        node.set("cannotRuleOut", list(basis.cannotRuleOut(), BasisWriter::openCondition));
        node.set("questions", list(basis.questions(), BasisWriter::question));
        node.put("notAsked", basis.notAsked());
        node.set("whatIf", list(basis.whatIf(), BasisWriter::turn));
        node.set("why", list(basis.why(), WhyWriter::why));
        return document;
    }

    private static <T> ArrayNode list(List<T> values, Function<T, JsonNode> write) {
        ArrayNode list = NODES.arrayNode();
        values.forEach(value -> list.add(write.apply(value)));
        return list;
    }

    private static JsonNode texts(List<String> texts) {
        return MAPPER.valueToTree(texts);
    }

    private static void level(ObjectNode node, String field, Optional<Level> level) {
        level.ifPresent(each -> node.put(field, each.name()));
    }

    private static ObjectNode openCondition(Basis.OpenCondition open) {
        ObjectNode node = NODES.objectNode()
                .put("id", open.id())
                .put("title", open.title())
                .put("level", open.level().name());
        node.set("pointing", texts(open.pointing()));
        node.set("missing", texts(open.missing()));
        return node;
    }

    private static ObjectNode question(Question question) {
        ObjectNode node = NODES.objectNode()
                .put("id", question.id())
                .put("text", question.text())
                .put("effort", question.effort().name())
                .put("form", question.form().name());
        if (!question.unit().isEmpty()) {
            node.put("unit", question.unit());
        }
        node.set("choices", texts(question.choices()));
        node.set("effects", list(question.effects(), BasisWriter::effect));
        return node;
    }

    private static ObjectNode effect(Question.Effect effect) {
        return NODES.objectNode()
                .put("condition", effect.condition())
                .put("title", effect.title())
                .put("level", effect.level().name())
                .put("takesBack", effect.takesBack())
                .put("says", effect.says());
    }

    private static ObjectNode turn(Basis.Turn turn) {
        ObjectNode node = NODES.objectNode().put("fact", turn.fact()).put("change", turn.change());
        level(node, "from", turn.from());
        level(node, "to", turn.to());
        return node;
    }
}
