package org.spasmcds.authoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Certainty;
import org.spasmcds.Level;
import org.spasmcds.authoring.Scenario;

/** What a case expects exists, and no two cases of a file are the same. */
final class CaseCheck implements Check {
    private static final String EXPECT = "expect-unknown";
    private static final String DUPLICATE = "duplicate-case";
    private static final String NAME = "case-name";
    private static final Set<String> LEVELS = names(Level.values());
    private static final Set<String> CERTAINTIES = names(Certainty.values());

    @Override
    public Set<String> ids() {
        return Set.of(EXPECT, DUPLICATE, NAME);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        Set<String> conditions = folder.conditions();
        Set<String> rules = new HashSet<>();
        folder.allRules().forEach(rule -> rules.add(rule.id()));
        // A rule that could not be read is reported as such, and not again by every case that names it.
        folder.texts().forEach(text -> {
            conditions.add(text.name());
            rules.addAll(text.ids());
        });
        Map<String, Map<JsonNode, Scenario>> given = new HashMap<>();
        for (Scenario each : folder.cases()) {
            expect(each, each.expect(), conditions, rules, report);
            Scenario other =
                    given.computeIfAbsent(each.file(), any -> new HashMap<>()).putIfAbsent(each.given(), each);
            if (other != null) {
                add(DUPLICATE, each, "the same given as the case on line " + other.line(), report);
            }
            if (!each.name().strip().contains(" ")) {
                add(NAME, each, "\"" + each.name() + "\" is one word; say in a few words what the case shows", report);
            }
        }
    }

    private static void expect(
            Scenario each, JsonNode expect, Set<String> conditions, Set<String> rules, Report report) {
        if (!expect.isObject()) {
            words(each, expect.asText(), report);
            return;
        }
        expect.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "is" -> words(each, value.asText(), report);
                case "fires" -> ids(each, value, rules, "rule", report);
                case "not" -> {
                    Set<String> both = new LinkedHashSet<>(rules);
                    both.addAll(conditions);
                    ids(each, value, both, "condition or rule", report);
                }
                case "overall" -> level(each, value.asText(), true, report);
                case "at-most" -> level(each, value.asText(), false, report);
                case "first", "merged-into" -> {
                    if (!value.asText().equals("none")) {
                        ids(each, value, conditions, "condition", report);
                    }
                }
                case "also" ->
                    value.fields().forEachRemaining(also -> {
                        unknown(each, also.getKey(), conditions, "condition", report);
                        words(each, also.getValue().asText(), report);
                    });
                default ->
                    add(
                            EXPECT,
                            each,
                            "expect key \"" + field.getKey()
                                    + "\"; allowed: is, fires, not, overall, at-most, first, merged-into, also",
                            report);
            }
        });
    }

    private static void words(Scenario each, String text, Report report) {
        if (text.equals("none")) {
            return;
        }
        for (String word : text.split(" ")) {
            if (!LEVELS.contains(word) && !CERTAINTIES.contains(word)) {
                add(
                        EXPECT,
                        each,
                        "expect \"" + word + "\"; allowed: none, a level (" + String.join(", ", LEVELS)
                                + "), and before it a certainty (" + String.join(", ", CERTAINTIES) + ")",
                        report);
            }
        }
    }

    private static void level(Scenario each, String word, boolean orNone, Report report) {
        if (!LEVELS.contains(word) && !(orNone && word.equals("none"))) {
            add(EXPECT, each, "expect level \"" + word + "\"; allowed: " + String.join(", ", LEVELS), report);
        }
    }

    private static void ids(Scenario each, JsonNode value, Set<String> known, String what, Report report) {
        (value.isArray() ? value : List.of(value)).forEach(id -> unknown(each, id.asText(), known, what, report));
    }

    private static void unknown(Scenario each, String id, Set<String> known, String what, Report report) {
        if (!known.contains(id)) {
            add(EXPECT, each, "expects \"" + id + "\", which is the id of no " + what, report);
        }
    }

    private static void add(String check, Scenario each, String message, Report report) {
        report.add(check, new Place(each.file(), each.line(), 1), each.name(), message);
    }

    private static Set<String> names(Enum<?>[] values) {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(values).forEach(value -> names.add(value.name()));
        return names;
    }
}
