package org.spasmcds.authoring.catalog;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spasmcds.Level;
import org.spasmcds.authoring.RuleHeader;
import org.spasmcds.rule.Rule;

/**
 * A rule file: the condition that it finds, and what belongs to it.
 *
 * @param id the condition
 * @param text of the file
 * @param rules the first rule of the file, then the others in their order
 */
record Entry(String id, String file, String text, RuleHeader header, List<Rule> rules, Cases cases) {
    Rule base() {
        return rules.get(0);
    }

    String title() {
        return base().title();
    }

    String folder() {
        return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
    }

    /** Every level that one of the rules gives, the highest first. */
    List<Level> levels() {
        return rules.stream()
                .map(Rule::level)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    Set<String> sources() {
        Set<String> sources = new LinkedHashSet<>();
        rules.forEach(rule -> sources.addAll(rule.sources()));
        return sources;
    }

    /** The conditions that a rule states itself, without those of the rule that it extends. */
    List<org.spasmcds.rule.Condition> own(Rule rule) {
        int taken = rules.stream()
                .filter(each -> rule.parent().filter(each.id()::equals).isPresent())
                .mapToInt(each -> each.conditions().size())
                .findFirst()
                .orElse(0);
        return rule.conditions().subList(taken, rule.conditions().size());
    }
}
