package org.spasmcds.authoring.check;

import java.util.Set;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;

/** A number stands with its unit and its source on its line. */
final class NumberCheck implements Check {
    private static final String UNIT = "number-unit";
    private static final String WRONG_UNIT = "wrong-unit";
    private static final String SOURCE = "number-source";

    @Override
    public Set<String> ids() {
        return Set.of(UNIT, WRONG_UNIT, SOURCE);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        folder.texts().forEach(text -> citations(folder, text, report));
        Numbers.each(
                folder, (text, rule, pattern, number) -> new Line(folder, text, rule, pattern, number, report).check());
    }

    /** Also where no number stands, such as beside the count of a group. */
    private static void citations(CheckedFolder folder, RuleText text, Report report) {
        for (int line = 1; line <= text.lines().size(); line++) {
            int column = text.comment(line).column();
            if (column == 1) {
                continue;
            }
            for (String source : text.comment(line).sources()) {
                if (folder.vocabulary().source(source).isEmpty()) {
                    report.add(
                            SOURCE,
                            text.place(line, text.line(line).indexOf(source, column) + 1),
                            source,
                            "[" + source + "] is not an id of sources.csv");
                }
            }
        }
    }

    private record Line(
            CheckedFolder folder,
            RuleText text,
            Rule rule,
            Condition.Pattern pattern,
            Condition.Test.Number number,
            Report report) {
        void check() {
            Units units = new Units(folder.vocabulary());
            LineComment comment = text.comment(number.line());
            String written = Conditions.text(number);
            units.expected(pattern, number).ifPresent(expected -> {
                if (comment.words().isEmpty()) {
                    add(UNIT, written + " has no unit on its line; write // " + expected + " [SOURCE]");
                } else if (comment.words().stream().noneMatch(word -> units.names(pattern, number, word))) {
                    add(
                            WRONG_UNIT,
                            "\"" + String.join(", ", comment.words()) + "\" for " + written + "; " + subject()
                                    + " is stated in " + expected);
                }
            });
            if (comment.sources().isEmpty()) {
                add(SOURCE, written + " has no source on its line; write // UNIT [SOURCE], an id of sources.csv");
            }
            for (String source : comment.sources()) {
                if (!text.broken()
                        && folder.vocabulary().source(source).isPresent()
                        && !rule.sources().contains(source)) {
                    add(SOURCE, written + " cites " + source + "; the @source of rule \"" + rule.id() + "\" lacks it");
                }
            }
        }

        private String subject() {
            return pattern.type().name().equals("Result") ? String.join(" and ", pattern.names()) : number.property();
        }

        private void add(String check, String message) {
            report.add(check, text.place(number), rule.id() + ": " + Conditions.text(number), message);
        }
    }
}
