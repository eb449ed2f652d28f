package org.spasmcds.authoring.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spasmcds.authoring.RuleKey;

/**
 * The comment at the end of a line of conditions: {@code // mmol/L [TMS-K], fall [CLIN-CONS]}.
 *
 * @param words the units and remarks, here mmol/L and fall
 * @param sources the cited sources, here TMS-K and CLIN-CONS
 * @param column where the comment begins, or where the line ends when it has none; counted from 1
 */
record LineComment(List<String> words, List<String> sources, int column) {
    /** After a blank, since the brackets of mm[Hg] cite nothing. */
    private static final Pattern CITATION = Pattern.compile("(?<!\\S)\\[([A-Za-z0-9][A-Za-z0-9, -]*)]");
    /** A unit may hold these: mL/min/1.73 m2. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[,;:](?:\\s+|$)");

    static LineComment of(String line) {
        int start = RuleKey.commentStart(line);
        if (start < 0) {
            return new LineComment(List.of(), List.of(), line.stripTrailing().length() + 1);
        }
        List<String> words = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        String text = line.substring(start + 2);
        Matcher citation = CITATION.matcher(text);
        int from = 0;
        while (citation.find()) {
            words(text.substring(from, citation.start()), words);
            sources.addAll(List.of(citation.group(1).strip().split(",\\s*")));
            from = citation.end();
        }
        words(text.substring(from), words);
        return new LineComment(List.copyOf(words), List.copyOf(sources), start + 1);
    }

    private static void words(String text, List<String> words) {
        Arrays.stream(BETWEEN_WORDS.split(text))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
    }
}
