package org.spasmcds.authoring.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.language.Translations;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Csv;

/** The English texts of a folder that a reader of an assessment sees, each where it stands. */
final class Translatable {
    /**
     * @param rule the rule that says it; empty for a name
     * @param english a list of questions with its parts joined by "; "
     */
    record Text(String kind, String id, Optional<Rule> rule, String english, Place place) {}

    private final CheckedFolder folder;
    private final List<Text> texts = new ArrayList<>();

    private Translatable(CheckedFolder folder) {
        this.folder = folder;
    }

    static List<Text> of(CheckedFolder folder) {
        Translatable translatable = new Translatable(folder);
        translatable.names("vocabulary.csv", "name", Set.of());
        translatable.names("groups.csv", "group", translatable.askedGroups());
        translatable.rules();
        return translatable.texts;
    }

    /** A group that is itself a name is shown as the name. */
    private Set<String> askedGroups() {
        Set<String> groups = new LinkedHashSet<>();
        for (Rule rule : folder.allRules()) {
            for (Condition.Pattern pattern : Conditions.patterns(rule)) {
                groups.addAll(pattern.names());
            }
        }
        groups.removeIf(group -> folder.vocabulary().name(group).isPresent());
        return groups;
    }

    private void names(String table, String column, Set<String> only) {
        Set<String> seen = new LinkedHashSet<>();
        for (Map.Entry<String, List<Csv.Row>> rows : folder.rows(table).entrySet()) {
            for (Csv.Row row : rows.getValue()) {
                String id = row.get(column);
                String display = folder.vocabulary().display(id);
                if (!display.isEmpty() && (only.isEmpty() || only.contains(id)) && seen.add(id)) {
                    add(Translations.NAME, id, Optional.empty(), display, new Place(rows.getKey(), row.line(), 1));
                }
            }
        }
    }

    /** What a rule takes over from the first rule of its file is the text of that one. */
    private void rules() {
        Map<String, Rule> first = new HashMap<>();
        folder.folder().rules().forEach(rule -> first.putIfAbsent(rule.condition(), rule));
        for (Rule rule : folder.folder().rules()) {
            Optional<Rule> base = Optional.of(first.get(rule.condition())).filter(other -> !other.equals(rule));
            Place place = new Place(rule.file(), rule.line(), 1);
            add(Translations.TITLE, rule, rule.title(), base.map(Rule::title), place);
            add(Translations.SAYS, rule, rule.says(), base.map(Rule::says), place);
            add(Translations.ASK, rule, asked(rule), base.map(Translatable::asked), place);
        }
    }

    private static String asked(Rule rule) {
        return String.join("; ", rule.ask());
    }

    private void add(String kind, Rule rule, String english, Optional<String> takenOver, Place place) {
        if (!english.isEmpty() && takenOver.filter(english::equals).isEmpty()) {
            add(kind, rule.id(), Optional.of(rule), english, place);
        }
    }

    private void add(String kind, String id, Optional<Rule> rule, String english, Place place) {
        texts.add(new Text(kind, id, rule, english, place));
    }
}
