package org.spasmcds.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spasmcds.intake.Numbers;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Vocabulary;

/** Puts conditions into words. Derived from the parsed form, so that no text can fall behind a rule. */
public final class Phrase {
    private final Vocabulary vocabulary;

    public Phrase(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A condition that a rule took to be untrue, as what it took to be true. */
    public String assumption(Condition condition) {
        if (condition instanceof Condition.Pattern pattern
                && asks(pattern, "absent")
                && pattern.tests().size() == 2) {
            return names(pattern);
        }
        return "no " + condition(condition);
    }

    /** A condition in words. */
    public String condition(Condition condition) {
        if (condition instanceof Condition.And and) {
            return String.join(
                    " with ", and.parts().stream().map(this::condition).toList());
        }
        if (condition instanceof Condition.Or or) {
            return String.join(" or ", or.parts().stream().map(this::condition).toList());
        }
        if (condition instanceof Condition.Not not) {
            return "no " + condition(not.part());
        }
        return pattern((Condition.Pattern) condition);
    }

    /** What a pattern asks about, without its comparisons. */
    public String subject(Condition.Pattern pattern) {
        if (!pattern.type().key().isEmpty()) {
            return names(pattern);
        }
        List<String> properties = new ArrayList<>();
        pattern.tests().forEach(test -> properties.add(words(test.property())));
        String subject = String.join(" and ", properties);
        return pattern.type().name().equals("Patient") ? subject : "cramp or spasm: " + subject;
    }

    private String pattern(Condition.Pattern pattern) {
        List<String> tests = new ArrayList<>();
        for (Condition.Test test : pattern.tests()) {
            String words = test(pattern, test);
            if (!words.isEmpty()) {
                tests.add(words);
            }
        }
        String subject =
                pattern.type().key().isEmpty() ? pattern.type().name().toLowerCase(Locale.ROOT) : names(pattern);
        return (subject + " " + String.join(", ", tests)).strip();
    }

    private String test(Condition.Pattern pattern, Condition.Test test) {
        if (test.property().equals(pattern.type().key())) {
            return "";
        }
        if (test instanceof Condition.Test.Flag flag) {
            boolean silent = List.of("present", "current", "any", "active").contains(flag.property()) && flag.wanted();
            return silent ? "" : (flag.wanted() ? "" : "not ") + words(flag.property());
        }
        if (test instanceof Condition.Test.Text text) {
            String values = String.join(
                    " or ",
                    text.values().stream().map(value -> value.replace('-', ' ')).toList());
            return values.equals("yes")
                    ? words(text.property())
                    : values.equals("no") ? "not " + words(text.property()) : values;
        }
        Condition.Test.Number number = (Condition.Test.Number) test;
        String property = number.property().equals("value") ? "" : words(number.property()) + " ";
        return property + operator(number.operator()) + " " + Numbers.plain(number.value()) + unit(pattern, number);
    }

    private String unit(Condition.Pattern pattern, Condition.Test.Number number) {
        if (!number.property().equals("value") || pattern.names().size() != 1) {
            return "";
        }
        return vocabulary
                .test(pattern.names().get(0))
                .map(TestDefinition::unit)
                .filter(unit -> !unit.equals("1") && !unit.startsWith("{"))
                .map(unit -> " " + unit)
                .orElse("");
    }

    private static String operator(String operator) {
        return switch (operator) {
            case "<" -> "below";
            case "<=" -> "at most";
            case ">" -> "above";
            case ">=" -> "at least";
            default -> "exactly";
        };
    }

    private String names(Condition.Pattern pattern) {
        List<String> names = pattern.names().stream().map(vocabulary::display).toList();
        return String.join(" or ", names);
    }

    private static boolean asks(Condition.Pattern pattern, String property) {
        return pattern.tests().stream().anyMatch(test -> test.property().equals(property));
    }

    private static String words(String property) {
        return property.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
