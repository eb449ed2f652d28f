package org.spasmcds.examples.hooks.card;

import java.util.regex.Pattern;

/** Text in GitHub-flavored markdown, in which nothing from a record can become markup, a link or HTML. */
final class Markdown {
    private static final char WORD_JOINER = '\u2060';
    /** What renderers turn into links by themselves, some of them after backslashes are gone. */
    private static final Pattern LINK_LIKE = Pattern.compile("(?i)\\bwww(?=\\.)|://|@|\\b(?:mailto|xmpp)(?=:)");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Markdown() {}

    /** The text on one line, shown as it is. */
    static String escape(String text) {
        String oneLine = BLANKS.matcher(text).replaceAll(" ").strip();
        String unlinked = LINK_LIKE.matcher(oneLine).replaceAll(found -> found.group() + WORD_JOINER);
        StringBuilder escaped = new StringBuilder(unlinked.length() + 16);
        for (int i = 0; i < unlinked.length(); i++) {
            char c = unlinked.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> {
                    if (isMarkup(c, i, unlinked)) {
                        escaped.append('\\');
                    }
                    escaped.append(c);
                }
            }
        }
        return escaped.toString();
    }

    /** Marks that mean something only beside others stay readable where they stand in prose or numbers. */
    private static boolean isMarkup(char c, int at, String text) {
        return switch (c) {
            case '\\', '`', '*', '_', '[', ']', '#', '|', '~', '!', '$', '^' -> true;
            // A list or a heading begins with these.
            case '-', '+', '=' -> at == 0;
            case '.', ')' -> at > 0 && text.substring(0, at).chars().allMatch(Character::isDigit);
            case ':' -> at + 1 < text.length() && text.charAt(at + 1) != ' ';
            default -> false;
        };
    }

    /** A link; the label is escaped, the address encoded where it could end the link. */
    static String link(String label, String url) {
        String safe = url.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20");
        return "[" + escape(label) + "](<" + safe + ">)";
    }
}
