package org.spasmcds.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.vocabulary.Csv;

/**
 * What the authors of a folder looked at and let stand, each with a reason: {@code accepted.csv} in the rule folder, with the columns
 * {@code check, file, subject, reason}. The subject is text from the finding and no line number, so that an acceptance survives an edit
 * above it and falls when the accepted thing itself changes.
 */
public final class Accepted {
    public static final String FILE = "accepted.csv";

    private record Key(String check, String file, String subject) {}

    private final Map<Key, String> reasons = new LinkedHashMap<>();
    private final Map<Key, Integer> lines = new LinkedHashMap<>();
    private final Set<Key> used = new LinkedHashSet<>();

    private Accepted() {}

    public static Accepted none() {
        return new Accepted();
    }

    public static Accepted read(Path folder) {
        Accepted accepted = new Accepted();
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            try {
                for (Csv.Row row : Csv.rows(Files.readString(file))) {
                    Key key = new Key(row.get("check"), row.get("file"), row.get("subject"));
                    accepted.reasons.put(key, row.get("reason"));
                    accepted.lines.put(key, row.line());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return accepted;
    }

    /** Why this was let stand; empty when it was not, or when no reason is given. */
    public Optional<String> reason(String check, String file, String subject) {
        Key key = new Key(check, file, subject);
        used.add(key);
        return Optional.ofNullable(reasons.get(key)).filter(reason -> !reason.isBlank());
    }

    /** The lines of the file that accept, among these checks, what nobody found: they are out of date. */
    public List<String> outdated(Set<String> checks) {
        return outdatedByLine(checks).entrySet().stream()
                .map(each -> FILE + ":" + each.getKey() + ": " + each.getValue())
                .toList();
    }

    /** The same by the line of the file. */
    public Map<Integer, String> outdatedByLine(Set<String> checks) {
        Map<Integer, String> outdated = new LinkedHashMap<>();
        reasons.keySet().stream()
                .filter(key -> checks.contains(key.check()) && !used.contains(key))
                .forEach(key ->
                        outdated.put(lines.get(key), "accepts a " + key.check() + " that is not found any more"));
        return outdated;
    }
}
