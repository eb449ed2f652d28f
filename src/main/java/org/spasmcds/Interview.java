package org.spasmcds;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.basis.Answers;
import org.spasmcds.basis.Subject;

/**
 * A dialog that asks the most useful question next. Immutable: an answer gives a new interview, and all that it knows is the patient and
 * the questions that need not be asked again, so that a chat or a form can keep it in a session or a page.
 */
public final class Interview {
    private final Ruleset ruleset;
    private final Patient patient;
    private final Instant evaluation;
    private final Set<String> declined;
    private final Basis basis;

    Interview(Ruleset ruleset, Patient patient, Instant evaluation, Set<String> declined) {
        this.ruleset = ruleset;
        this.patient = patient;
        this.evaluation = evaluation;
        this.declined = Set.copyOf(declined);
        basis = ruleset.explainInDialog(patient, evaluation, this.declined);
    }

    /** The next question; empty when nothing is left that is worth asking. */
    public Optional<Question> next() {
        return basis.questions().stream().findFirst();
    }

    /**
     * The interview after an answer.
     *
     * @param question the id of a question, this or any other that was listed
     * @param answer as the question's form takes it, or {@code unknown}
     * @throws InvalidPatientException when there is no such question or the answer does not fit it; it names both and what is allowed
     */
    public Interview answer(String question, String answer) {
        Objects.requireNonNull(answer, "answer");
        Subject subject = Answers.subject(question, ruleset.vocabulary())
                .filter(each -> !(each instanceof Subject.Unnamed))
                .orElseThrow(() -> new InvalidPatientException(
                        question, "", "is not the id of a question; allowed: the id of a listed question"));
        Patient known = Answers.isUnknown(answer) ? patient : Answers.with(patient, subject, answer);
        Set<String> settled = new LinkedHashSet<>(declined);
        settled.addAll(Answers.settled(subject, answer, known));
        Interview next = new Interview(ruleset, known, evaluation, settled);
        if (Answers.isAboutResults(subject)) {
            next.refuseUnused(this, question, answer);
        }
        return next;
    }

    /** A value that cannot be used would be asked for again, or believed to be counted. */
    private void refuseUnused(Interview before, String question, String answer) {
        for (Refusal refusal : basis.assessment().refused()) {
            if (!before.basis.assessment().refused().contains(refusal)) {
                throw new InvalidPatientException(
                        question, "\"" + answer + "\"", refusal.fact() + ": " + refusal.reason());
            }
        }
    }

    /** What is known so far. */
    public Patient patient() {
        return patient;
    }

    /**
     * The ids of the questions that need not be asked again: nobody could answer them, or they were answered and what is known does
     * not show it. {@code symptoms.*} is what the answer to the open question of a section did not name.
     */
    public Set<String> declined() {
        return declined;
    }

    /** The assessment of what is known so far, with its basis. */
    public Basis basis() {
        return basis;
    }
}
