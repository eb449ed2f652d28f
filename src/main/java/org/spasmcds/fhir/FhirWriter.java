package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.spasmcds.Basis;
import org.spasmcds.Finding;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * Writes an assessment with its basis as FHIR R4: a GuidanceResponse that says how the search ended and which data it asks for, a
 * RiskAssessment with one prediction a finding, and a DetectedIssue for each finding that rests on a medicine. None of them is a
 * diagnosis, and none tells anyone to stop a medicine. Immutable; one instance serves any number of threads.
 */
public final class FhirWriter {
    private final Vocabulary vocabulary;
    private final FhirPatientWriter.Concepts concepts;

    /**
     * @param vocabulary the one of the rule set that assessed, from which the codes of the data asked for are taken
     */
    public FhirWriter(Vocabulary vocabulary) {
        this.vocabulary = Objects.requireNonNull(vocabulary, "vocabulary");
        concepts = new FhirPatientWriter.Concepts(vocabulary);
    }

    /**
     * The Bundle, of type collection. The same assessment gives the same ids.
     *
     * @param basis as {@link org.spasmcds.Ruleset#explain} gives it
     * @param patient the reference of the patient, such as {@code Patient/123}; empty when nothing names the patient
     */
    public ObjectNode bundle(Basis basis, String patient) {
        OutputContext context = new OutputContext(basis, patient, vocabulary, concepts);
        List<ObjectNode> issues = new ArrayList<>();
        for (Finding finding : basis.assessment().findings()) {
            if (DetectedIssueWriter.restsOnMedicine(context, finding)) {
                issues.add(DetectedIssueWriter.resource(context, finding));
            }
        }
        ObjectNode risk = RiskAssessmentWriter.resource(context);
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "collection");
        bundle.put("timestamp", basis.assessment().evaluatedAt().toString());
        ArrayNode entries = bundle.putArray("entry");
        add(entries, GuidanceResponseWriter.resource(context, risk, issues));
        add(entries, risk);
        issues.forEach(issue -> add(entries, issue));
        return bundle;
    }

    private static void add(ArrayNode entries, ObjectNode resource) {
        entries.addObject()
                .put("fullUrl", "urn:uuid:" + resource.get("id").asText())
                .set("resource", resource);
    }
}
