package org.spasmcds.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spasmcds.Certainty;
import org.spasmcds.Level;
import org.spasmcds.Reason;
import org.spasmcds.Ruleset;
import org.spasmcds.basis.Matching;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;

/** Says which facts made a rule fire by which of its conditions, and how sure that made it. */
final class Why {
    private final FactSheet sheet;
    private final Interpreter interpreter;
    private final Phrase phrase;
    private final Matching matching;

    Why(FactSheet sheet, Interpreter interpreter, Phrase phrase) {
        this.sheet = sheet;
        this.interpreter = interpreter;
        this.phrase = phrase;
        matching = Matching.of(sheet, interpreter);
    }

    /** One line for every condition by which it fired, and one for what it assumed. */
    List<String> lines(Rule rule, Level level) {
        List<String> lines = new ArrayList<>();
        String fired = rule.id() + " (" + level + ") fired: ";
        for (Condition.Pattern pattern : matching.carried(rule)) {
            String place = Because.place(rule, pattern, comparisons(pattern));
            String line = facts(pattern) + " is " + Because.quoted(phrase.condition(pattern)) + " " + place;
            lines.add(lines.isEmpty() ? fired + line : "  and " + line);
        }
        List<String> assumed = assumed(rule);
        if (!assumed.isEmpty()) {
            String line = "unknown and so assumed: " + String.join("; ", assumed);
            lines.add(lines.isEmpty() ? fired + line : "  and " + line);
        }
        return lines.isEmpty() ? List.of(fired + "nothing that must not hold does") : lines;
    }

    private static List<Condition.Test> comparisons(Condition.Pattern pattern) {
        return pattern.tests().stream()
                .filter(Condition.Test.Number.class::isInstance)
                .toList();
    }

    private List<String> assumed(Rule rule) {
        return interpreter.assumptions(rule).stream().map(phrase::assumption).toList();
    }

    private String facts(Condition.Pattern pattern) {
        List<String> labels = matching.meeting(pattern).stream()
                .map(sheet::label)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
        return labels.isEmpty() ? phrase.subject(pattern) : String.join(", ", labels);
    }

    /** What a rule that counts says of the certainty, and what lowered it. */
    List<String> certainty(Rule rule, Reason reason, Ruleset ruleset) {
        Rule stating = rule;
        while (stating.certainty().isEmpty()) {
            String parent = stating.parent().orElseThrow();
            stating = ruleset.rules().stream()
                    .filter(each -> each.id().equals(parent))
                    .findFirst()
                    .orElseThrow();
        }
        Certainty stated = stating.certainty().get();
        List<String> lines = new ArrayList<>();
        lines.add(rule.id() + " gives " + stated + (stating == rule ? "" : ", as " + stating.id() + " does") + " ("
                + stating.file() + ":" + stating.line() + ")");
        if (!reason.doubts().isEmpty()) {
            lines.add("  but POSSIBLE only: " + String.join("; ", reason.doubts()));
        }
        for (Object fact : sheet.inOrder(interpreter.evidence(rule))) {
            Optional<Certainty> cap = sheet.cap(fact).filter(each -> each.compareTo(stated) < 0);
            cap.ifPresent(each -> lines.add("  but " + sheet.label(fact) + " supports " + each + " at most"));
        }
        if (borrowsLimit(rule) && stated == Certainty.CONFIRMED) {
            lines.add("  but LIKELY at most: the limit is that of tests.csv, the laboratory gave none");
        }
        List<String> assumed = assumed(stating);
        boolean lowers = rule.typical() || !rule.level().atLeast(Level.SOON);
        if (lowers && stated != Certainty.POSSIBLE && !assumed.isEmpty()) {
            lines.add("  but one step less: " + String.join("; ", assumed) + " is assumed, as it is unknown");
        }
        return lines;
    }

    private boolean borrowsLimit(Rule rule) {
        return matching.carried(rule).stream()
                .anyMatch(pattern -> matching.about(pattern).stream()
                        .anyMatch(fact -> pattern.tests().stream()
                                .anyMatch(test -> sheet.isOnDefaultLimit(fact, test.property()))));
    }
}
