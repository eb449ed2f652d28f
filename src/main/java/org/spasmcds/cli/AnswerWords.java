package org.spasmcds.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.spasmcds.Question;
import org.spasmcds.basis.Subject;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Units;
import org.spasmcds.vocabulary.Vocabulary;

/** What a person writes in a dialog, in the person's language: commands, and answers in the form that an interview takes. */
final class AnswerWords {
    /** What is no answer. */
    enum Command {
        WHY,
        LIST,
        ASK,
        BACK,
        DONE,
        NONE
    }

    private final Words words;
    private final Vocabulary vocabulary;

    /** @param vocabulary in the language of the words */
    AnswerWords(Words words, Vocabulary vocabulary) {
        this.words = words;
        this.vocabulary = vocabulary;
    }

    Command command(String written) {
        if (written.equals("?")) {
            return Command.WHY;
        }
        if (written.indexOf(' ') > 0 && is(first(written), "dialog.word.ask") && number(written) >= 0) {
            return Command.ASK;
        }
        return is(written, "dialog.word.list")
                ? Command.LIST
                : is(written, "dialog.word.back")
                        ? Command.BACK
                        : is(written, "dialog.word.done") ? Command.DONE : Command.NONE;
    }

    private static String first(String written) {
        int space = written.indexOf(' ');
        return space < 0 ? written : written.substring(0, space);
    }

    /** The number behind a command; -1 where there is none. */
    int number(String written) {
        String number = written.substring(written.indexOf(' ') + 1).strip();
        return number.matches("\\d{1,3}") ? Integer.parseInt(number) : -1;
    }

    /** Whether a word is one of those of this language, or of English. */
    private boolean is(String written, String key) {
        return isOf(written, words, key) || isOf(written, Words.english(), key);
    }

    private static boolean isOf(String written, Words words, String key) {
        return List.of(words.say(key).split(" ")).contains(written.toLowerCase(Locale.ROOT));
    }

    /** The answer as the interview takes it. */
    String code(Question question, String written) {
        if (is(written, "dialog.word.unknown")) {
            return "unknown";
        }
        return switch (question.form()) {
            case YES_NO -> yesOrNo(written);
            case CHOICE -> choice(question, written);
            case CHOICES -> choices(question, written);
            case LIST -> is(written, "dialog.word.none") || is(written, "dialog.word.no") ? "none" : written;
            case NUMBER -> written.matches("-?\\d+,\\d+(\\D.*)?") ? written.replaceFirst(",", ".") : written;
            default -> written;
        };
    }

    private String yesOrNo(String written) {
        int end = written.indexOf(';');
        String word = (end < 0 ? written : written.substring(0, end)).strip();
        String rest = end < 0 ? "" : written.substring(end);
        return is(word, "dialog.word.yes") ? "yes" + rest : is(word, "dialog.word.no") ? "no" + rest : written;
    }

    private String choice(Question question, String written) {
        List<String> choices = question.choices();
        int number = number(written);
        if (number >= 1 && number <= choices.size()) {
            return choices.get(number - 1);
        }
        String synonym = vocabulary
                .find(written, EnumSet.allOf(Kind.class))
                .map(Name::id)
                .orElse(written);
        String word = written.toLowerCase(Locale.ROOT);
        List<String> alike = choices.stream()
                .filter(choice -> label(choice).toLowerCase(Locale.ROOT).contains(word))
                .toList();
        return choices.stream()
                .filter(choice -> synonym.equalsIgnoreCase(choice) || written.equalsIgnoreCase(label(choice)))
                .findFirst()
                .orElse(alike.size() == 1 ? alike.get(0) : written);
    }

    /** Names that are not among the choices are left as they are; their details may have commas. */
    private String choices(Question question, String written) {
        if (is(written, "dialog.word.none") || is(written, "dialog.word.no")) {
            return "none";
        }
        List<String> codes = new ArrayList<>();
        for (String each : written.split("[;,](?![^()]*\\))")) {
            int bracket = each.indexOf('(');
            String name = (bracket < 0 ? each : each.substring(0, bracket)).strip();
            String details = bracket < 0 ? "" : " " + each.substring(bracket).strip();
            codes.add(choice(question, name) + details);
        }
        return String.join("; ", codes);
    }

    private String label(String choice) {
        if (Subject.Circumstances.FIELDS.contains(choice)) {
            return words.say("mark." + choice);
        }
        if (choice.equals("none")) {
            return first(words.say("dialog.word.none"));
        }
        return vocabulary.name(choice).isPresent() ? vocabulary.display(choice) : words.say("value." + choice);
    }

    /** How the question is answered. */
    String howTo(Question question) {
        return switch (question.form()) {
            case YES_NO -> words.say(isDetail(question) ? "dialog.how.yesNo.plain" : "dialog.how.yesNo");
            case NUMBER -> number(question);
            case CHOICE -> words.say("dialog.how.choice", numbered(question));
            case CHOICES -> words.say("dialog.how.choices", numbered(question));
            case TIME -> words.say("dialog.how.time");
            case SPAN -> words.say("dialog.how.span");
            case SITES -> words.say("dialog.how.sites");
            case LIST -> list(question.id());
        };
    }

    /** A detail of what is known to be there has no details of its own. */
    private static boolean isDetail(Question question) {
        return question.id().startsWith("spasms.")
                || question.id().chars().filter(each -> each == '.').count() > 1;
    }

    private String list(String section) {
        return switch (section) {
            case "medicines" -> words.say("dialog.how.medicines");
            case "exposures" -> words.say("dialog.how.exposures");
            case "results" -> words.say("dialog.how.results");
            case "conditions" -> words.say("dialog.how.conditions");
            default -> words.say("dialog.how.symptoms");
        };
    }

    private String number(Question question) {
        if (question.unit().isEmpty() || question.unit().equals("1")) {
            return words.say("dialog.how.number");
        }
        return question.unit().equals("a")
                ? words.say("dialog.how.years")
                : words.say("dialog.how.result", unit(question.unit()));
    }

    /** As readers write it, where that is understood. */
    private String unit(String ucum) {
        String written = Units.written(ucum);
        return vocabulary.unit(written).equals(ucum) ? written : ucum;
    }

    private String numbered(Question question) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < question.choices().size(); i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(i + 1)
                    .append(" ")
                    .append(label(question.choices().get(i)));
        }
        return text.toString();
    }
}
