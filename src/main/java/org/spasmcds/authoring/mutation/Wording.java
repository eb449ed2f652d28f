package org.spasmcds.authoring.mutation;

import java.util.List;
import java.util.stream.Collectors;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;

/** Conditions in few words and without commas or quotes, so that a line of {@code accepted.csv} can hold them as they are. */
final class Wording {
    /** More names than this are counted. */
    private static final int NAMES = 3;

    private Wording() {}

    static String of(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern(pattern);
        }
        if (condition instanceof Condition.Not not) {
            return "not " + of(not.part());
        }
        String joint = condition instanceof Condition.And ? " and " : " or ";
        return Conditions.parts(condition).stream().map(Wording::of).collect(Collectors.joining(joint, "(", ")"));
    }

    private static String pattern(Condition.Pattern pattern) {
        String tests = pattern.tests().stream()
                .filter(test -> !isKey(pattern, test))
                .map(Wording::of)
                .collect(Collectors.joining(" "));
        return (about(pattern) + " " + tests).strip();
    }

    /** What a pattern is about: its names, or its type where it has none. */
    static String about(Condition.Pattern pattern) {
        List<String> names = pattern.names();
        if (names.isEmpty()) {
            return pattern.type().name();
        }
        return names.size() <= NAMES
                ? String.join("/", names)
                : names.get(0) + "/" + names.get(1) + "/… of " + names.size();
    }

    static String of(Condition.Test test) {
        if (test instanceof Condition.Test.Text text) {
            return text.property() + " = " + String.join("/", text.values());
        }
        return Conditions.text(test);
    }

    static boolean isKey(Condition.Pattern pattern, Condition.Test test) {
        return test.property().equals(pattern.type().key());
    }
}
