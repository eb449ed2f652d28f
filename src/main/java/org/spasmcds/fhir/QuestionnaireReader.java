package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.intake.When;

/** Reads QuestionnaireResponses whose Questionnaire is there: the codes of the questions stand in it. */
final class QuestionnaireReader {
    private static final Set<String> DONE = Set.of("completed", "amended");

    private final Scope scope;
    private final ObservationReader observations;

    QuestionnaireReader(Scope scope, ObservationReader observations) {
        this.scope = scope;
        this.observations = observations;
    }

    void read(Resource response) {
        String canonical = response.text("questionnaire");
        String status = response.text("status");
        Optional<Resource> questionnaire = questionnaire(response, canonical);
        if (status.equals("entered-in-error")) {
            scope.unused(response, canonical, UnusedReason.ENTERED_IN_ERROR);
        } else if (!DONE.contains(status)) {
            scope.unused(response, canonical, UnusedReason.NOT_FINAL, status.isEmpty() ? "no status" : status);
        } else if (questionnaire.isEmpty()) {
            scope.unused(response, canonical, UnusedReason.UNRESOLVED_REFERENCE, "the Questionnaire holds the codes");
        } else {
            Map<String, JsonNode> questions = new HashMap<>();
            questions(questionnaire.get().get("item"), questions);
            items(response, response.json(), questions, scope.times().earliest(response.get("authored")));
        }
    }

    private Optional<Resource> questionnaire(Resource response, String canonical) {
        if (canonical.startsWith("#")) {
            return response.contained(canonical.substring(1));
        }
        String url = canonical.split("\\|", 2)[0];
        return scope.resources().all().stream()
                .filter(each -> each.type().equals("Questionnaire"))
                .filter(each -> !url.isEmpty() && (each.text("url").equals(url) || url.endsWith(each.reference())))
                .findFirst();
    }

    private static void questions(JsonNode items, Map<String, JsonNode> questions) {
        for (JsonNode item : items) {
            questions.put(item.path("linkId").asText(""), item.path("code"));
            questions(item.path("item"), questions);
        }
    }

    private void items(Resource response, JsonNode parent, Map<String, JsonNode> questions, Optional<When> at) {
        for (JsonNode item : parent.path("item")) {
            JsonNode codes =
                    questions.getOrDefault(item.path("linkId").asText(""), JsonNodeFactory.instance.arrayNode());
            JsonNode concept = JsonNodeFactory.instance.objectNode().set("coding", codes);
            for (JsonNode answer : item.path("answer")) {
                answer(response, new Element(response, concept, answer, at, false));
                items(response, answer, questions, at);
            }
            items(response, item, questions, at);
        }
    }

    private void answer(Resource response, Element element) {
        if (!observations.read(element, false)) {
            UnusedReason reason = scope.codes().find(element.code()).reason();
            scope.unused(response, Resource.written(element.code()), reason, "an item");
        }
    }
}
