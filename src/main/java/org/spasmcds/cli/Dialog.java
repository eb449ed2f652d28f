package org.spasmcds.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spasmcds.Basis;
import org.spasmcds.Finding;
import org.spasmcds.Interview;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Level;
import org.spasmcds.Question;
import org.spasmcds.language.Words;

/** Asks a person one question after another until nothing is left to ask, the input ends, or the person has enough. */
final class Dialog {
    private final TextPage page;
    private final Words words;
    private final AnswerWords answers;
    private final BufferedReader in;
    /** So that an answer can be taken back. */
    private final Deque<Interview> before = new ArrayDeque<>();

    private Interview now;
    private int asked;
    /** How a yes takes details need not be said every time. */
    private boolean explained;

    Dialog(Interview start, TextPage page, AnswerWords answers, BufferedReader in) {
        now = start;
        this.page = page;
        words = page.words();
        this.answers = answers;
        this.in = in;
    }

    /** What is known in the end. */
    Interview hold() throws IOException {
        page.wrap("", words.say("dialog.help"));
        page.line("");
        page.wrap("", standing(now.basis()));
        Optional<Question> question = now.next();
        while (question.isPresent()) {
            question = put(question.get());
        }
        if (now.next().isEmpty()) {
            page.line("");
            boolean emergency = now.basis().assessment().level().equals(Optional.of(Level.EMERGENCY));
            page.wrap("", words.say(emergency ? "report.range.emergency" : "dialog.nothingLeft"));
        }
        page.line("");
        return now;
    }

    /** The question to put after this one; empty where the person or the input has ended the dialog. */
    private Optional<Question> put(Question question) throws IOException {
        ask(question);
        while (true) {
            page.prompt();
            String line = in.readLine();
            if (line == null) {
                page.line("");
                return Optional.empty();
            }
            String written = line.strip();
            switch (answers.command(written)) {
                case DONE -> {
                    return Optional.empty();
                }
                case BACK -> {
                    back();
                    return now.next();
                }
                case LIST -> list();
                case WHY -> reasons(question);
                case ASK -> {
                    Optional<Question> other = chosen(written);
                    if (other.isPresent()) {
                        return other;
                    }
                    page.wrap(
                            "",
                            words.say(
                                    "dialog.noSuchNumber",
                                    now.basis().questions().size()));
                }
                case NONE -> {
                    if (written.isEmpty()) {
                        page.wrap(TextPage.INDENT, answers.howTo(question));
                    } else if (answer(question, written)) {
                        return now.next();
                    }
                }
            }
        }
    }

    private void ask(Question question) {
        page.line("");
        page.wrap("", page.bold(++asked + ". " + question.text()));
        question.effects().stream()
                .findFirst()
                .ifPresent(effect ->
                        page.wrap(TextPage.INDENT, words.say("effort." + question.effort()) + "; " + effect.says()));
        boolean isShort = question.form() == Question.Form.YES_NO && explained;
        page.wrap(TextPage.INDENT, isShort ? words.say("dialog.how.yesNo.plain") : answers.howTo(question));
        explained |= question.form() == Question.Form.YES_NO;
    }

    private boolean answer(Question question, String written) {
        try {
            Interview next = now.answer(question.id(), answers.code(question, written));
            before.push(now);
            page.wrap("", change(now.basis(), next.basis()));
            now = next;
            return true;
        } catch (InvalidPatientException refused) {
            String what = (refused.value().isEmpty() ? "" : refused.value() + " ") + refused.allowed();
            page.wrap("", words.say("dialog.refused", words.isEnglish() ? what : Words.MARK + what));
            page.wrap(TextPage.INDENT, answers.howTo(question));
            return false;
        }
    }

    private void back() {
        if (before.isEmpty()) {
            page.wrap("", words.say("dialog.noBack"));
            return;
        }
        now = before.pop();
        page.wrap("", words.say("dialog.back", standing(now.basis())));
    }

    private Optional<Question> chosen(String written) {
        int number = answers.number(written);
        List<Question> questions = now.basis().questions();
        return number >= 1 && number <= questions.size() ? Optional.of(questions.get(number - 1)) : Optional.empty();
    }

    private void list() {
        new TextBasis(page, now.basis()).range();
        int number = 1;
        for (Question question : now.basis().questions()) {
            page.wrap(TextPage.INDENT, number++ + ". " + question.text());
        }
        page.wrap(TextPage.INDENT, words.say("dialog.choose"));
    }

    private void reasons(Question question) {
        if (question.effects().isEmpty()) {
            page.wrap(TextPage.INDENT, words.say("dialog.opening"));
        }
        question.effects().forEach(effect -> page.wrap(TextPage.INDENT, effect.says()));
    }

    // The level

    private String standing(Basis basis) {
        String titles = String.join("; ", titles(basis));
        return level(basis) + (titles.isEmpty() ? "" : ": " + titles);
    }

    private String level(Basis basis) {
        Optional<Level> level = basis.assessment().level();
        return level.map(each -> page.paint(each, each.word(words))).orElse(words.say("report.noFinding"));
    }

    private static Set<String> titles(Basis basis) {
        Set<String> titles = new TreeSet<>();
        basis.assessment().findings().stream().map(Finding::title).forEach(titles::add);
        return titles;
    }

    /** The level and what has changed. */
    private String change(Basis old, Basis now) {
        List<String> parts = new ArrayList<>();
        boolean same = old.assessment().level().equals(now.assessment().level());
        parts.add(same ? level(now) : words.say("dialog.changed", level(now), level(old)));
        Set<String> come = titles(now);
        come.removeAll(titles(old));
        Set<String> gone = titles(old);
        gone.removeAll(titles(now));
        if (!come.isEmpty()) {
            parts.add(words.say("dialog.new", String.join(", ", come)));
        }
        if (!gone.isEmpty()) {
            parts.add(words.say("dialog.gone", String.join(", ", gone)));
        }
        if (same && come.isEmpty() && gone.isEmpty()) {
            return words.say("dialog.same", level(now));
        }
        return String.join("; ", parts);
    }
}
