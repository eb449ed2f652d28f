package org.spasmcds.authoring.impact;

import java.util.List;
import java.util.Locale;

/** How numbers, patients and levels are written on the page. */
final class PageWords {
    static final String FELL = "▼ ";
    static final String ROSE = "▲ ";

    private PageWords() {}

    /** The class of a cell or mark. */
    static String kind(Shift shift) {
        return shift.fell() ? "bad" : shift.rose() ? "half" : "";
    }

    static String mark(Shift shift) {
        return shift.fell() ? FELL : shift.rose() ? ROSE : "";
    }

    static String levels(Shift shift) {
        return shift.from().equals(shift.to()) ? shift.from() : shift.from() + " → " + shift.to();
    }

    /** For a section of the template that stands only where there is a text. */
    static List<String> given(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }

    static String patients(int number) {
        return number(number) + (number == 1 ? " patient" : " patients");
    }

    static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
