package org.spasmcds.authoring.impact;

import java.util.ArrayList;
import java.util.List;
import org.spasmcds.Problem;
import org.spasmcds.vocabulary.Csv;

/** The falls of level that someone signed for: {@code signed-off.csv}, which the authors of a rule folder edit. */
public record SignOffs(String file, List<SignOff> lines) {
    public static final String FILE = "signed-off.csv";
    public static final String HEADER = "condition,version,from,to,reason,signed_by";

    /** In place of a version, for a condition that NEW does not have. */
    public static final String REMOVED = "removed";

    private static final String CHECK = "sign-off";

    public static SignOffs none() {
        return new SignOffs(FILE, List.of());
    }

    /**
     * @param file what problems name
     * @param problems receives what cannot be read
     */
    public static SignOffs read(String file, String written, List<Problem> problems) {
        List<SignOff> lines = new ArrayList<>();
        String text = written.startsWith("\uFEFF") ? written.substring(1) : written;
        if (!text.isBlank() && !text.lines().findFirst().orElse("").strip().equals(HEADER)) {
            problems.add(new Problem(CHECK, file, 1, 1, "the first line must be " + HEADER));
            return none();
        }
        for (Csv.Row row : Csv.rows(text)) {
            SignOff line = new SignOff(
                    row.line(),
                    row.get("condition"),
                    row.get("version"),
                    row.get("from"),
                    row.get("to"),
                    row.get("reason"),
                    row.get("signed_by"));
            if (!row.get("").isEmpty()) {
                problems.add(new Problem(CHECK, file, row.line(), 1, row.get("")));
            } else if (!Shift.LEVELS.contains(line.from()) || !Shift.LEVELS.contains(line.to())) {
                problems.add(new Problem(
                        CHECK,
                        file,
                        row.line(),
                        1,
                        "from \"" + line.from() + "\", to \"" + line.to() + "\"; allowed: "
                                + String.join(", ", Shift.LEVELS)));
            } else if (!new Shift(line.from(), line.to()).fell()) {
                problems.add(new Problem(
                        CHECK,
                        file,
                        row.line(),
                        1,
                        "from " + line.from() + " to " + line.to() + " is no fall; only falls are signed off"));
            } else {
                lines.add(line);
            }
        }
        return new SignOffs(file, List.copyOf(lines));
    }

    /** The line that an author would add; a reason and a name are left for a person to write. */
    static String toAdd(String condition, String version, Shift shift) {
        return condition + "," + version + "," + shift.from() + "," + shift.to() + ",,";
    }
}
