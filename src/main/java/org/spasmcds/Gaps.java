package org.spasmcds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.spasmcds.language.Language;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;

/** What cannot be judged for a patient because facts are missing. */
final class Gaps {
    private final Map<String, Rule> rules;
    private final Map<String, List<Rule>> byCondition;
    private final Phrase phrase;
    private final Language language;
    private final Interpreter interpreter;

    Gaps(
            Map<String, Rule> rules,
            Map<String, List<Rule>> byCondition,
            Phrase phrase,
            Language language,
            Interpreter interpreter) {
        this.rules = rules;
        this.byCondition = byCondition;
        this.phrase = phrase;
        this.language = language;
        this.interpreter = interpreter;
    }

    /** The red flags that are not found and cannot be judged. */
    List<Gap> redFlags(List<Finding> findings) {
        Set<String> found = new LinkedHashSet<>();
        findings.forEach(finding -> finding.reasons()
                .forEach(reason -> found.add(rules.get(reason.rule()).condition())));
        Map<String, List<Rule>> open = new LinkedHashMap<>();
        for (Rule rule : rules.values()) {
            if (rule.isRedFlag() && !found.contains(rule.condition()) && interpreter.truth(rule) == Truth.UNKNOWN) {
                open.computeIfAbsent(rule.condition(), any -> new ArrayList<>()).add(rule);
            }
        }
        List<Gap> gaps = new ArrayList<>();
        open.forEach((condition, openRules) -> gaps.add(gap(condition, openRules)));
        return gaps;
    }

    /** The clauses of a condition that would set a higher level and cannot be judged, one for each level, the highest first. */
    List<Gap> raises(String condition, Level level) {
        Map<Level, List<Rule>> open = new TreeMap<>(Comparator.reverseOrder());
        for (Rule rule : byCondition.getOrDefault(condition, List.of())) {
            if (rule.level().compareTo(level) > 0 && interpreter.truth(rule) == Truth.UNKNOWN) {
                open.computeIfAbsent(rule.level(), any -> new ArrayList<>()).add(rule);
            }
        }
        return open.values().stream()
                .map(openRules -> gap(condition, openRules))
                .toList();
    }

    private Gap gap(String condition, List<Rule> openRules) {
        Level level = openRules.stream()
                .map(Rule::level)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Set<String> missing = new LinkedHashSet<>();
        for (Rule rule : openRules) {
            interpreter.missing(rule).forEach(pattern -> missing.add(phrase.subject(pattern)));
        }
        return new Gap(condition, language.title(openRules.get(0)), level, List.copyOf(missing));
    }
}
