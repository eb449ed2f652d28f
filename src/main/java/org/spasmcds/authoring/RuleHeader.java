package org.spasmcds.authoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment at the top of a rule file, in which its author says in plain words what the rule is for.
 *
 * @param title the condition, in capitals; empty when the file begins otherwise
 * @param asks the question that the rule answers; this and the next three are empty when the header lacks them
 * @param escalates what raises the level
 * @param misses whom the rule does not find
 * @param mimics what looks alike
 * @param sources what each source of the rule states, by the id of the source
 * @param decisions where the author had a choice and what was chosen
 * @param notes whatever else the header says, one text a paragraph
 */
public record RuleHeader(
        String title,
        String asks,
        String escalates,
        String misses,
        String mimics,
        Map<String, String> sources,
        List<String> decisions,
        List<String> notes) {
    private static final Pattern PART = Pattern.compile("(Asks|Escalates|Misses|Mimics)\\s+(\\S.*)?");
    private static final Pattern SOURCE = Pattern.compile("\\[([A-Z0-9][A-Z0-9, \\[\\]-]*)]\\s*(.*)");
    private static final Pattern TITLE = Pattern.compile("[\\p{Lu}0-9][\\p{Lu}0-9 ,'()/-]*");
    private static final String DECISION = "Decision:";

    /** The header of a rule file. Every text is one line, however it is broken in the file. */
    public static RuleHeader of(String text) {
        List<String> paragraphs = new ArrayList<>();
        boolean begins = true;
        for (String line : text.lines().takeWhile(each -> each.startsWith("//")).toList()) {
            String words = line.substring(2).strip();
            begins |= words.isEmpty() || startsParagraph(words);
            if (words.isEmpty()) {
                continue;
            }
            if (begins) {
                paragraphs.add(words);
            } else {
                paragraphs.set(paragraphs.size() - 1, paragraphs.get(paragraphs.size() - 1) + " " + words);
            }
            begins = false;
        }
        return of(paragraphs);
    }

    private static boolean startsParagraph(String words) {
        return PART.matcher(words).matches() || SOURCE.matcher(words).matches() || words.startsWith(DECISION);
    }

    private static RuleHeader of(List<String> paragraphs) {
        boolean titled =
                !paragraphs.isEmpty() && TITLE.matcher(paragraphs.get(0)).matches();
        Map<String, String> parts = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        List<String> decisions = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (String paragraph : paragraphs.subList(titled ? 1 : 0, paragraphs.size())) {
            Matcher part = PART.matcher(paragraph);
            Matcher source = SOURCE.matcher(paragraph);
            if (part.matches()) {
                parts.putIfAbsent(part.group(1), part.group(2) == null ? "" : part.group(2));
            } else if (source.matches()) {
                for (String id : source.group(1).split("[], \\[]+")) {
                    sources.merge(id, source.group(2), (one, other) -> one + " " + other);
                }
            } else if (paragraph.startsWith(DECISION)) {
                decisions.add(paragraph.substring(DECISION.length()).strip());
            } else {
                notes.add(paragraph);
            }
        }
        return new RuleHeader(
                titled ? paragraphs.get(0) : "",
                parts.getOrDefault("Asks", ""),
                parts.getOrDefault("Escalates", ""),
                parts.getOrDefault("Misses", ""),
                parts.getOrDefault("Mimics", ""),
                Collections.unmodifiableMap(sources),
                List.copyOf(decisions),
                List.copyOf(notes));
    }
}
