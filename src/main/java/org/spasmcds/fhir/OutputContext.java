package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.spasmcds.Assessment;
import org.spasmcds.Basis;
import org.spasmcds.Fact;
import org.spasmcds.Finding;
import org.spasmcds.Why;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * What the resources about one assessment share.
 *
 * @param patient the reference of the patient; empty when nothing names the patient
 * @param concepts the names of the vocabulary with their codes
 */
record OutputContext(Basis basis, String patient, Vocabulary vocabulary, FhirPatientWriter.Concepts concepts) {
    /** Relative, absolute or {@code urn:uuid:} references; what else a document may be, such as the name of a file, is text. */
    private static final Pattern REFERENCE = Pattern.compile(
            "((https?://[A-Za-z0-9./:%_-]+/)?[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}|urn:uuid:[0-9a-f-]{36})");

    Assessment assessment() {
        return basis.assessment();
    }

    /** A resource of a type, with the same id each time. */
    ObjectNode begin(String type, String part) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("resourceType", type);
        String name = String.join(
                "\n",
                assessment().ruleset().digest(),
                assessment().evaluatedAt().toString(),
                patient,
                assessment().findings().toString(),
                type,
                part);
        resource.put(
                "id",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
        resource.put("language", assessment().language().toLanguageTag());
        return resource;
    }

    /** The reference to the patient, under the name that the type has for it. */
    void subject(ObjectNode resource, String element) {
        if (patient.isEmpty()) {
            // A subject is required, and nothing names this one.
            resource.putObject(element).put("display", "patient");
        } else {
            resource.putObject(element).put("reference", patient);
        }
    }

    List<Why> why(Finding finding) {
        return basis.why().stream()
                .filter(why -> why.finding().equals(finding.id()))
                .toList();
    }

    /** The facts that carried a finding, and those that they were made from. */
    List<Fact> facts(Finding finding) {
        return why(finding).stream()
                .flatMap(why -> why.grounds().stream())
                .flatMap(ground -> ground.facts().stream())
                .flatMap(OutputContext::withInputs)
                .toList();
    }

    private static Stream<Fact> withInputs(Fact fact) {
        return Stream.concat(Stream.of(fact), fact.inputs().stream().flatMap(OutputContext::withInputs));
    }

    /** References to the source documents of facts, each once; a document that is no reference is named in words. */
    static void references(List<Fact> facts, ArrayNode into) {
        Set<String> documents = new LinkedHashSet<>();
        facts.stream().map(Fact::document).filter(each -> !each.isEmpty()).forEach(documents::add);
        for (String document : documents) {
            String element = REFERENCE.matcher(document).matches() ? "reference" : "display";
            into.addObject().put(element, document);
        }
    }

    static ObjectNode concept(String system, String code, String display) {
        ObjectNode concept = FhirPatientWriter.Concepts.concept(system, code, display);
        return concept.put("text", display);
    }

    static void reference(ObjectNode holder, String element, ObjectNode resource) {
        holder.putObject(element)
                .put("reference", "urn:uuid:" + resource.get("id").asText())
                .put("type", resource.get("resourceType").asText());
    }

    /** The text of the resource for readers, a paragraph a line. */
    static void narrative(ObjectNode resource, List<String> lines) {
        StringBuilder div = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
        lines.forEach(line -> div.append("<p>").append(escaped(line)).append("</p>"));
        resource.putObject("text")
                .put("status", "generated")
                .put("div", div.append("</div>").toString());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
