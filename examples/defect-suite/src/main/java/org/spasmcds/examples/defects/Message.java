package org.spasmcds.examples.defects;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a stock tool says of some files.
 *
 * @param severity {@code Error}, {@code Warning} or {@code Note}
 * @param type the type that the tool gives the message
 * @param rules the rules that it names
 */
record Message(String severity, String type, List<String> rules, String text)
        implements Serializable {

    /** Two runs name the same things in another order, so the order of the words does not count. */
    private List<String> words() {
        List<String> words = new ArrayList<>(Arrays.asList(text.split("\\W+")));
        words.sort(null);
        return words;
    }

    /** The same of another rule. */
    boolean saysTheSameOfAnotherRuleAs(Message other) {
        return severity.equals(other.severity) && type.equals(other.type) && withoutRules().equals(other.withoutRules());
    }

    private String withoutRules() {
        String masked = text;
        for (String rule : rules) {
            masked = masked.replace(rule, "RULE");
        }
        return masked;
    }

    boolean saysTheSameAs(Message other) {
        return severity.equals(other.severity) && type.equals(other.type) && words().equals(other.words());
    }
}
