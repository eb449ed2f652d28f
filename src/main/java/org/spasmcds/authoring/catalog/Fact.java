package org.spasmcds.authoring.catalog;

import java.util.List;
import java.util.Map;
import org.spasmcds.rule.Condition;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * Something that a rule reads.
 *
 * @param id its place on the page of facts
 * @param kind what sort of fact it is, as a reader says it
 * @param name the name in the vocabulary, or the group; empty for what is asked of the patient or the complaint itself
 */
record Fact(String id, String text, String kind, String name) {
    static final String GROUP = "Group";

    private static final Map<String, String> KINDS = Map.of(
            "Patient",
            "Patient",
            "Spasm",
            "Cramp, spasm or twitch",
            "Symptom",
            "Symptom",
            "Result",
            "Result",
            "Medicine",
            "Medicine",
            "Condition",
            "Diagnosis",
            "Exposure",
            "Exposure",
            "FamilyHistory",
            "In the family",
            GROUP,
            GROUP);

    /** What a pattern reads: its names, or the properties that it compares. */
    static List<Fact> of(Condition.Pattern pattern, Vocabulary vocabulary) {
        String type = pattern.type().name();
        String kind = kind(pattern);
        if (pattern.type().key().isEmpty()) {
            return pattern.tests().stream()
                    .map(test -> new Fact(
                            type.toLowerCase(java.util.Locale.ROOT) + "." + test.property(),
                            Measure.words(test.property()),
                            kind,
                            ""))
                    .distinct()
                    .toList();
        }
        String prefix = type.equals(GROUP) ? "group." : type.equals("FamilyHistory") ? "family." : "";
        return pattern.names().stream()
                .map(name -> new Fact(prefix + name, vocabulary.display(name), kind, name))
                .toList();
    }

    static String kind(Condition.Pattern pattern) {
        return KINDS.getOrDefault(pattern.type().name(), pattern.type().name());
    }

    /** With its kind where the text alone would not say what is meant. */
    String full() {
        return switch (kind) {
            case "Patient", "Cramp, spasm or twitch", "In the family" -> kind + ": " + text;
            case GROUP -> text + " (group)";
            default -> text;
        };
    }
}
