package org.spasmcds.authoring.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spasmcds.authoring.RuleFolder;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Csv;

/**
 * The versions of the conditions of a folder beside what {@code lock.csv} recorded of them. A condition that answers otherwise than it did
 * needs a higher {@code @version} and a line in {@code CHANGELOG.md}, so that no change of a released rule goes unnoticed.
 */
public final class Lock {
    public static final String FILE = "lock.csv";
    public static final String CHANGELOG = "CHANGELOG.md";
    private static final String HEADER = "id,version,fingerprint";
    private static final Pattern CHANGE = Pattern.compile("[-*] (\\S+) (\\d+): \\S.*");

    /** A line of {@code lock.csv}. */
    record Line(String id, int version, String fingerprint, int line) {}

    /** What keeps a condition from being recorded, or has to be recorded. */
    enum State {
        IN_ORDER,
        /** It has no line yet. */
        NEW,
        /** Its version was raised and the change is told. */
        STEPPED,
        /** It answers otherwise under the old version. */
        NEEDS_STEP,
        /** Its version was raised and the changelog does not say why. */
        NEEDS_CHANGE
    }

    /**
     * One condition.
     *
     * @param rule the first rule of its file
     */
    record Standing(Rule rule, String fingerprint, Optional<Line> line, boolean told) {
        String id() {
            return rule.condition();
        }

        State state() {
            if (line.isEmpty()) {
                return State.NEW;
            }
            int locked = line.get().version();
            boolean changed = !line.get().fingerprint().equals(fingerprint);
            if (rule.version() < locked || (changed && rule.version() == locked)) {
                return State.NEEDS_STEP;
            }
            if (rule.version() == locked) {
                return State.IN_ORDER;
            }
            return told ? State.STEPPED : State.NEEDS_CHANGE;
        }

        boolean isRefused() {
            return state() == State.NEEDS_STEP || state() == State.NEEDS_CHANGE;
        }

        /** What the author has to do first. */
        String demand() {
            if (state() == State.NEEDS_CHANGE) {
                return "version " + rule.version() + " of \"" + id() + "\" is not in " + CHANGELOG + "; write - " + id()
                        + " " + rule.version() + ": what changed, because …";
            }
            int locked = line.orElseThrow().version();
            return rule.version() < locked
                    ? "@version of \"" + id() + "\" is " + rule.version() + ", below the locked " + locked
                    : "\"" + id() + "\" answers otherwise than version " + locked + " did; say @version(\""
                            + (locked + 1) + "\") in its first rule and tell why in " + CHANGELOG;
        }

        String text() {
            return id() + "," + rule.version() + "," + fingerprint;
        }
    }

    private final Path folder;
    private final boolean exists;
    private final List<Standing> standings;
    private final List<Line> withoutRule;

    private Lock(Path folder, boolean exists, List<Standing> standings, List<Line> withoutRule) {
        this.folder = folder;
        this.exists = exists;
        this.standings = standings;
        this.withoutRule = withoutRule;
    }

    public static Lock of(RuleFolder folder) {
        Path file = folder.path().resolve(FILE);
        Map<String, Line> lines = lines(text(file));
        Set<String> told = new LinkedHashSet<>();
        text(folder.path().resolve(CHANGELOG)).lines().forEach(line -> {
            Matcher change = CHANGE.matcher(line.stripTrailing());
            if (change.matches()) {
                told.add(change.group(1) + " " + change.group(2));
            }
        });
        Map<String, List<Rule>> conditions = new TreeMap<>();
        folder.rules()
                .forEach(rule -> conditions
                        .computeIfAbsent(rule.condition(), any -> new ArrayList<>())
                        .add(rule));
        List<Standing> standings = new ArrayList<>();
        conditions.forEach((id, rules) -> rules.stream()
                .filter(rule -> rule.id().equals(id))
                .forEach(first -> standings.add(new Standing(
                        first,
                        Fingerprint.of(rules, folder.vocabulary()),
                        Optional.ofNullable(lines.get(id)),
                        told.contains(id + " " + first.version())))));
        lines.keySet().removeAll(conditions.keySet());
        return new Lock(folder.path(), Files.exists(file), standings, List.copyOf(lines.values()));
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Line> lines(String text) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Csv.Row row : Csv.rows(text)) {
            String version = row.get("version");
            lines.put(
                    row.get("id"),
                    new Line(
                            row.get("id"),
                            version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0,
                            row.get("fingerprint"),
                            row.line()));
        }
        return lines;
    }

    /** A folder without a lock is not held to one. */
    public boolean exists() {
        return exists;
    }

    List<Standing> standings() {
        return standings;
    }

    /** Lines of conditions that the folder does not have. */
    List<Line> withoutRule() {
        return withoutRule;
    }

    /** What keeps conditions from being recorded, one text each. */
    public List<String> refused() {
        return standings.stream()
                .filter(Standing::isRefused)
                .map(standing -> standing.rule().file() + ":" + standing.rule().line() + ": " + standing.demand())
                .toList();
    }

    /** How many lines {@link #write()} adds, changes or takes away. */
    public int changes() {
        return withoutRule.size()
                + (int) standings.stream()
                        .filter(each -> each.state() == State.NEW || each.state() == State.STEPPED)
                        .count();
    }

    /** How many conditions the lock has after {@link #write()}. */
    public int size() {
        return standings.size();
    }

    /** Records every condition that is in order; one that is not keeps its line. */
    public void write() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (Standing standing : standings) {
            lines.add(
                    standing.isRefused()
                            ? standing.line()
                                    .map(line -> line.id() + "," + line.version() + "," + line.fingerprint())
                                    .orElseThrow()
                            : standing.text());
        }
        try {
            Files.writeString(folder.resolve(FILE), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
