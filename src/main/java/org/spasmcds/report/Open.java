package org.spasmcds.report;

import java.util.List;
import org.spasmcds.Basis;
import org.spasmcds.Question;
import org.spasmcds.language.Words;

/** What is open beside the findings. */
final class Open {
    private static final int EFFECTS = 2;
    private static final int FACTS = 4;

    private Open() {}

    /** A condition that cannot be ruled out. */
    record Condition(Mark mark, String title, String pointing, String missing) {
        static Condition of(Basis.OpenCondition open, Words words) {
            return new Condition(
                    Mark.of(open.level(), words),
                    open.title(),
                    open.pointing().isEmpty()
                            ? words.say("report.complaintAlone")
                            : Text.few(open.pointing(), FACTS, words),
                    Text.few(open.missing(), FACTS, words));
        }
    }

    /**
     * A question.
     *
     * @param effort how the answer is got
     * @param effects what the answer could do
     */
    record Asked(String text, String effort, List<String> effects) {
        static Asked of(Question question, Words words) {
            List<String> effects = new java.util.ArrayList<>(question.effects().stream()
                    .limit(EFFECTS)
                    .map(effect -> Text.capital(effect.says()))
                    .toList());
            if (question.isOfHistory()) {
                effects.add(Text.capital(words.say("question.ofHistory")));
            }
            int more = question.effects().size() - EFFECTS;
            if (more > 0) {
                effects.add(words.say("report.andMore", more));
            }
            return new Asked(question.text(), words.say("effort." + question.effort()), effects);
        }
    }

    /** A change at which the level changes. */
    record Turn(String change, Mark from, Mark to) {
        static Turn of(Basis.Turn turn, Words words) {
            return new Turn(Text.capital(turn.change()), Mark.of(turn.from(), words), Mark.of(turn.to(), words));
        }
    }
}
