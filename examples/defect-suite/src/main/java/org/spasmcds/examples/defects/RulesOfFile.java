package org.spasmcds.examples.defects;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a rule file, rule by rule. */
final class RulesOfFile {
    private static final Pattern HEAD = Pattern.compile("(?m)^rule \"([^\"]+)\"(?: extends \"([^\"]+)\")?");

    private RulesOfFile() {}

    /** The rule that a line belongs to: the last one that begins on it or above it. */
    static Optional<String> at(int line, String text) {
        Matcher head = HEAD.matcher(text);
        Optional<String> rule = Optional.empty();
        while (head.find() && text.substring(0, head.start()).lines().count() < line) {
            rule = Optional.of(head.group(1));
        }
        return rule;
    }

    /** A file of this rule and those that it extends, for a tool that does not get through with the whole file. */
    static String only(String rule, String text) {
        Set<String> wanted = new LinkedHashSet<>();
        Optional<String> next = Optional.of(rule);
        while (next.isPresent() && wanted.add(next.get())) {
            next = parent(next.get(), text);
        }
        StringBuilder cut = new StringBuilder();
        Matcher head = HEAD.matcher(text);
        while (head.find()) {
            if (cut.isEmpty()) {
                cut.append(text, 0, head.start());
            }
            if (wanted.contains(head.group(1))) {
                int end = text.indexOf("\nend", head.end());
                cut.append(text, head.start(), end < 0 ? text.length() : end + 4).append("\n\n");
            }
        }
        return cut.toString();
    }

    static boolean holds(String rule, String text) {
        return text.contains("rule \"" + rule + "\"");
    }

    private static Optional<String> parent(String rule, String text) {
        Matcher head = HEAD.matcher(text);
        while (head.find()) {
            if (head.group(1).equals(rule)) {
                return Optional.ofNullable(head.group(2));
            }
        }
        return Optional.empty();
    }
}
