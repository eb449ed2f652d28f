package org.spasmcds.examples.defects;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.io.ByteArrayResource;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.ResultSeverity;

/** What Drools itself refuses when it builds the rules. The verifier expects that they were built before. */
final class StockCompiler {
    private static final Pattern RULE = Pattern.compile("Rule \"?'?([\\w.-]+)");

    List<Message> build(Collection<String> texts) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder();
        texts.forEach(text -> builder.add(
                new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "UTF-8"), ResourceType.DRL));
        return builder.getResults(ResultSeverity.ERROR, ResultSeverity.WARNING).stream()
                .map(result -> {
                    Matcher rule = RULE.matcher(result.getMessage());
                    List<String> rules = rule.find() ? List.of(rule.group(1)) : List.of();
                    return new Message(
                            result.getSeverity() == ResultSeverity.ERROR ? "Error" : "Warning",
                            "BUILD",
                            rules,
                            result.getMessage());
                })
                .toList();
    }
}
