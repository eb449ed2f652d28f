package org.spasmcds.authoring.check;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spasmcds.rule.Rule;

/** A number stands once, in the conditions; a sentence that repeats it goes wrong when it changes. */
final class SaysNumberCheck implements Check {
    private static final String ID = "says-number";
    private static final Set<String> KEYS = Set.of("says", "title");
    /** B12 and beta-2 are names, and so are the types of diabetes. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,-])(?<!\\b[Tt]ype )(?<!\\b[Tt]ypes )\\p{N}[\\p{N}.,]*(?<=\\p{N})(?![\\p{L}])");

    @Override
    public Set<String> ids() {
        return Set.of(ID);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        for (RuleText text : folder.texts()) {
            for (Rule rule : text.rules()) {
                for (RuleText.Stated stated : text.stated(rule)) {
                    Matcher number = NUMBER.matcher(KEYS.contains(stated.key()) ? stated.value() : "");
                    if (number.find()) {
                        report.add(
                                ID,
                                stated.at(number.start()),
                                rule.id() + ": " + stated.value(),
                                "@" + stated.key() + " states " + number.group()
                                        + "; a number stands once, in the conditions");
                    }
                }
            }
        }
    }
}
