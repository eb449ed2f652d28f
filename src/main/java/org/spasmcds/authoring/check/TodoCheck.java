package org.spasmcds.authoring.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an author marked as not done, and what a new rule leaves to its author. */
final class TodoCheck implements Check {
    private static final String ID = "todo";
    private static final Pattern TODO = Pattern.compile("\\bTODO\\b:?\\s*([^\"]*)");

    @Override
    public Set<String> ids() {
        return Set.of(ID);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        Map<String, List<String>> files = new LinkedHashMap<>(folder.caseTexts());
        folder.folder()
                .files()
                .forEach((file, text) -> files.put(file, text.lines().toList()));
        files.forEach((file, lines) -> {
            for (int i = 0; i < lines.size(); i++) {
                Matcher todo = TODO.matcher(lines.get(i));
                if (todo.find()) {
                    String what = todo.group(1).strip();
                    report.add(
                            ID,
                            new Place(file, i + 1, todo.start() + 1),
                            what,
                            "still to do" + (what.isEmpty() ? "" : ": " + what));
                }
            }
        });
    }
}
