package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sources that a rule file cites behind its numbers. */
final class Citations {
    private static final Pattern CITATION = Pattern.compile("\\[([^\\]]+)]");

    private final List<String> lines;

    Citations(String text) {
        lines = text.lines().toList();
    }

    /** The ids in square brackets in the comment of a line; empty when there is none. */
    List<String> on(int line) {
        List<String> ids = new ArrayList<>();
        String text = line <= lines.size() ? lines.get(line - 1) : "";
        int comment = text.indexOf("//");
        Matcher matcher = CITATION.matcher(comment < 0 ? "" : text.substring(comment));
        while (matcher.find()) {
            for (String id : matcher.group(1).split(",")) {
                ids.add(id.strip());
            }
        }
        return ids;
    }
}
