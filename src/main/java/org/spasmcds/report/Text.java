package org.spasmcds.report;

import java.util.List;
import org.spasmcds.language.Words;

/** How texts are put on the page. */
final class Text {
    private Text() {}

    /** As it begins a line. */
    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The first few texts; the others are counted. */
    static String few(List<String> texts, int limit, Words words) {
        String shown = String.join("; ", texts.stream().limit(limit).toList());
        int more = texts.size() - limit;
        return more > 0 ? shown + "; " + words.say("report.andMore", more) : shown;
    }
}
