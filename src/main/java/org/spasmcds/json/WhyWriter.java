package org.spasmcds.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.spasmcds.Assessment;
import org.spasmcds.Fact;
import org.spasmcds.Finding;
import org.spasmcds.Ground;
import org.spasmcds.Why;
import org.spasmcds.WhyNot;

/** Writes why an answer stands, or does not, as JSON. Field names follow the record components; what does not exist is left out. */
public final class WhyWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WhyWriter() {}

    /**
     * An assessment as {@link AssessmentWriter} writes it, with {@code why}: one object for every reason.
     *
     * @param subject the file or id that it is about; left out when empty
     */
    public static ObjectNode document(String subject, Assessment assessment, List<Why> why) {
        ObjectNode document = AssessmentWriter.document(subject, assessment);
        ArrayNode all = document.putArray("why");
        why.forEach(each -> all.add(why(each)));
        return document;
    }

    /** Why a reason counts. */
    public static ObjectNode why(Why why) {
        ObjectNode node = NODES.objectNode();
        node.put("finding", why.finding());
        node.put("rule", why.rule());
        node.put("level", why.level().name());
        node.put("says", why.says());
        grounds(node.putArray("grounds"), why.grounds());
        grounds(node.putArray("excluded"), why.excluded());
        texts(node.putArray("assumed"), why.assumed());
        texts(node.putArray("doubts"), why.doubts());
        node.put("evidence", why.evidence().name());
        ArrayNode sources = node.putArray("sources");
        why.sources().forEach(source -> source(sources.addObject(), source));
        return place(node, why.file(), why.line(), why.version());
    }

    /** Why a rule does not fire, or does not count. */
    public static ObjectNode whyNot(WhyNot whyNot) {
        ObjectNode node = NODES.objectNode();
        node.put("rule", whyNot.rule());
        node.put("finding", whyNot.finding());
        node.put("level", whyNot.level().name());
        node.put("fired", whyNot.fired());
        whyNot.counts().ifPresent(level -> node.put("counts", level.name()));
        if (!whyNot.setback().isEmpty()) {
            node.put("setback", whyNot.setback());
        }
        ArrayNode conditions = node.putArray("conditions");
        for (WhyNot.Condition condition : whyNot.conditions()) {
            ObjectNode each = conditions
                    .addObject()
                    .put("state", condition.state().name())
                    .put("asks", condition.asks())
                    .put("sentence", condition.sentence());
            facts(each.putArray("facts"), condition.facts());
            each.put("line", condition.line());
        }
        ArrayNode changes = node.putArray("smallestChange");
        for (WhyNot.Change change : whyNot.smallestChange()) {
            ObjectNode each = changes.addObject().put("sentence", change.sentence());
            texts(each.putArray("names"), change.names());
            facts(each.putArray("now"), change.now());
        }
        return place(node, whyNot.file(), whyNot.line(), whyNot.version());
    }

    private static ObjectNode place(ObjectNode node, String file, int line, int version) {
        return node.put("file", file).put("line", line).put("version", version);
    }

    private static void grounds(ArrayNode array, List<Ground> grounds) {
        for (Ground ground : grounds) {
            ObjectNode node = array.addObject().put("sentence", ground.sentence());
            facts(node.putArray("facts"), ground.facts());
            ArrayNode limits = node.putArray("limits");
            ground.limits()
                    .forEach(limit -> limits.addObject()
                            .put("property", limit.property())
                            .put("operator", limit.operator())
                            .put("value", limit.value()));
            node.put("line", ground.line());
        }
    }

    private static void facts(ArrayNode array, List<Fact> facts) {
        facts.forEach(fact -> array.add(fact(fact)));
    }

    private static ObjectNode fact(Fact fact) {
        ObjectNode node = NODES.objectNode().put("name", fact.name()).put("label", fact.label());
        fact.value().ifPresent(value -> quantity(node.putObject("value"), value));
        fact.given().ifPresent(given -> quantity(node.putObject("given"), given));
        fact.limits().ifPresent(limits -> {
            ObjectNode range = node.putObject("limits");
            limits.low().ifPresent(low -> range.put("low", low));
            limits.high().ifPresent(high -> range.put("high", high));
            range.put("own", limits.own());
        });
        if (!fact.times().isEmpty()) {
            ObjectNode times = node.putObject("times");
            fact.times().forEach(times::put);
        }
        optional(node, "path", fact.path());
        optional(node, "document", fact.document());
        optional(node, "formula", fact.formula());
        if (!fact.inputs().isEmpty()) {
            facts(node.putArray("inputs"), fact.inputs());
        }
        return node;
    }

    private static void quantity(ObjectNode node, Fact.Quantity quantity) {
        if (quantity.number().isPresent()) {
            node.put("value", quantity.number().getAsDouble());
        } else {
            node.put("value", quantity.value());
        }
        optional(node, "unit", quantity.unit());
    }

    private static void optional(ObjectNode node, String name, String text) {
        if (!text.isEmpty()) {
            node.put(name, text);
        }
    }

    private static void source(ObjectNode node, Finding.Source source) {
        node.put("id", source.id())
                .put("title", source.title())
                .put("organization", source.organization())
                .put("year", source.year())
                .put("url", source.url());
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
