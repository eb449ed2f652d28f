package org.spasmcds.authoring.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spasmcds.authoring.RuleHeader;
import org.spasmcds.authoring.RuleKey;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;

/**
 * One rule file as it is written, with the rules that were read from it. It knows where things stand and which of them a rule states
 * itself; what they mean is in the rules alone.
 *
 * @param rules in the order of the file
 * @param broken whether something in it could not be read, so that rules or conditions may be missing
 */
record RuleText(String file, List<String> lines, RuleHeader header, List<Rule> rules, boolean broken) {
    private static final Pattern RULE = Pattern.compile("\\s*rule\\s+\"([^\"]*)\".*");

    /** A key of a rule as the rule itself states it. */
    record Stated(String key, String value, Place place) {
        /** Where in the file a part of the value stands. */
        Place at(int offset) {
            return new Place(place.file(), place.line(), place.column() + key.length() + 3 + offset);
        }
    }

    static RuleText of(String file, String text, List<Rule> rules, boolean broken) {
        return new RuleText(
                file,
                text.lines().toList(),
                RuleHeader.of(text),
                rules.stream()
                        .filter(rule -> rule.file().equals(file))
                        .sorted(Comparator.comparingInt(Rule::line))
                        .toList(),
                broken);
    }

    String name() {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".drl".length());
    }

    Place place(int line, int column) {
        return new Place(file, line, column);
    }

    /** Where the rule begins. */
    Place place(Rule rule) {
        String line = line(rule.line());
        return place(rule.line(), line.length() - line.stripLeading().length() + 1);
    }

    Place place(Condition.Pattern pattern) {
        return place(pattern.line(), pattern.column());
    }

    Place place(Condition.Test test) {
        return place(test.line(), test.column());
    }

    String line(int line) {
        return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
    }

    LineComment comment(int line) {
        return LineComment.of(line(line));
    }

    /** The keys that the rule states itself. */
    List<Stated> stated(Rule rule) {
        return RuleKey.of(lines, rule.line()).stream()
                .map(key -> new Stated(key.name(), key.value(), place(key.line(), key.column())))
                .toList();
    }

    /** Where the rule states a key, else where its file does so first, else where the rule begins. */
    Place place(Rule rule, String key) {
        return stated(rule).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .or(() -> rules.stream()
                        .flatMap(each -> stated(each).stream())
                        .filter(each -> each.key().equals(key))
                        .findFirst())
                .map(Stated::place)
                .orElseGet(() -> place(rule));
    }

    /** The conditions that the rule states itself, without those of the rule that it extends. */
    List<Condition> own(Rule rule) {
        return rule.conditions().stream().filter(each -> isOwn(rule, each)).toList();
    }

    private boolean isOwn(Rule rule, Condition condition) {
        return Conditions.patterns(condition).stream()
                .allMatch(pattern -> pattern.line() >= rule.line() && pattern.line() < end(rule));
    }

    Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The ids of all rules of the file, those that could not be read too. */
    List<String> ids() {
        return lines.stream()
                .map(RULE::matcher)
                .filter(Matcher::matches)
                .map(rule -> rule.group(1))
                .toList();
    }

    /** The line on which the next rule begins, whether or not it could be read. */
    private int end(Rule rule) {
        for (int line = rule.line() + 1; line <= lines.size(); line++) {
            if (RULE.matcher(line(line)).matches()) {
                return line;
            }
        }
        return lines.size() + 1;
    }
}
