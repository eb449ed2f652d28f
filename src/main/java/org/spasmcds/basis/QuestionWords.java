package org.spasmcds.basis;

import org.spasmcds.Level;
import org.spasmcds.intake.Section;

/** The words of questions. */
final class QuestionWords {
    static final String AGE = "How old is the patient?";
    static final String SEX = "Which sex?";
    static final String MEDICINES = "Which medicines does the patient take or have stopped lately? (all of them)";
    static final String CONDITIONS = "Which diseases are known? (all of them)";
    static final String SPASM = "the cramp, spasm or twitch";

    private QuestionWords() {}

    static String value(String test) {
        return capital(test) + "?";
    }

    static String presence(Section section, String name) {
        return switch (section) {
            case FAMILY_HISTORY -> capital(name) + " in the family?";
            case CONDITIONS -> "Is " + name + " known?";
            default -> capital(name) + "?";
        };
    }

    static String detail(String name, String field, String meaning) {
        return capital(name) + ": " + meaning.replaceFirst("[.;].*", "").toLowerCase(java.util.Locale.ROOT) + "?";
    }

    static String couldMake(Level level, String title, String when) {
        return "could be " + level + (when.isEmpty() ? "" : " if " + when) + ": " + title;
    }

    static String couldHelpMake(Level level, String title, String when) {
        return "with other facts could be " + level + (when.isEmpty() ? "" : " if " + when) + ": " + title;
    }

    static String couldTakeBack(String title) {
        return "could speak against: " + title;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
