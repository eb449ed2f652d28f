package org.spasmcds.authoring.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the parts of a rule text begin and end. */
final class DrlText {
    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));
    private final List<Span> comments = new ArrayList<>();
    /** What each character belongs to: in comments and strings brackets and commas mean nothing. */
    private final Kind[] kinds;

    private enum Kind {
        CODE,
        STRING,
        COMMENT
    }

    record Span(int start, int end) {}

    DrlText(String text) {
        this.text = text;
        kinds = new Kind[text.length()];
        Arrays.fill(kinds, Kind.CODE);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                lineStarts.add(i + 1);
            }
        }
        for (int i = 0; i < text.length(); i++) {
            i = skip(i);
        }
    }

    /** The last character of a comment or a string that begins here; else the place itself. */
    private int skip(int at) {
        char c = text.charAt(at);
        int end;
        if (text.startsWith("//", at)) {
            end = indexOf("\n", at);
            comments.add(new Span(at, end));
        } else if (text.startsWith("/*", at)) {
            end = Math.min(text.length(), indexOf("*/", at + 2) + 2);
            comments.add(new Span(at, end));
        } else if (c == '"' || c == '\'') {
            end = stringEnd(at, c);
        } else {
            return at;
        }
        Arrays.fill(kinds, at, end, c == '/' ? Kind.COMMENT : Kind.STRING);
        return end - 1;
    }

    private int indexOf(String what, int from) {
        int found = text.indexOf(what, from);
        return found < 0 ? text.length() : found;
    }

    private int stringEnd(int at, char quote) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote || c == '\n') {
                return i + 1;
            }
        }
        return text.length();
    }

    int length() {
        return text.length();
    }

    String part(int from, int to) {
        return text.substring(from, to);
    }

    List<Span> comments() {
        return comments;
    }

    /** Where a line and column are, both counted from 1; within the text, whatever is asked for. */
    int offset(int line, int column) {
        int start = lineStarts.get(Math.max(0, Math.min(line, lineStarts.size()) - 1));
        return Math.min(text.length(), start + Math.max(0, column - 1));
    }

    /** Behind the bracket that closes the first one from here on. */
    int closing(int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = kinds[i] == Kind.CODE ? text.charAt(i) : ' ';
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth <= 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    /** Behind the comparison that begins here. */
    int comparisonEnd(int from) {
        int end = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (kinds[i] == Kind.CODE && (c == ',' || c == ')')) {
                break;
            }
            if (kinds[i] != Kind.COMMENT && !Character.isWhitespace(c)) {
                end = i + 1;
            }
        }
        return end;
    }
}
