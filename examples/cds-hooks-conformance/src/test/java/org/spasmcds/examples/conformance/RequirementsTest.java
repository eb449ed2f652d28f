package org.spasmcds.examples.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of requirements against the text of the specification. */
class RequirementsTest {

    private static final Pattern BINDING = Pattern.compile("\\b(SHALL|MUST|REQUIRED|CONDITIONAL)\\b");
    private static final String LIBRARY = "CDS Hooks Library 1.0.1: Context";

    private static final List<String> SPECIFICATION = Json.resource("cds-hooks-2.0.1.md")
            .lines()
            .map(RequirementsTest::plain)
            .toList();

    /** A line as it is read: without links, emphasis and the marks of the site generator. */
    static String plain(String line) {
        return line.replaceAll("\\{%\\s*(end)?raw\\s*%}", "")
                .replace("{{{{", "{{")
                .replace("{{{context", "{{context")
                .replaceAll("\\{\\{site[^}]*}}", "")
                .replaceAll("!?\\[([^\\]]*)]\\([^)]*\\)", "$1")
                .replace("<br />", " ")
                .replaceAll("[`*]", "")
                .replaceAll("(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", "")
                .replaceAll("(?U)\\s+", " ")
                .trim();
    }

    @Test
    void eachBindingWordOfTheSpecificationStandsInARequirement() {
        List<String> texts = Requirements.all().stream().map(Requirement::text).toList();
        List<String> missing = new ArrayList<>();
        for (String line : SPECIFICATION) {
            Matcher word = BINDING.matcher(line);
            while (word.find()) {
                int at = word.start();
                boolean quoted = texts.stream().anyMatch(text -> {
                    int start = line.indexOf(text);
                    return start >= 0 && start <= at && at < start + text.length();
                });
                if (!quoted) {
                    missing.add(line.substring(0, Math.min(line.length(), at + 80)));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void eachRequirementIsQuotedWordForWord() {
        for (Requirement requirement : Requirements.all()) {
            if (!requirement.section().equals(LIBRARY)) {
                assertTrue(
                        SPECIFICATION.stream().anyMatch(line -> line.contains(requirement.text())),
                        requirement::toString);
            }
        }
    }

    @Test
    void eachRequirementIsTestedOrSaysWhyNot() {
        for (Requirement requirement : Requirements.all()) {
            assertEquals(requirement.reason().isEmpty(), requirement.tested(), requirement::toString);
        }
    }

    @Test
    void idsAreUnique() {
        Set<String> ids = new HashSet<>();
        Requirements.all().forEach(requirement -> assertTrue(ids.add(requirement.id()), requirement::id));
    }
}
