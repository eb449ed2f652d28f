package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.spasmcds.Assessment;
import org.spasmcds.Evidence;
import org.spasmcds.Fact;
import org.spasmcds.Finding;
import org.spasmcds.Ground;
import org.spasmcds.Why;
import org.spasmcds.WhyNot;
import org.spasmcds.language.Words;

/** Prints what an answer rests on. */
final class ExplainText {
    private static final String INDENT = "   ";
    private static final int LABEL = 11;

    private final PrintWriter out;
    private final int width;
    private final boolean color;
    private final Words words;

    ExplainText(PrintWriter out, int width, boolean color, Words words) {
        this.out = out;
        this.width = width;
        this.color = color;
        this.words = words;
    }

    /**
     * @param next how to ask for a rule that is not among them
     */
    void print(String subject, Assessment assessment, List<Why> why, String next) {
        head(subject, assessment);
        if (why.isEmpty()) {
            wrap("", words.say("explain.nothing"));
        }
        for (Finding finding : assessment.findings()) {
            out.println(words.say("level." + finding.level().name()) + "  " + bold(finding.title()));
            why.stream().filter(each -> each.finding().equals(finding.id())).forEach(this::why);
            out.println();
        }
        wrap("", next);
    }

    void print(String subject, Assessment assessment, WhyNot whyNot) {
        head(subject, assessment);
        String outcome = whyNot.fired()
                ? whyNot.counts().isPresent() ? "explain.fired" : "explain.firedOnly"
                : "explain.notFired";
        out.println(bold(whyNot.rule()) + "  ("
                + words.say("level." + whyNot.level().name()) + ")  " + words.say(outcome));
        if (!whyNot.setback().isEmpty()) {
            wrap(INDENT, whyNot.setback());
        }
        for (WhyNot.Condition condition : whyNot.conditions()) {
            String state = words.say("explain.state." + condition.state().name());
            labeled(state, condition.sentence());
            boolean repeats = condition.sentence().contains(condition.asks())
                    || condition.state() == WhyNot.State.HELD
                    || condition.state() == WhyNot.State.ASSUMED;
            if (!repeats) {
                labeled("", words.say("explain.asks", condition.asks()));
            }
            origins(condition.facts());
        }
        if (!whyNot.smallestChange().isEmpty()) {
            out.println();
            out.println(words.say("explain.change"));
            whyNot.smallestChange().forEach(change -> wrap(INDENT, "- " + change.sentence()));
        }
        out.println();
        place(whyNot.file(), whyNot.line(), whyNot.version());
    }

    private void head(String subject, Assessment assessment) {
        out.println(bold(subject.replaceAll("\\p{Cntrl}", " ")) + "   "
                + words.say("report.asOf", assessment.evaluatedAt()));
        out.println();
    }

    private void why(Why why) {
        out.println(INDENT + bold(why.rule()) + "  ("
                + words.say("level." + why.level().name()) + ")");
        for (Ground ground : why.grounds()) {
            labeled(words.say("report.because"), ground.sentence());
            origins(ground.facts());
        }
        why.excluded().forEach(ground -> labeled(words.say("explain.against"), ground.sentence()));
        if (!why.assumed().isEmpty()) {
            labeled(words.say("report.assumes"), String.join("; ", why.assumed()));
        }
        why.doubts().forEach(doubt -> labeled(words.say("report.doubtful"), doubt));
        for (Finding.Source source : why.sources()) {
            labeled(words.say("report.sources"), title(source));
        }
        if (why.evidence() != Evidence.SOURCED) {
            labeled("", words.say("evidence." + why.evidence().name(), "").strip());
        }
        labeled(words.say("explain.rule"), words.say("explain.place", why.file(), why.line(), why.version()));
    }

    private static String title(Finding.Source source) {
        return source.title()
                + (source.year().isEmpty() ? "" : ", " + source.year())
                + (source.url().isEmpty() ? "" : ", " + source.url());
    }

    /** Where facts come from, where that says more than the sentence: a formula, another unit, a document. */
    private void origins(List<Fact> facts) {
        Set<String> told = new LinkedHashSet<>();
        facts.forEach(fact -> origin(fact, told));
        told.forEach(each -> labeled("", each));
    }

    private void origin(Fact fact, Set<String> told) {
        if (!fact.inputs().isEmpty() && fact.value().isPresent()) {
            told.add(fact.label() + " = " + fact.formula());
        }
        if (fact.given().isPresent()) {
            told.add(words.say("explain.given", fact.label(), fact.given().get().text()) + place(fact));
        } else if (!fact.document().isEmpty()) {
            told.add(fact.label() + place(fact));
        }
        fact.inputs().forEach(input -> origin(input, told));
    }

    private static String place(Fact fact) {
        return " [" + fact.path() + (fact.document().isEmpty() ? "" : ", " + fact.document()) + "]";
    }

    private void place(String file, int line, int version) {
        wrap("", words.say("explain.place", file, line, version));
    }

    private void labeled(String label, String text) {
        wrapFrom(
                INDENT + INDENT + String.format(Locale.ROOT, "%-" + (LABEL - 1) + "s ", label),
                " ".repeat(2 * INDENT.length() + LABEL),
                text);
    }

    private void wrap(String indent, String text) {
        wrapFrom(indent, indent + (text.startsWith("- ") ? "  " : ""), text);
    }

    private void wrapFrom(String first, String next, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.replaceAll("\\p{Cntrl}", " ").split(" ")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line.toString().stripTrailing());
    }

    private String bold(String text) {
        return color ? "\u001B[1m" + text + "\u001B[0m" : text;
    }
}
