package org.spasmcds.authoring.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spasmcds.Level;

/**
 * Which rules made the answer of one patient another one.
 *
 * <p>A rule comes into question when it fires in one version only, or when it was edited and fires in both. A rule that merely stands
 * or falls with others (what it excludes, absorbs or is excluded by) is not responsible.
 */
final class Responsibility {
    private final Examined older;
    private final Examined newer;
    private final List<FiringDifference> differences;
    private final Map<String, Level> before;
    private final Map<String, Level> after;

    Responsibility(RuleEdits edits, Examined older, Examined newer) {
        this.older = older;
        this.newer = newer;
        before = older.standing();
        after = newer.standing();
        List<FiringDifference> found = firings(edits);
        differences = found.isEmpty() ? graded() : found;
    }

    List<FiringDifference> differences() {
        return differences;
    }

    private List<FiringDifference> firings(RuleEdits edits) {
        Map<String, Boolean> was = older.fired();
        Map<String, Boolean> is = newer.fired();
        List<FiringDifference> found = new ArrayList<>();
        Set<String> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        for (String rule : all) {
            if (!is.containsKey(rule)) {
                found.add(new FiringDifference(rule, FiringDifference.How.OLD_ONLY, older.facts(rule)));
            } else if (!was.containsKey(rule)) {
                found.add(new FiringDifference(rule, FiringDifference.How.NEW_ONLY, newer.facts(rule)));
            } else if (!was.get(rule).equals(is.get(rule))) {
                found.add(new FiringDifference(rule, FiringDifference.How.GRADED, newer.facts(rule)));
            } else if (edits.of(rule).isPresent()) {
                found.add(new FiringDifference(rule, FiringDifference.How.EDITED, newer.facts(rule)));
            }
        }
        return List.copyOf(found);
    }

    /** Nothing fires otherwise, so it is how facts are graded (limits, windows, groups): what stands otherwise is named. */
    private List<FiringDifference> graded() {
        Set<String> rules = new TreeSet<>(touched());
        if (rules.isEmpty()) {
            older.answer().notIn(newer.answer()).forEach(found -> rules.addAll(found.rules()));
            newer.answer().notIn(older.answer()).forEach(found -> rules.addAll(found.rules()));
        }
        return rules.stream()
                .map(rule -> new FiringDifference(
                        rule,
                        FiringDifference.How.GRADED,
                        after.containsKey(rule) ? newer.facts(rule) : older.facts(rule)))
                .toList();
    }

    /** The rules that are a reason in one answer only, or give another level. */
    private Set<String> touched() {
        Set<String> touched = new TreeSet<>(before.keySet());
        touched.addAll(after.keySet());
        touched.removeIf(rule -> before.containsKey(rule) && before.get(rule).equals(after.get(rule)));
        return touched;
    }

    /** The conditions that are responsible for the change: those whose reasons changed, or all whose rules work otherwise. */
    Set<String> conditions() {
        Set<String> working = working();
        Set<String> touched = conditionsOf(touched());
        return touched.isEmpty() || !working.containsAll(touched) ? working : touched;
    }

    /** The conditions without which the level would not have fallen: those that reached above what is left. */
    Set<String> fallenBy(Shift shift) {
        if (!shift.fell()) {
            return Set.of();
        }
        Map<String, Level> highest = new TreeMap<>();
        before.forEach((rule, level) -> highest.merge(condition(rule), level, (a, b) -> a.atLeast(b) ? a : b));
        int left = Shift.LEVELS.indexOf(shift.to());
        Set<String> lost = new TreeSet<>();
        highest.forEach((condition, level) -> {
            if (Shift.LEVELS.indexOf(level.name()) > left) {
                lost.add(condition);
            }
        });
        Set<String> working = working();
        return working.containsAll(lost) ? lost : working.isEmpty() ? lost : working;
    }

    private Set<String> working() {
        return conditionsOf(differences.stream().map(FiringDifference::rule).collect(Collectors.toSet()));
    }

    private static Set<String> conditionsOf(Set<String> rules) {
        return rules.stream().map(Responsibility::condition).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The condition that a rule belongs to. */
    static String condition(String rule) {
        int dot = rule.indexOf('.');
        return dot < 0 ? rule : rule.substring(0, dot);
    }
}
