package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.spasmcds.Fact;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;

/** Writes a finding that rests on a medicine as an issue for whoever prescribes it to weigh. */
final class DetectedIssueWriter {
    private DetectedIssueWriter() {}

    /** Whether a medicine that is taken is among the facts that carried the finding. */
    static boolean restsOnMedicine(OutputContext context, Finding finding) {
        return !medicines(context, finding).isEmpty();
    }

    private static List<Fact> medicines(OutputContext context, Finding finding) {
        return context.facts(finding).stream()
                .filter(fact -> !fact.path().isEmpty())
                .filter(fact -> context.vocabulary()
                        .name(fact.name())
                        .map(Name::kind)
                        .filter(kind -> kind == Kind.MEDICINE || kind == Kind.MEDICINE_CLASS)
                        .isPresent())
                .toList();
    }

    static ObjectNode resource(OutputContext context, Finding finding) {
        ObjectNode issue = context.begin("DetectedIssue", finding.id());
        OutputContext.narrative(issue, List.of(finding.level() + ": " + finding.title(), finding.says()));
        RiskAssessmentWriter.level(issue, finding.level());
        issue.put("status", "final");
        issue.set("code", OutputContext.concept(Systems.CONDITION, finding.id(), finding.title()));
        issue.put("severity", severity(finding.level()));
        context.subject(issue, "patient");
        issue.put("identifiedDateTime", context.assessment().evaluatedAt().toString());
        ArrayNode implicated = JsonNodeFactory.instance.arrayNode();
        OutputContext.references(medicines(context, finding), implicated);
        if (!implicated.isEmpty()) {
            issue.set("implicated", implicated);
        }
        evidence(context, finding, issue);
        issue.put("detail", finding.says());
        finding.sources().stream()
                .map(Finding.Source::url)
                .filter(url -> !url.isEmpty())
                .findFirst()
                .ifPresent(url -> issue.put("reference", url));
        return issue;
    }

    private static void evidence(OutputContext context, Finding finding, ObjectNode issue) {
        ArrayNode evidence = JsonNodeFactory.instance.arrayNode();
        context.why(finding).stream().flatMap(why -> why.grounds().stream()).forEach(ground -> {
            ObjectNode item = JsonNodeFactory.instance.objectNode();
            item.putArray("code").addObject().put("text", ground.sentence());
            ArrayNode detail = JsonNodeFactory.instance.arrayNode();
            OutputContext.references(ground.facts(), detail);
            if (!detail.isEmpty()) {
                item.set("detail", detail);
            }
            evidence.add(item);
        });
        if (!evidence.isEmpty()) {
            issue.set("evidence", evidence);
        }
    }

    private static String severity(Level level) {
        return switch (level) {
            case EMERGENCY, URGENT -> "high";
            case SOON -> "moderate";
            case ROUTINE, SELF_CARE -> "low";
        };
    }
}
