package org.spasmcds.authoring.catalog;

import com.samskivert.mustache.Escapers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule file as HTML, with its comments, texts and words of the language set apart. */
final class RuleText {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*)|(?<text>\"[^\"\\n]*\")|(?<key>@\\w+)"
            + "|(?<word>\\b(?:package|import|rule|extends|when|then|end|not|or|and|in)\\b)");

    private RuleText() {}

    static String html(String text) {
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (token.find()) {
            String look = token.group("comment") != null
                    ? "comment"
                    : token.group("text") != null ? "text" : token.group("key") != null ? "key" : "word";
            html.append(escaped(text.substring(at, token.start())))
                    .append("<span class=\"")
                    .append(look)
                    .append("\">")
                    .append(escaped(token.group()))
                    .append("</span>");
            at = token.end();
        }
        return html.append(escaped(text.substring(at))).toString();
    }

    private static String escaped(String text) {
        return Escapers.HTML.escape(text);
    }
}
