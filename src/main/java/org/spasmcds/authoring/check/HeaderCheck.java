package org.spasmcds.authoring.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.spasmcds.authoring.RuleHeader;

/** The comment at the top of a file says what the rule is for, and what each of its sources states. */
final class HeaderCheck implements Check {
    private static final String HEADER = "header";
    private static final String SOURCE = "header-source";

    @Override
    public Set<String> ids() {
        return Set.of(HEADER, SOURCE);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        folder.texts().forEach(text -> check(text, report));
    }

    private static void check(RuleText text, Report report) {
        RuleHeader header = text.header();
        if (header.title().isEmpty()) {
            report.add(
                    HEADER,
                    text.place(1, 1),
                    "title",
                    "the file does not begin with a title; write // "
                            + text.name().replace('-', ' ').toUpperCase(java.util.Locale.ROOT));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("Asks", header.asks());
        parts.put("Escalates", header.escalates());
        parts.put("Misses", header.misses());
        parts.put("Mimics", header.mimics());
        parts.forEach((part, words) -> {
            if (words.isBlank()) {
                report.add(HEADER, text.place(1, 1), part, "the header has no // " + part + " …");
            }
        });
        if (text.broken()) {
            return;
        }
        Set<String> explained = new LinkedHashSet<>();
        text.rules()
                .forEach(rule -> rule.sources().forEach(source -> {
                    if (!header.sources().containsKey(source) && explained.add(source)) {
                        report.add(
                                SOURCE,
                                text.place(rule, "source"),
                                source,
                                "source " + source + " has no line // [" + source + "] … in the header");
                    }
                }));
        header.sources().forEach((source, note) -> {
            if (text.rules().stream().noneMatch(rule -> rule.sources().contains(source))) {
                report.add(SOURCE, noted(text, source), source, "[" + source + "] is in no @source of the file");
            }
        });
    }

    private static Place noted(RuleText text, String source) {
        for (int line = 1; line <= text.lines().size(); line++) {
            int column = text.line(line).indexOf("[" + source);
            if (text.line(line).startsWith("//") && column >= 0) {
                return text.place(line, column + 1);
            }
        }
        return text.place(1, 1);
    }
}
