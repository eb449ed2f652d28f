package org.spasmcds.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads comma-separated text (RFC 4180) with a header line. In the core, where a CSV library would be a dependency for every embedder. */
public final class Csv {
    /** One row: the line it starts on, and its cells by the name of the column. */
    public record Row(int line, Map<String, String> cells) {
        public String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private final String text;
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text;
    }

    public static List<Row> rows(String text) {
        Csv csv = new Csv(text);
        List<String> header = csv.record();
        List<Row> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            int start = csv.line;
            List<String> cells = csv.record();
            if (cells.size() == 1 && cells.get(0).isBlank()) {
                continue;
            }
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < header.size() && i < cells.size(); i++) {
                named.put(header.get(i), cells.get(i));
            }
            if (cells.size() != header.size()) {
                named.put("", cells.size() + " cells where the header names " + header.size());
            }
            rows.add(new Row(start, named));
        }
        return rows;
    }

    private List<String> record() {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\n') {
                line++;
            }
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c == '\n') {
                break;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
