package org.spasmcds.authoring.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spasmcds.rule.Rule;

/**
 * A piece of text that people read.
 *
 * @param place where it begins
 * @param owner the rule or the case that it belongs to; empty for the header of a file
 */
record Wording(Place place, String owner, String text) {
    private static final Pattern CASE = Pattern.compile("- case: *[\"']?(.*?)[\"']? *");
    private static final List<String> KEYS = List.of("title", "says", "ask");

    /** The headers, what rules say and ask, and the names of cases. */
    static List<Wording> of(CheckedFolder folder) {
        List<Wording> wordings = new ArrayList<>();
        for (RuleText text : folder.texts()) {
            for (int line = 1; line <= text.lines().size() && text.line(line).startsWith("//"); line++) {
                wordings.add(
                        new Wording(text.place(line, 3), "", text.line(line).substring(2)));
            }
            for (Rule rule : text.rules()) {
                for (RuleText.Stated stated : text.stated(rule)) {
                    if (KEYS.contains(stated.key())) {
                        wordings.add(new Wording(stated.at(0), rule.id(), stated.value()));
                    }
                }
            }
        }
        for (Map.Entry<String, List<String>> file : folder.caseTexts().entrySet()) {
            for (int i = 0; i < file.getValue().size(); i++) {
                Matcher name = CASE.matcher(file.getValue().get(i));
                if (name.matches()) {
                    wordings.add(new Wording(
                            new Place(file.getKey(), i + 1, name.start(1) + 1), name.group(1), name.group(1)));
                }
            }
        }
        return wordings;
    }

    Place at(int offset) {
        return new Place(place.file(), place.line(), place.column() + offset);
    }
}
