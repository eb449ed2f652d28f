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
import org.spasmcds.Fact;
import org.spasmcds.Ground;
import org.spasmcds.Level;
import org.spasmcds.Question;
import org.spasmcds.Why;

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
        node.set("why", list(basis.why(), BasisWriter::why));
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

    private static ObjectNode why(Why why) {
        ObjectNode node = NODES.objectNode()
                .put("finding", why.finding())
                .put("rule", why.rule())
                .put("level", why.level().name())
                .put("says", why.says());
        node.set("grounds", list(why.grounds(), BasisWriter::ground));
        node.set("excluded", list(why.excluded(), BasisWriter::ground));
        node.set("assumed", texts(why.assumed()));
        node.set("doubts", texts(why.doubts()));
        node.put("evidence", why.evidence().name());
        node.set("sources", list(why.sources(), source -> NODES.textNode(source.id())));
        return node.put("file", why.file()).put("line", why.line()).put("version", why.version());
    }

    private static ObjectNode ground(Ground ground) {
        ObjectNode node = NODES.objectNode().put("sentence", ground.sentence());
        node.set("facts", list(ground.facts(), BasisWriter::fact));
        node.set(
                "limits",
                list(
                        ground.limits(),
                        limit -> NODES.objectNode()
                                .put("property", limit.property())
                                .put("operator", limit.operator())
                                .put("value", limit.value())));
        return node.put("line", ground.line());
    }

    private static ObjectNode fact(Fact fact) {
        ObjectNode node = NODES.objectNode().put("name", fact.name()).put("label", fact.label());
        fact.value().ifPresent(value -> node.set("value", quantity(value)));
        fact.given().ifPresent(given -> node.set("given", quantity(given)));
        fact.limits().ifPresent(limits -> {
            ObjectNode written = node.putObject("limits");
            limits.low().ifPresent(low -> written.put("low", low));
            limits.high().ifPresent(high -> written.put("high", high));
            written.put("own", limits.own());
        });
        if (!fact.times().isEmpty()) {
            ObjectNode times = node.putObject("times");
            fact.times().forEach(times::put);
        }
        put(node, "path", fact.path());
        put(node, "document", fact.document());
        put(node, "formula", fact.formula());
        if (!fact.inputs().isEmpty()) {
            node.set("inputs", list(fact.inputs(), BasisWriter::fact));
        }
        return node;
    }

    private static ObjectNode quantity(Fact.Quantity quantity) {
        ObjectNode node = NODES.objectNode();
        quantity.number()
                .ifPresentOrElse(number -> node.put("value", number), () -> node.put("value", quantity.value()));
        put(node, "unit", quantity.unit());
        return node;
    }

    private static void put(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }
}
