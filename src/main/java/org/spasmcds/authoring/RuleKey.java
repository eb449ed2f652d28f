package org.spasmcds.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of a rule as its file states it: {@code @level("SOON")}.
 *
 * @param line counted from 1, as is the column
 */
public record RuleKey(String name, String value, int line, int column) {
    private static final Pattern KEY = Pattern.compile("@([A-Za-z]+)\\s*\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*\\)");
    private static final Pattern RULE = Pattern.compile("\\s*rule\\s+\".*");

    /** The keys that the rule states itself, of which the name stands on this line, counted from 1. */
    public static List<RuleKey> of(List<String> lines, int rule) {
        List<RuleKey> keys = new ArrayList<>();
        for (int line = rule; line <= lines.size(); line++) {
            String code = lines.get(line - 1);
            if (code.strip().equals("when")
                    || (line > rule && RULE.matcher(code).matches())) {
                break;
            }
            int comment = commentStart(code);
            Matcher key = KEY.matcher(comment < 0 ? code : code.substring(0, comment));
            while (key.find()) {
                keys.add(new RuleKey(key.group(1), key.group(2), line, key.start() + 1));
            }
        }
        return keys;
    }

    /** Where a comment begins on a line, -1 when there is none; two slashes within a text begin none. */
    public static int commentStart(String line) {
        boolean quoted = false;
        for (int i = 0; i + 1 < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '/' && line.charAt(i + 1) == '/') {
                return i;
            }
        }
        return -1;
    }
}
