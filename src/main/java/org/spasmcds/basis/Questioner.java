package org.spasmcds.basis;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spasmcds.Question;
import org.spasmcds.intake.Dependents;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;
import org.spasmcds.language.Words;
import org.spasmcds.rule.Phrase;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.Truth;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Vocabulary;

/** Puts subjects as questions, each with what its answer could change. */
final class Questioner {
    private static final int EFFECTS = 3;

    /** What hardly any name would meet is no reason to ask for all of them. */
    private static final double LIKELY = 0.3;

    private final Rulebook rulebook;
    private final Vocabulary vocabulary;
    private final Words words;
    private final Standing standing;
    private final Set<String> found;
    private final List<Ranking.Open> open;

    /**
     * @param found the conditions of the findings
     * @param open what is open, the weightiest first
     */
    Questioner(Rulebook rulebook, Standing standing, Set<String> found, List<Ranking.Open> open) {
        this.open = open;
        this.found = found;
        this.rulebook = rulebook;
        vocabulary = rulebook.vocabulary();
        words = rulebook.language().words();
        this.standing = standing;
    }

    Question question(Subject subject) {
        return new Question(
                subject.id(),
                text(subject),
                effort(subject),
                form(subject),
                unit(subject),
                choices(subject),
                effects(subject));
    }

    // What the answer could change

    private List<Question.Effect> effects(Subject subject) {
        Map<String, Question.Effect> effects = new LinkedHashMap<>();
        for (Ranking.Open each : inOrder(subject)) {
            boolean alone =
                    !(subject instanceof Subject.Listing) || each.missing() == 1 && likely(each, subject) >= LIKELY;
            if (parts(subject).stream().anyMatch(each::asks) && each.isHigher() && alone && effects.size() < EFFECTS) {
                effects.putIfAbsent(each.rule().condition(), raising(subject, each));
            }
        }
        Reach reach = Reach.of(List.of(subject), vocabulary, rulebook.wider());
        Outlook outlook = new Outlook(standing.now(), reach);
        standing.clauses().keySet().stream()
                .filter(rule -> found.contains(rule.condition()))
                // Anything that is found speaks against having found nothing.
                .filter(rule -> !rule.unless().contains(Rule.ANY_FINDING))
                .filter(rule -> outlook.truth(rule) != Truth.TRUE)
                .limit(EFFECTS)
                .forEach(rule -> effects.putIfAbsent(
                        rule.condition() + " taken back",
                        new Question.Effect(
                                rule.condition(),
                                rulebook.language().title(rule),
                                standing.clauses().get(rule),
                                true,
                                words.say(
                                        "question.takesBack",
                                        rulebook.language().title(rule)))));
        return List.copyOf(effects.values());
    }

    private static List<? extends Subject> parts(Subject subject) {
        return subject instanceof Subject.Checklist list ? list.each() : List.of(subject);
    }

    /** A list is asked for what many names would meet, and not for the one that is rare. */
    private List<Ranking.Open> inOrder(Subject subject) {
        return subject instanceof Subject.Listing
                ? open.stream()
                        .sorted(Comparator.comparingDouble((Ranking.Open each) -> likely(each, subject))
                                .reversed())
                        .toList()
                : open;
    }

    /** What many other questions would answer as well is no reason for this one. */
    private static double likely(Ranking.Open open, Subject subject) {
        return open.needed().stream()
                .filter(alternatives -> alternatives.contains(subject))
                .mapToDouble(alternatives -> open.likely() / alternatives.size())
                .max()
                .orElse(0);
    }

    private Question.Effect raising(Subject subject, Ranking.Open open) {
        boolean plain = subject instanceof Subject.Listing
                || subject instanceof Subject.Checklist
                || subject instanceof Subject.Detail;
        String when = plain ? "" : comparisons(subject, open);
        String title = rulebook.language().title(open.rule());
        String kind = found.contains(open.rule().condition())
                ? when.isEmpty() ? "question.raises" : "question.raises.if"
                : when.isEmpty() ? "question.makes" : "question.makes.if";
        String key = open.missing() > 1 ? "question.bearsOn" : kind;
        return new Question.Effect(
                open.rule().condition(),
                title,
                open.rule().level(),
                false,
                words.say(key, words.say("level." + open.rule().level()), title, when));
    }

    /** The comparisons that would have to hold: below 2.5 mmol/L. */
    private String comparisons(Subject subject, Ranking.Open open) {
        List<String> comparisons = IntStream.range(0, open.needed().size())
                .filter(i -> open.needed().get(i).contains(subject))
                // How many of a group must be there says nothing of the one that is asked for.
                .filter(i -> !open.way().open().get(i).type().name().equals("Group"))
                .mapToObj(i -> rulebook.phrase()
                        .comparisons(Phrase.affirmed(open.way().open().get(i))))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return String.join(", ", comparisons);
    }

    // The question

    private String text(Subject subject) {
        if (subject instanceof Subject.Age) {
            return words.say("question.age");
        }
        if (subject instanceof Subject.Sex) {
            return words.say("question.sex");
        }
        if (subject instanceof Subject.Complaint) {
            return words.say("question.complaint");
        }
        if (subject instanceof Subject.Circumstances) {
            return words.say("question.circumstances");
        }
        if (subject instanceof Subject.Checklist list) {
            return list.section() == Section.EXPOSURES
                    ? words.say("question.checklist.exposures")
                    : words.say(
                            effort(list) == Question.Effort.EXAMINE
                                    ? "question.checklist.signs"
                                    : "question.checklist.symptoms");
        }
        if (subject instanceof Subject.Listing listing) {
            return words.say("question." + listing.section().label());
        }
        if (subject instanceof Subject.Value value) {
            return capital(words.say("question.is", vocabulary.display(value.test())));
        }
        if (subject instanceof Subject.Presence presence) {
            return presence(presence);
        }
        Subject.Detail detail = (Subject.Detail) subject;
        String name = detail.name().isEmpty() ? words.say("question.spasm") : vocabulary.display(detail.name());
        return capital(words.say("question.detail", name, words.say("question.field." + detail.field())));
    }

    private String presence(Subject.Presence presence) {
        String name = vocabulary.display(presence.name());
        String key = presence.section() == Section.FAMILY_HISTORY
                ? "question.family"
                : presence.section() == Section.CONDITIONS ? "question.known" : "question.is";
        return capital(words.say(key, name));
    }

    private static String capital(String text) {
        int first = text.startsWith(Words.MARK) ? Words.MARK.length() : text.startsWith("¿") ? 1 : 0;
        return text.substring(0, first) + Character.toUpperCase(text.charAt(first)) + text.substring(first + 1);
    }

    private static Field field(Subject.Detail detail) {
        return detail.section().field(detail.field()).orElseThrow();
    }

    private Optional<Kind> kind(String name) {
        return vocabulary.name(name).map(Name::kind);
    }

    Question.Effort effort(Subject subject) {
        if (subject instanceof Subject.Checklist list) {
            return effort(list.each().get(0));
        }
        if (subject instanceof Subject.Value value) {
            return kind(value.test()).filter(Kind.VITAL::equals).isPresent()
                    ? Question.Effort.MEASURE
                    : Question.Effort.LABORATORY;
        }
        return subject instanceof Subject.Presence presence
                        && kind(presence.name()).filter(Kind.SIGN::equals).isPresent()
                ? Question.Effort.EXAMINE
                : Question.Effort.ASK;
    }

    private static Question.Form form(Subject subject) {
        if (subject instanceof Subject.Detail detail) {
            Field.Type type = field(detail).type();
            return form(type);
        }
        if (subject instanceof Subject.Listing) {
            return Question.Form.LIST;
        }
        if (subject instanceof Subject.Circumstances || subject instanceof Subject.Checklist) {
            return Question.Form.CHOICES;
        }
        if (subject instanceof Subject.Sex || subject instanceof Subject.Complaint) {
            return Question.Form.CHOICE;
        }
        return subject instanceof Subject.Presence ? Question.Form.YES_NO : Question.Form.NUMBER;
    }

    private static Question.Form form(Field.Type type) {
        if (type instanceof Field.Choice) {
            return Question.Form.CHOICE;
        }
        if (type instanceof Field.YesNo) {
            return Question.Form.YES_NO;
        }
        if (type instanceof Field.Time) {
            return Question.Form.TIME;
        }
        if (type instanceof Field.Span) {
            return Question.Form.SPAN;
        }
        return type instanceof Field.Number ? Question.Form.NUMBER : Question.Form.SITES;
    }

    private String unit(Subject subject) {
        if (subject instanceof Subject.Age) {
            return "a";
        }
        return subject instanceof Subject.Value value
                ? vocabulary.test(value.test()).map(TestDefinition::unit).orElse("")
                : "";
    }

    private static List<String> choices(Subject subject) {
        if (subject instanceof Subject.Sex) {
            return List.of("female", "male");
        }
        if (subject instanceof Subject.Complaint) {
            return Stream.concat(Dependents.spasms().stream(), Stream.of(Answers.NONE))
                    .toList();
        }
        if (subject instanceof Subject.Circumstances) {
            return Subject.Circumstances.FIELDS;
        }
        if (subject instanceof Subject.Checklist list) {
            return list.names();
        }
        return subject instanceof Subject.Detail detail && field(detail).type() instanceof Field.Choice choice
                ? choice.words()
                : List.of();
    }
}
