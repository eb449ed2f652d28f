package org.spasmcds.examples.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The binding sentences of CDS Hooks 2.0.1, as they stand in {@code requirements.csv}. */
public final class Requirements {

    private static final List<Requirement> ALL = read();

    private Requirements() {}

    /** All of them, in the order of the specification. */
    public static List<Requirement> all() {
        return ALL;
    }

    private static List<Requirement> read() {
        List<Requirement> all = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Requirements.class.getResourceAsStream("requirements.csv"), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.add(requirement(cells(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(all);
    }

    private static Requirement requirement(List<String> cells) {
        String checks = cells.get(5);
        return new Requirement(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                checks.isEmpty() ? List.of() : List.of(checks.split(" ")),
                cells.get(6));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
