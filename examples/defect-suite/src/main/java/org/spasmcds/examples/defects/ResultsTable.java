package org.spasmcds.examples.defects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spasmcds.authoring.defects.DefectKind;
import org.spasmcds.authoring.defects.DefectSuite;

/** Joins the results of both sides into the table of the README. */
public final class ResultsTable {
    private static final String BEGIN = "<!-- results -->\n";
    private static final String END = "<!-- end of results -->\n";
    private static final String UNPLANTED = "(unplanted rules)";

    private ResultsTable() {}

    /**
     * @param args the root of the repository
     */
    public static void main(String[] args) throws IOException {
        Path suite = Path.of(args[0]).resolve("examples/defect-suite");
        Map<String, Map<String, String>> ours = rows(suite.resolve("results/spasm-cds.csv"));
        Map<String, Map<String, String>> stock = rows(suite.resolve("results/stock.csv"));
        List<DefectKind> kinds = DefectSuite.read(suite.resolve("defects.yaml")).kinds();
        List<String> table = new ArrayList<>();
        table.add("| kind | spasm-cds | found | stock verifier | Drools compiler |");
        table.add("| --- | --- | --- | --- | --- |");
        int[] sums = new int[4];
        for (DefectKind kind : kinds) {
            int found = number(ours, kind.id(), "found");
            int verifier = number(stock, kind.id(), "verifier");
            int compiler = number(stock, kind.id(), "compiler");
            int plants = kind.plants().size();
            sums[0] += plants;
            sums[1] += found;
            sums[2] += verifier;
            sums[3] += compiler;
            boolean read = number(stock, kind.id(), "not_read") < plants;
            table.add(String.join(
                    " | ",
                    "| " + kind.id(),
                    kind.tool() + ": " + kind.check(),
                    found + " of " + plants,
                    read ? verifier + " of " + plants : "not read",
                    (read ? compiler + " more" : "not read") + " |"));
        }
        table.add("| **all** | | **" + sums[1] + " of " + sums[0] + "** | **" + sums[2] + " of " + sums[0] + "** | **"
                + sums[3] + " more** |");
        table.add("");
        table.add("On the rules without a plant spasm-cds reports " + number(ours, UNPLANTED, "false_alarms")
                + " findings; on the planted ones, "
                + kinds.stream()
                        .mapToInt(kind -> number(ours, kind.id(), "false_alarms"))
                        .sum()
                + " beside the plants. The stock verifier says of the same rules, file by file:");
        table.add("");
        table.add("| severity | type | messages |");
        table.add("| --- | --- | --- |");
        for (String row : Files.readAllLines(suite.resolve("results/stock-unplanted.csv"))
                .stream()
                .skip(1)
                .toList()) {
            table.add("| " + row.replace(",", " | ") + " |");
        }
        Path readme = suite.resolve("README.md");
        String text = Files.readString(readme);
        Files.writeString(
                readme,
                text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                        + String.join("\n", table)
                        + "\n"
                        + text.substring(text.indexOf(END)));
    }

    private static int number(Map<String, Map<String, String>> rows, String kind, String column) {
        if (!rows.containsKey(kind)) {
            throw new IllegalStateException(kind + " is not in the results; run both sides again");
        }
        return Integer.parseInt(rows.get(kind).get(column));
    }

    private static Map<String, Map<String, String>> rows(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        String[] columns = lines.get(0).split(",");
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.put(cells[0], row);
        }
        return rows;
    }
}
