package org.spasmcds.examples.defects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.spasmcds.authoring.defects.DefectKind;
import org.spasmcds.authoring.defects.DefectSuite;
import org.spasmcds.authoring.defects.Plant;

/** Runs the suite against the stock verifier and writes {@code results/stock.csv}. Kinds can be named to run only those. */
public final class CompareWithStock {
    private static final long SECONDS = Long.getLong("verifier.seconds", 20);

    private CompareWithStock() {}

    /**
     * @param args the root of the repository, and kinds
     */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        Path suite = root.resolve("examples/defect-suite");
        List<String> only = Arrays.asList(args).subList(1, args.length);
        try (VerifierProcess verifier = new VerifierProcess(SECONDS)) {
            Stock stock = new Stock(root.resolve("rules"), verifier);
            List<String> rows = new ArrayList<>(List.of("kind,plants,verifier,compiler,missed,not_read"));
            for (DefectKind kind : DefectSuite.read(suite.resolve("defects.yaml")).kinds()) {
                if (only.isEmpty() || only.contains(kind.id())) {
                    rows.add(row(kind, stock));
                }
            }
            if (only.isEmpty()) {
                write(suite.resolve("results/stock.csv"), rows);
                write(suite.resolve("results/stock-unplanted.csv"), unplanted(stock));
            }
        }
    }

    private static String row(DefectKind kind, Stock stock) {
        Map<Stock.Verdict, Integer> counts = new EnumMap<>(Stock.Verdict.class);
        for (Plant plant : kind.plants()) {
            Stock.Outcome outcome = stock.outcome(plant);
            counts.merge(outcome.verdict(), 1, Integer::sum);
            System.out.printf(
                    Locale.ROOT,
                    "%-40s %-9s %s%n",
                    plant.name(),
                    outcome.verdict(),
                    outcome.message()
                            .map(message -> message.severity() + " " + message.type() + " "
                                    + message.text().lines().findFirst().orElse(""))
                            .orElse(""));
        }
        StringBuilder row = new StringBuilder(kind.id() + "," + kind.plants().size());
        for (Stock.Verdict verdict : Stock.Verdict.values()) {
            row.append(',').append(counts.getOrDefault(verdict, 0));
        }
        return row.toString();
    }

    /** What it says of the rules as they are, file by file. */
    private static List<String> unplanted(Stock stock) {
        Map<String, Integer> messages = new TreeMap<>();
        stock.originals().forEach((file, text) -> {
            if (file.endsWith(".drl")) {
                long start = System.nanoTime();
                List<Message> said = stock.verify(List.of(text));
                said.forEach(message -> messages.merge(message.severity() + "," + message.type(), 1, Integer::sum));
                System.out.printf(
                        Locale.ROOT, "%-70s %5d messages %6.1f s%n", file, said.size(), (System.nanoTime() - start) / 1e9);
            }
        });
        List<String> rows = new ArrayList<>(List.of("severity,type,messages"));
        messages.forEach((type, count) -> rows.add(type + "," + count));
        return rows;
    }

    private static void write(Path file, List<String> rows) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", rows) + "\n");
    }
}
