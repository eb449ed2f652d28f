package org.spasmcds.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Csv;

/** What the rules and the vocabulary say, in one other language: the rows of the files {@code translations/LANGUAGE.csv}. */
public final class Translations {
    /** The display text of a name or a group, by its id. */
    public static final String NAME = "name";
    /** The title of a condition, by its id. */
    public static final String TITLE = "title";
    /** What a rule says, by the id of the rule that states it. */
    public static final String SAYS = "says";
    /** What a rule asks next, its parts joined by semicolons, by the id of the rule that states it. */
    public static final String ASK = "ask";

    public static final List<String> KINDS = List.of(NAME, TITLE, SAYS, ASK);

    /**
     * One translated text.
     *
     * @param english the text that was translated: a row whose English is no longer what is said is not used
     * @param fault what is wrong with the form of the row; empty when nothing is
     */
    public record Row(int line, String kind, String id, String english, String translation, String fault) {}

    private record Key(String kind, String id, String english) {}

    private final Map<Key, String> texts = new HashMap<>();

    private Translations(List<String> files) {
        for (String file : files) {
            for (Row row : rows(file)) {
                if (row.fault().isEmpty() && !row.translation().isEmpty()) {
                    String english = row.kind().equals(ASK) ? String.join("; ", parts(row.english())) : row.english();
                    texts.put(new Key(row.kind(), row.id(), english), row.translation());
                }
            }
        }
    }

    /** @param files texts of files; a later one goes before an earlier one */
    public static Translations of(List<String> files) {
        return new Translations(files);
    }

    /** The rows of a file. */
    public static List<Row> rows(String file) {
        List<Row> rows = new ArrayList<>();
        for (Csv.Row row : Csv.rows(file)) {
            rows.add(new Row(
                    row.line(),
                    row.get("kind"),
                    row.get("id"),
                    row.get("english"),
                    row.get("translation"),
                    row.get("")));
        }
        return rows;
    }

    /** The parts of a text of the kind {@link #ASK}. */
    public static List<String> parts(String ask) {
        return List.of(ask.strip().split("\\s*;\\s*"));
    }

    /** The translation of a text, when there is one of just this text. */
    public Optional<String> find(String kind, String id, String english) {
        return Optional.ofNullable(texts.get(new Key(kind, id, english)));
    }

    /** The translation of what a rule says; a rule takes over that of the first rule of its file together with the text. */
    public Optional<String> find(String kind, Rule rule, String english) {
        Optional<String> own = find(kind, rule.id(), english);
        return own.isPresent() ? own : find(kind, rule.condition(), english);
    }
}
