package org.spasmcds.authoring.coverage;

import java.util.List;

/**
 * What the cases beside a rule file show of its rules.
 *
 * @param file the rule file, relative to the folder
 * @param condition the condition that it is named after
 * @param cases how many cases stand beside it
 */
public record FileCoverage(String file, String condition, String title, int cases, List<RuleCoverage> rules) {
    public List<PatternCoverage> patterns() {
        return rules.stream().flatMap(rule -> rule.patterns().stream()).toList();
    }

    public List<NumberCoverage> numbers() {
        return rules.stream().flatMap(rule -> rule.numbers().stream()).toList();
    }

    /** The folder in which it lies, {@code (top)} when in none. */
    public String folder() {
        return folder(file);
    }

    static String folder(String file) {
        return file.contains("/") ? file.substring(0, file.indexOf('/')) : "(top)";
    }
}
