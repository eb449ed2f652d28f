package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.List;
import org.spasmcds.Level;
import org.spasmcds.language.Words;

/** Writes the parts of a report: headings, wrapped lines, lines with a label, levels in color. */
final class TextPage {
    static final String INDENT = "   ";
    private static final List<String> LABELS = List.of(
            "report.because", "report.doubtful", "report.assumes", "report.notKnown", "report.ask", "report.sources");

    private final Words words;
    private final PrintWriter out;
    private final int width;
    private final boolean color;
    private final int labelWidth;

    /** @param words in the language of the assessments that are printed */
    TextPage(Words words, PrintWriter out, int width, boolean color) {
        this.words = words;
        this.out = out;
        this.width = width;
        this.color = color;
        labelWidth = 2
                + LABELS.stream()
                        .mapToInt(label -> words.say(label).length())
                        .max()
                        .orElse(0);
    }

    Words words() {
        return words;
    }

    void line(String text) {
        out.println(text);
    }

    /** Where the reader writes. */
    void prompt() {
        out.print("> ");
        out.flush();
    }

    void heading(String text) {
        out.println();
        out.println(bold(text));
    }

    void labeled(String key, String text) {
        String label = words.say(key);
        wrapFrom(
                INDENT + label + " ".repeat(labelWidth - label.length()),
                " ".repeat(INDENT.length() + labelWidth),
                text);
    }

    void wrap(String indent, String text) {
        wrapFrom(indent, indent, text);
    }

    /** Text of a document must not steer the terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private void wrapFrom(String first, String next, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : printable(text).split(" ")) {
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

    String bold(String text) {
        return color ? "\u001B[1m" + text + "\u001B[0m" : text;
    }

    String paint(Level level, String text) {
        if (!color) {
            return text;
        }
        String code = switch (level) {
            case EMERGENCY -> "1;37;41";
            case URGENT -> "1;31";
            case SOON -> "1;33";
            case ROUTINE -> "1;36";
            case SELF_CARE -> "1;32";
        };
        return "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
