package org.spasmcds.authoring.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.spasmcds.rule.Rule;

/** Ids and numbers of the specification stand for one condition, for good. */
final class IdCheck implements Check {
    private static final String SPECIFICATION = "spec-id";
    private static final String RETIRED = "retired-id";
    private static final Pattern NUMBER = Pattern.compile("(?:[A-Z]{1,3}|[1-9][0-9]?)\\.[1-9][0-9]?");

    @Override
    public Set<String> ids() {
        return Set.of(SPECIFICATION, RETIRED);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        Set<String> retired = new HashSet<>();
        folder.rows("retired.csv").values().forEach(rows -> rows.forEach(row -> retired.add(row.get("id"))));
        Map<String, Rule> bySpecification = new HashMap<>();
        folder.folder().beneath().forEach(rule -> bySpecification.putIfAbsent(rule.specification(), rule));
        for (RuleText text : folder.texts()) {
            for (Rule rule : text.rules()) {
                if (retired.contains(rule.id())) {
                    report.add(
                            RETIRED,
                            text.place(rule),
                            rule.id(),
                            "\"" + rule.id() + "\" is retired (retired.csv); a retired id keeps its old meaning");
                }
                for (RuleText.Stated stated : text.stated(rule)) {
                    if (stated.key().equals("spec")) {
                        specification(rule, stated, bySpecification, report);
                    }
                }
            }
        }
    }

    private static void specification(
            Rule rule, RuleText.Stated stated, Map<String, Rule> bySpecification, Report report) {
        if (!NUMBER.matcher(stated.value()).matches()) {
            report.add(
                    SPECIFICATION,
                    stated.place(),
                    rule.id(),
                    "@spec \"" + stated.value() + "\"; allowed: a part and a number, such as 7.2 or RF.13");
            return;
        }
        Rule other = bySpecification.putIfAbsent(stated.value(), rule);
        if (other != null && !other.condition().equals(rule.condition())) {
            report.add(
                    SPECIFICATION,
                    stated.place(),
                    rule.id(),
                    "@spec \"" + stated.value() + "\" is that of \"" + other.condition() + "\"; each stands once");
        }
    }
}
