package org.spasmcds.authoring.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The text of a rule file as HTML in which every pattern shows what the cases beside it do with it. The style is in {@code
 * coverage.css} beside the templates.
 */
public final class ColoredText {
    /** So many names of cases are shown; the JSON has them all. */
    private static final int NAMES = 12;

    private final DrlText text;
    private final StringBuilder html = new StringBuilder();

    private ColoredText(String drl) {
        text = new DrlText(drl);
    }

    /** Something that begins or ends within the text. */
    private record Mark(int start, int end, String before, String after) {}

    /**
     * The text, escaped, to stand in a {@code <pre class="drl">}. Patterns can be reached by keyboard and show their cases without a
     * script.
     *
     * @param drl the text of the rule file that the coverage is of
     */
    public static String html(String drl, FileCoverage coverage) {
        ColoredText colored = new ColoredText(drl);
        List<Mark> marks = new ArrayList<>();
        coverage.patterns().forEach(pattern -> marks.add(colored.mark(pattern)));
        coverage.numbers().forEach(number -> marks.add(colored.mark(number)));
        colored.text
                .comments()
                .forEach(span -> marks.add(new Mark(span.start(), span.end(), "<span class=\"comment\">", "</span>")));
        // Outer ones first: what begins together is opened from the longest on.
        marks.sort(Comparator.comparingInt(Mark::start).thenComparing(Mark::end, Comparator.reverseOrder()));
        colored.write(marks);
        return colored.html.toString();
    }

    private void write(List<Mark> marks) {
        List<Mark> open = new ArrayList<>();
        int at = 0;
        for (Mark mark : marks) {
            at = close(open, at, mark.start());
            plain(at, mark.start());
            at = mark.start();
            html.append(mark.before());
            open.add(mark);
        }
        at = close(open, at, text.length());
        plain(at, text.length());
    }

    /** Writes on to where something begins, and closes on the way what ends there or before. */
    private int close(List<Mark> open, int from, int to) {
        int at = from;
        while (!open.isEmpty() && open.get(open.size() - 1).end() <= to) {
            Mark last = open.remove(open.size() - 1);
            plain(at, last.end());
            html.append(last.after());
            at = Math.max(at, last.end());
        }
        return at;
    }

    private void plain(int from, int to) {
        if (to > from) {
            html.append(escaped(text.part(from, to)));
        }
    }

    private Mark mark(PatternCoverage pattern) {
        Kind kind = Kind.of(pattern.cases());
        int start = text.offset(pattern.line(), pattern.column());
        String before = "<span class=\"pattern " + kind.style
                + "\" tabindex=\"0\"><sup class=\"sign\" aria-hidden=\"true\">" + kind.sign + "</sup>";
        String after = "<span class=\"tip\" role=\"note\"><b>" + kind.sign + " " + kind.meaning + "</b>"
                + "<span class=\"words\">" + escaped(pattern.words()) + "</span>"
                + names("held", pattern.cases().held())
                + names("known not to hold", pattern.cases().failed())
                + names("not known", pattern.cases().unknown())
                + "<span class=\"soft\">all cases: held in "
                + pattern.everywhere().held() + ", not in "
                + pattern.everywhere().failed() + ", not known in "
                + pattern.everywhere().unknown()
                + "</span></span></span>";
        return new Mark(start, text.closing(start), before, after);
    }

    private Mark mark(NumberCoverage number) {
        int start = text.offset(number.line(), number.column());
        if (number.cases().bothWays()) {
            return new Mark(start, text.comparisonEnd(start), "<span class=\"number\">", "</span>");
        }
        String lacks = number.cases().held().isEmpty() ? "no case where it holds" : "no case where it fails";
        return new Mark(
                start,
                text.comparisonEnd(start),
                "<span class=\"number one-sided\" title=\"" + lacks + "\">",
                "<sup class=\"sign\">" + lacks + "</sup></span>");
    }

    private static String names(String what, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<span class=\"names\"><b>" + what + " in " + names.size() + "</b>");
        names.stream()
                .limit(NAMES)
                .forEach(name -> html.append("<span>").append(escaped(name)).append("</span>"));
        if (names.size() > NAMES) {
            html.append("<span>and ").append(names.size() - NAMES).append(" more</span>");
        }
        return html.append("</span>").toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** What the cases do with a pattern; the sign says the same as the color. */
    private enum Kind {
        BOTH("both", "✓", "covered both ways"),
        HELD("only-held", "T", "holds in every case"),
        NOT("only-not", "F", "holds in no case"),
        NEVER("never", "0", "never asked: there is no case");

        final String style;
        final String sign;
        final String meaning;

        Kind(String style, String sign, String meaning) {
            this.style = style;
            this.sign = sign;
            this.meaning = meaning;
        }

        static Kind of(Seen seen) {
            if (seen.never()) {
                return NEVER;
            }
            return seen.bothWays() ? BOTH : seen.held().isEmpty() ? NOT : HELD;
        }
    }
}
