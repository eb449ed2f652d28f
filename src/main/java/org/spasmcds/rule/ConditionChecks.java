package org.spasmcds.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Problem;
import org.spasmcds.fact.FactType;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Vocabulary;

/** Checks that a pattern asks only what a fact can answer, with names that the vocabulary knows. */
public final class ConditionChecks {
    private static final List<String> SIDES = List.of("left", "right", "both");
    private static final List<String> YES_NO = List.of("yes", "no");
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("sex", List.of("female", "male")),
            Map.entry("kind", List.of("muscle-cramp", "muscle-spasm", "fasciculation")),
            Map.entry("region", List.of("head-neck", "trunk", "arm", "leg")),
            Map.entry("side", SIDES),
            Map.entry("distribution", List.of("focal", "regional", "generalized")),
            Map.entry("trend", List.of("better", "stable", "worse")),
            Map.entry("basis", List.of("measured", "computed", "unadjusted")),
            Map.entry("sudden", YES_NO));
    private static final Map<String, Set<Kind>> KINDS = Map.of(
            "Symptom", EnumSet.of(Kind.SYMPTOM, Kind.SIGN),
            "Medicine", EnumSet.of(Kind.MEDICINE, Kind.MEDICINE_CLASS),
            "Condition", EnumSet.of(Kind.CONDITION),
            "FamilyHistory", EnumSet.of(Kind.CONDITION),
            "Exposure", EnumSet.of(Kind.EXPOSURE, Kind.ACTIVITY, Kind.DIET));
    private static final Set<String> STATES = Set.of("present", "absent", "active", "stopped");
    private static final Set<String> AGES = Set.of("current", "hours", "days", "weeks", "months");

    private final Vocabulary vocabulary;

    public ConditionChecks(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * @param problems takes up what is wrong
     */
    public void check(String file, Condition.Pattern pattern, List<Problem> problems) {
        FactType type = pattern.type();
        for (Condition.Test test : pattern.tests()) {
            FactType.Property property = type.properties().get(test.property());
            if (property == null) {
                String message = "\"" + test.property() + "\" is no property of " + type.name() + "; allowed: "
                        + String.join(", ", type.properties().keySet());
                problems.add(new Problem("unknown-property", file, test.line(), test.column(), message));
                continue;
            }
            String message = mismatch(type, property, test);
            if (!message.isEmpty()) {
                problems.add(new Problem("type-mismatch", file, test.line(), test.column(), message));
            } else if (test instanceof Condition.Test.Text text) {
                String unknown = words(type, text);
                if (!unknown.isEmpty()) {
                    String check = text.property().equals(type.key())
                                    || text.property().equals("site")
                            ? "unknown-name"
                            : "unknown-value";
                    problems.add(new Problem(check, file, test.line(), test.column(), unknown));
                }
            }
        }
        String message = incomplete(pattern);
        if (!message.isEmpty()) {
            problems.add(new Problem("incomplete-pattern", file, pattern.line(), pattern.column(), message));
        }
    }

    private String mismatch(FactType type, FactType.Property property, Condition.Test test) {
        if (property instanceof FactType.Property.Number) {
            return test instanceof Condition.Test.Number number
                    ? count(type, number)
                    : test.property() + " is a number; allowed: <, <=, >, >=, == and a number";
        }
        if (property instanceof FactType.Property.Flag) {
            return test instanceof Condition.Test.Flag
                    ? ""
                    : test.property() + " is recorded or not; allowed: " + test.property() + " or !" + test.property();
        }
        return test instanceof Condition.Test.Text
                ? ""
                : test.property() + " is a text; allowed: == \"text\" or in (\"a\", \"b\")";
    }

    /** Counts only grow when more becomes known, so only a lower bound has a stable meaning. */
    private static String count(FactType type, Condition.Test.Number number) {
        return type.name().equals("Group") && !number.operator().equals(">=")
                ? "the count " + number.property() + " " + number.operator()
                        + "; allowed: >=, and not in front of the pattern"
                : "";
    }

    private String words(FactType type, Condition.Test.Text text) {
        for (String value : text.values()) {
            String message = word(type, text.property(), value);
            if (!message.isEmpty()) {
                return message;
            }
        }
        return "";
    }

    private String word(FactType type, String property, String value) {
        if (property.equals(type.key())) {
            return name(type, value);
        }
        if (property.equals("site")) {
            return vocabulary
                            .name(value)
                            .filter(name -> name.kind() == Kind.SITE)
                            .isPresent()
                    ? ""
                    : "\"" + value + "\" is no body site of the vocabulary" + near(value, EnumSet.of(Kind.SITE));
        }
        List<String> allowed = WORDS.getOrDefault(property, YES_NO);
        return allowed.contains(value)
                ? ""
                : "\"" + value + "\" for " + property + "; allowed: " + String.join(", ", allowed);
    }

    private String name(FactType type, String value) {
        if (type.name().equals("Group")) {
            return vocabulary.groups().containsKey(value) ? "" : "\"" + value + "\" is no group of groups.csv";
        }
        if (type.name().equals("Result")) {
            return vocabulary.test(value).isPresent()
                    ? ""
                    : "\"" + value + "\" is no test of tests.csv" + near(value, EnumSet.of(Kind.ANALYTE, Kind.VITAL));
        }
        Set<Kind> kinds = KINDS.get(type.name());
        return vocabulary
                        .name(value)
                        .filter(known -> kinds.contains(known.kind()))
                        .isPresent()
                ? ""
                : "\"" + value + "\" is no "
                        + String.join(" or ", kinds.stream().map(Kind::label).toList())
                        + " of vocabulary.csv" + near(value, kinds);
    }

    private String near(String value, Set<Kind> kinds) {
        List<String> near = vocabulary.nearest(value, kinds);
        return near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
    }

    private static String incomplete(Condition.Pattern pattern) {
        FactType type = pattern.type();
        List<String> properties = new ArrayList<>();
        pattern.tests().forEach(test -> properties.add(test.property()));
        if (!type.key().isEmpty() && !properties.contains(type.key())) {
            return type.name() + " without a name; allowed: " + type.name() + "( " + type.key() + " == \"…\", … )";
        }
        if (type.name().equals("Result") && properties.stream().noneMatch(AGES::contains)) {
            return "a result of any age; say current, or how old it may be";
        }
        if (KINDS.containsKey(type.name()) && properties.stream().noneMatch(STATES::contains)) {
            return type.name() + " without a state; say present or absent"
                    + (type.name().equals("Medicine") ? ", active or stopped" : "");
        }
        if (type.name().equals("Group") && !properties.contains("any") && properties.size() < 2) {
            return "Group without a count; say any, or present >= 2";
        }
        return pattern.tests().isEmpty() ? type.name() + " without a comparison" : "";
    }
}
