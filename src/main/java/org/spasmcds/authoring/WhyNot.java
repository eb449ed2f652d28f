package org.spasmcds.authoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spasmcds.basis.Matching;
import org.spasmcds.fact.Group;
import org.spasmcds.fact.Patient;
import org.spasmcds.fact.Spasm;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;

/** Says which fact fails which condition of a rule. Everything comes from the parsed rule and the facts. */
final class WhyNot {
    /** So many facts, or alternatives, are named; the others are counted. */
    private static final int NAMED = 3;

    private final FactSheet sheet;
    private final Interpreter interpreter;
    private final Phrase phrase;
    private final Matching matching;

    WhyNot(FactSheet sheet, Interpreter interpreter, Phrase phrase) {
        this.sheet = sheet;
        this.interpreter = interpreter;
        this.phrase = phrase;
        matching = Matching.of(sheet, interpreter);
    }

    /** One line for every condition of the rule that keeps it from firing, each with its place. */
    List<String> lines(Rule rule) {
        List<String> lines = new ArrayList<>();
        for (Condition condition : rule.conditions()) {
            if (!interpreter.matches(condition)) {
                lines.add(fails(condition) + " " + place(rule, condition));
            }
        }
        return lines;
    }

    private String place(Rule rule, Condition condition) {
        List<Condition.Pattern> failing = Conditions.patterns(condition).stream()
                .filter(pattern -> interpreter.truth(pattern) != Truth.TRUE)
                .toList();
        List<Condition.Pattern> all = Conditions.patterns(condition);
        // Where something is known, there the author will look.
        Condition.Pattern pattern = failing.stream()
                .filter(each -> !matching.isUnheardOf(each))
                .findFirst()
                .orElse(failing.isEmpty() ? all.get(0) : failing.get(0));
        return failing.isEmpty() ? Because.place(rule, pattern) : Because.place(rule, pattern, deciding(pattern));
    }

    /** The comparisons that fail; all of them where no fact is there to compare. */
    private List<Condition.Test> deciding(Condition.Pattern pattern) {
        Set<Condition.Test> tests = new LinkedHashSet<>();
        matching.about(pattern).forEach(fact -> tests.addAll(Matching.failing(pattern, fact)));
        return List.copyOf(tests);
    }

    private String fails(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return fails(pattern);
        }
        if (condition instanceof Condition.Not not) {
            return Because.quoted(phrase.condition(not.part())) + " must not hold, and does: " + holding(not.part());
        }
        List<Condition> failing = Conditions.parts(condition).stream()
                .filter(part -> !interpreter.matches(part))
                .toList();
        if (condition instanceof Condition.And) {
            return fails(failing.get(0));
        }
        return alternatives(failing);
    }

    /** Alternatives of which nothing is known are named together. */
    private String alternatives(List<Condition> failing) {
        Set<String> unheard = new LinkedHashSet<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (Condition part : failing) {
            Set<String> subjects = unheard(part);
            unheard.addAll(subjects);
            if (subjects.isEmpty()) {
                reasons.add(fails(part));
            }
        }
        if (!unheard.isEmpty()) {
            reasons.add("nothing known of " + some(List.copyOf(unheard), ", "));
        }
        return reasons.size() == 1
                ? reasons.iterator().next()
                : "none of " + failing.size() + " alternatives holds: " + some(List.copyOf(reasons), "; ");
    }

    /** What a condition fails for, where it fails only because nothing is known of it; else nothing. */
    private Set<String> unheard(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return matching.isUnheardOf(pattern) ? Set.of(phrase.subject(pattern)) : Set.of();
        }
        Set<String> subjects = new LinkedHashSet<>();
        for (Condition part : Conditions.parts(condition)) {
            if (!interpreter.matches(part)) {
                Set<String> ofPart = unheard(part);
                if (ofPart.isEmpty()) {
                    return Set.of();
                }
                subjects.addAll(ofPart);
            }
        }
        return subjects;
    }

    private static String some(List<String> texts, String separator) {
        List<String> named = texts.subList(0, Math.min(NAMED, texts.size()));
        String more = texts.size() > NAMED ? separator + "and " + (texts.size() - NAMED) + " more" : "";
        return String.join(separator, named) + more;
    }

    private String holding(Condition condition) {
        List<String> labels = new ArrayList<>();
        for (Condition.Pattern pattern : Conditions.patterns(condition)) {
            if (interpreter.truth(pattern) == Truth.TRUE) {
                matching.about(pattern).stream()
                        .filter(fact -> Matching.failing(pattern, fact).isEmpty())
                        .forEach(fact -> labels.add(label(pattern, fact)));
            }
        }
        return some(labels.stream().distinct().toList(), ", ");
    }

    private String fails(Condition.Pattern pattern) {
        List<Object> facts = matching.about(pattern);
        if (matching.isUnheardOf(pattern)) {
            String of =
                    pattern.type().factClass() == Spasm.class ? "a cramp, spasm or twitch" : phrase.subject(pattern);
            return "nothing known of " + of;
        }
        Set<String> reasons = new LinkedHashSet<>();
        facts.forEach(fact -> reasons.add(fails(pattern, fact)));
        return some(List.copyOf(reasons), "; ");
    }

    private String fails(Condition.Pattern pattern, Object fact) {
        List<Condition.Test> failing = Matching.failing(pattern, fact);
        if (fact instanceof Group group) {
            return counts(pattern, group) + " is not " + Because.quoted(phrase.condition(pattern));
        }
        boolean open = failing.stream().allMatch(test -> Matching.alone(pattern, fact, test) == Truth.UNKNOWN);
        String wanted = Because.quoted(words(pattern, fact, failing));
        return open
                ? "not known of " + label(pattern, fact) + ": " + wanted
                : label(pattern, fact) + " is not " + wanted;
    }

    private String counts(Condition.Pattern pattern, Group group) {
        String present = sheet.label(group);
        return phrase.subject(pattern) + " (" + (int) group.getPresent() + " present"
                + (present.isEmpty() ? "" : ": " + present) + "; " + (int) group.getAbsent() + " absent, "
                + (int) group.getUnknown() + " unknown)";
    }

    private String words(Condition.Pattern pattern, Object fact, List<Condition.Test> tests) {
        String said = phrase.condition(Matching.narrowed(pattern, fact, tests));
        // What goes without saying in a phrase is the very thing that fails here.
        List<String> silent = new ArrayList<>();
        for (Condition.Test test : tests) {
            Condition.Pattern alone = Matching.narrowed(pattern, fact, List.of(test));
            if (phrase.condition(alone).equals(phrase.subject(alone))) {
                silent.add(test.property());
            }
        }
        return silent.isEmpty() ? said : said + " " + String.join(", ", silent);
    }

    String label(Condition.Pattern pattern, Object fact) {
        String label = fact instanceof Group group ? counts(pattern, group) : sheet.label(fact);
        return !label.isEmpty() ? label : fact instanceof Patient ? "the patient" : "a cramp, spasm or twitch";
    }
}
