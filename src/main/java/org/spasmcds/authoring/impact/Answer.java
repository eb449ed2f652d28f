package org.spasmcds.authoring.impact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.spasmcds.Assessment;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Reason;

/**
 * What of an assessment counts when two versions are compared. Words for the reader do not.
 *
 * @param firstExplanation the condition that best explains the complaint; empty when none does
 */
record Answer(Optional<Level> level, List<Found> findings, String firstExplanation) {
    static Answer of(Assessment assessment) {
        return new Answer(
                assessment.level(),
                assessment.findings().stream().map(Answer::found).toList(),
                assessment.explanations().stream().findFirst().map(Finding::id).orElse(""));
    }

    private static Found found(Finding finding) {
        return new Found(
                finding.id(),
                finding.certainty().name(),
                finding.level().name(),
                finding.reasons().stream().map(Reason::rule).sorted().toList());
    }

    /** The order of findings that are alike is no part of the answer. */
    boolean isThatOf(Answer other) {
        return level.equals(other.level)
                && firstExplanation.equals(other.firstExplanation)
                && byCondition().equals(other.byCondition());
    }

    private Map<String, Found> byCondition() {
        Map<String, Found> found = new TreeMap<>();
        findings.forEach(finding -> found.put(finding.condition(), finding));
        return found;
    }

    /** The findings that the other answer does not have in just this form. */
    List<Found> notIn(Answer other) {
        return findings.stream()
                .filter(found -> !other.findings.contains(found))
                .toList();
    }

    /** The most pressing finding that the other answer has in just this form; empty or one. */
    List<Found> firstAlsoIn(Answer other) {
        return findings.stream().filter(other.findings::contains).limit(1).toList();
    }

    /** The rules that stand as reasons, each with the level that it gives. */
    static Map<String, Level> standing(Assessment assessment) {
        Map<String, Level> standing = new LinkedHashMap<>();
        assessment
                .findings()
                .forEach(finding -> finding.reasons().forEach(reason -> standing.put(reason.rule(), reason.level())));
        return standing;
    }
}
