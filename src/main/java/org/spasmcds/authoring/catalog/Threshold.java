package org.spasmcds.authoring.catalog;

import java.util.List;
import java.util.Optional;
import org.spasmcds.rule.Rule;

/**
 * A number in a rule or in a group.
 *
 * @param facts what it is compared with; any of them
 * @param property what is compared of them
 * @param negated it stands behind {@code not}
 * @param operator as a rule file writes it
 * @param written as in the file
 * @param rule the rule that states it; empty for a limit of a group
 * @param owner the condition or the group
 * @param sources what is cited for it
 * @param cited on its own line, not only for the rule as a whole
 */
record Threshold(
        List<Fact> facts,
        String property,
        boolean negated,
        String operator,
        String written,
        double value,
        String unit,
        Optional<Rule> rule,
        String owner,
        List<String> sources,
        boolean cited,
        int line) {}
