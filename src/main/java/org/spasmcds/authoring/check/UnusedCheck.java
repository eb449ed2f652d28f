package org.spasmcds.authoring.check;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Csv;
import org.spasmcds.vocabulary.Member;

/** Sources that nothing cites and groups that nothing asks. A name that no rule asks is fair: patients may have it. */
final class UnusedCheck implements Check {
    private static final String SOURCE = "unused-source";
    private static final String GROUP = "unused-group";
    private static final List<String> CITING = List.of("groups.csv", "tests.csv", "units.csv");

    @Override
    public Set<String> ids() {
        return Set.of(SOURCE, GROUP);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        // What could not be read may be what uses them.
        if (folder.wholeTexts().size() < folder.texts().size()) {
            return;
        }
        Set<String> cited = cited(folder);
        rows(folder, "sources.csv", "id", cited, SOURCE, "no rule and no table cites it", report);
        Set<String> asked = asked(folder);
        folder.vocabulary().names().forEach(name -> asked.add(name.id()));
        rows(folder, "groups.csv", "group", asked, GROUP, "no rule asks it and no other group contains it", report);
    }

    private static void rows(
            CheckedFolder folder,
            String file,
            String column,
            Set<String> used,
            String check,
            String why,
            Report report) {
        Set<String> seen = new HashSet<>(used);
        for (Map.Entry<String, List<Csv.Row>> rows : folder.rows(file).entrySet()) {
            for (Csv.Row row : rows.getValue()) {
                String id = row.get(column);
                if (!id.isEmpty() && seen.add(id)) {
                    report.add(check, new Place(rows.getKey(), row.line(), 1), id, "\"" + id + "\": " + why);
                }
            }
        }
    }

    private static Set<String> cited(CheckedFolder folder) {
        Set<String> cited = new HashSet<>();
        folder.allRules().forEach(rule -> cited.addAll(rule.sources()));
        for (RuleText text : folder.texts()) {
            cited.addAll(text.header().sources().keySet());
            for (int line = 1; line <= text.lines().size(); line++) {
                cited.addAll(text.comment(line).sources());
            }
        }
        CITING.forEach(file ->
                folder.rows(file).values().forEach(rows -> rows.forEach(row -> cited.add(row.get("source")))));
        return cited;
    }

    /** The groups that rules ask, and the groups within them. */
    private static Set<String> asked(CheckedFolder folder) {
        Set<String> asked = new LinkedHashSet<>();
        for (Rule rule : folder.allRules()) {
            for (Condition.Pattern pattern : Conditions.patterns(rule)) {
                pattern.names().forEach(name -> ask(folder, name, asked));
            }
        }
        return asked;
    }

    private static void ask(CheckedFolder folder, String group, Set<String> asked) {
        List<Member> members = folder.vocabulary().groups().get(group);
        if (members != null && asked.add(group)) {
            for (Member member : members) {
                if (member instanceof Member.Named named) {
                    ask(folder, named.name(), asked);
                }
            }
        }
    }
}
