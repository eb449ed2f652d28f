package org.spasmcds.cli;

import java.util.List;
import java.util.Optional;
import org.spasmcds.Basis;
import org.spasmcds.Level;
import org.spasmcds.LevelRange;
import org.spasmcds.Question;
import org.spasmcds.language.Words;

/** What is open beside an assessment: how far the level can move, what cannot be ruled out, what to ask, what would change it. */
final class TextBasis {
    private static final String INDENT = TextPage.INDENT;

    private final TextPage page;
    private final Words words;
    private final Basis basis;

    TextBasis(TextPage page, Basis basis) {
        this.page = page;
        words = page.words();
        this.basis = basis;
    }

    /** One line below the level. */
    void range() {
        LevelRange range = basis.range();
        if (basis.assessment().level().equals(Optional.of(Level.EMERGENCY))) {
            page.wrap("", words.say("report.range.emergency"));
        } else if (basis.questions().isEmpty()) {
            page.wrap("", words.say(basis.nothingPoints() ? "report.range.nothing" : "report.range.noQuestions"));
        } else if (range.isClosed()) {
            page.wrap("", words.say("report.range.closed"));
        } else {
            page.wrap("", words.say("report.range", level(range.lowest()), level(range.highest())));
        }
    }

    private String level(Optional<Level> level) {
        return level.map(each -> each.word(words)).orElse(words.say("report.noFinding"));
    }

    void print() {
        cannotRuleOut();
        questions();
        if (basis.notAsked() > 0) {
            page.line("");
            page.wrap("", words.say("report.notAsked", basis.notAsked()));
        }
        whatIf();
    }

    private void cannotRuleOut() {
        if (basis.cannotRuleOut().isEmpty()) {
            return;
        }
        page.heading(words.say("report.cannotRuleOut"));
        for (Basis.OpenCondition open : basis.cannotRuleOut()) {
            String pointing =
                    open.pointing().isEmpty() ? words.say("report.complaintAlone") : String.join("; ", open.pointing());
            page.wrap(
                    INDENT,
                    words.say(
                            "report.open",
                            open.title(),
                            open.level().word(words),
                            pointing,
                            String.join("; ", open.missing())));
        }
    }

    private void questions() {
        if (basis.questions().isEmpty()) {
            return;
        }
        page.heading(words.say("report.askNext"));
        int number = 1;
        for (Question question : basis.questions()) {
            List<String> effects = question.isOfHistory()
                    ? List.of(words.say("question.ofHistory"))
                    : question.effects().stream().map(Question.Effect::says).toList();
            String effort = words.say("effort." + question.effort());
            page.wrap(
                    INDENT,
                    number++ + ". " + question.text() + "  (" + effort
                            + (effects.isEmpty() ? "" : "; " + effects.get(0)) + ")");
        }
    }

    private void whatIf() {
        if (basis.whatIf().isEmpty()) {
            return;
        }
        page.heading(words.say("report.whatIf"));
        basis.whatIf()
                .forEach(turn -> page.wrap(
                        INDENT, words.say("report.turn", level(turn.from()), level(turn.to()), turn.change())));
    }
}
