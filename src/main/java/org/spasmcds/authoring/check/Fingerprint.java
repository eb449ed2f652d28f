package org.spasmcds.authoring.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * A short name for what a condition answers: it changes when a rule of the condition or a group that it asks does, and not with wording,
 * sources, comments or the order of the rules.
 */
final class Fingerprint {
    private static final int DIGITS = 16;

    private Fingerprint() {}

    /** @param rules all rules of one condition */
    static String of(List<Rule> rules, Vocabulary vocabulary) {
        StringBuilder text = new StringBuilder();
        Set<String> groups = new TreeSet<>();
        rules.stream().sorted(Comparator.comparing(Rule::id)).forEach(rule -> {
            text.append(text(rule));
            for (Condition.Pattern pattern : Conditions.patterns(rule)) {
                if (pattern.type().name().equals("Group")) {
                    pattern.names().forEach(name -> collect(name, vocabulary, groups));
                }
            }
        });
        groups.forEach(group -> text.append(text(group, vocabulary)));
        return digest(text.toString());
    }

    private static String text(Rule rule) {
        return String.join(
                        "\n",
                        rule.id(),
                        rule.parent().orElse(""),
                        sorted(rule.groups()),
                        rule.level().name(),
                        rule.certainty().map(Enum::name).orElse(""),
                        rule.strength().name(),
                        sorted(rule.unless()),
                        sorted(rule.absorbs()),
                        "ownLine " + rule.ownLine() + " typical " + rule.typical() + " child " + rule.forChildren(),
                        rule.attribution().map(Enum::name).orElse(""),
                        "state " + rule.state(),
                        String.join(
                                "\n",
                                rule.conditions().stream().map(Conditions::text).toList()))
                + "\n";
    }

    private static String sorted(java.util.Collection<?> values) {
        return new TreeSet<>(values.stream().map(String::valueOf).toList()).toString();
    }

    private static void collect(String group, Vocabulary vocabulary, Set<String> groups) {
        List<Member> members = vocabulary.groups().get(group);
        if (members != null && groups.add(group)) {
            for (Member member : members) {
                if (member instanceof Member.Named named) {
                    collect(named.name(), vocabulary, groups);
                }
            }
        }
    }

    private static String text(String group, Vocabulary vocabulary) {
        return group + sorted(vocabulary.groups().get(group)) + "\n";
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
