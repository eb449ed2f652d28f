package org.spasmcds.authoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.defects.DefectKind;
import org.spasmcds.authoring.defects.DefectSuite;
import org.spasmcds.authoring.defects.Plant;

/** Every planted defect is reported by the tool that should, at its line, and nothing else is reported. */
@Tag("slow")
class DefectSuiteTest {
    static final Path SUITE = Path.of("examples/defect-suite/defects.yaml");
    /** Shown beside the results of the stock verifier. */
    private static final Path RESULTS = Path.of("examples/defect-suite/results/spasm-cds.csv");

    private static final int WORKERS = 2;

    @TempDir
    private static Path folders;

    private static DefectSuite suite;
    private static List<PlantedFolder.Report> unplanted;
    private static final Map<String, DefectOutcome> OUTCOMES = new LinkedHashMap<>();

    @BeforeAll
    static void plantEach() {
        suite = DefectSuite.read(SUITE);
        BlockingQueue<PlantedFolder> idle = new LinkedBlockingQueue<>();
        for (int i = 0; i < WORKERS; i++) {
            idle.add(new PlantedFolder(TestRules.FOLDER, folders.resolve("rules-" + i), TestRules.bundled()));
        }
        PlantedFolder first = idle.element();
        unplanted =
                Stream.concat(first.check().stream(), first.analyze().stream()).toList();
        suite.kinds().parallelStream()
                .flatMap(kind -> kind.plants().stream().map(plant -> outcome(kind, plant, idle)))
                .toList()
                .forEach(outcome -> OUTCOMES.put(outcome.plant().name(), outcome));
        print();
    }

    private static DefectOutcome outcome(DefectKind kind, Plant plant, BlockingQueue<PlantedFolder> idle) {
        PlantedFolder folder = take(idle);
        try {
            return DefectOutcome.of(kind, plant, folder, unplanted, suite.consequences());
        } finally {
            idle.add(folder);
        }
    }

    private static PlantedFolder take(BlockingQueue<PlantedFolder> idle) {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void print() {
        PrintStream out = System.out;
        out.printf(Locale.ROOT, "%-36s %-8s %-24s %s%n", "kind", "tool", "check", "found");
        suite.kinds()
                .forEach(kind -> out.printf(
                        Locale.ROOT,
                        "%-36s %-8s %-24s %d/%d%n",
                        kind.id(),
                        kind.tool(),
                        kind.check(),
                        found(kind),
                        kind.plants().size()));
    }

    private static long found(DefectKind kind) {
        return kind.plants().stream()
                .filter(plant -> OUTCOMES.get(plant.name()).found())
                .count();
    }

    @Test
    void everyPlantedDefectIsReportedAtItsLine() {
        List<String> missed = OUTCOMES.values().stream()
                .filter(outcome -> !outcome.found())
                .map(DefectOutcome::toString)
                .toList();
        assertEquals(List.of(), missed, () -> String.join("\n", missed));
    }

    @Test
    void nothingElseIsReportedOfAPlantedDefect() {
        List<String> alarms = new ArrayList<>();
        OUTCOMES.values()
                .forEach(outcome -> outcome.falseAlarms()
                        .forEach(alarm -> alarms.add(outcome.plant().name() + " gives also " + alarm)));
        assertEquals(List.of(), alarms, () -> String.join("\n", alarms));
    }

    @Test
    void nothingIsReportedOfTheBundledRules() {
        assertEquals(List.of(), unplanted);
    }

    @Test
    void theResultsBesideTheSuiteAreThese() throws IOException {
        StringBuilder csv = new StringBuilder("kind,tool,check,plants,found,false_alarms\n");
        suite.kinds()
                .forEach(kind -> csv.append(String.join(
                                ",",
                                kind.id(),
                                kind.tool(),
                                kind.check(),
                                String.valueOf(kind.plants().size()),
                                String.valueOf(found(kind)),
                                String.valueOf(kind.plants().stream()
                                        .mapToInt(plant -> OUTCOMES.get(plant.name())
                                                .falseAlarms()
                                                .size())
                                        .sum())))
                        .append('\n'));
        csv.append("(unplanted rules),,,0,0,").append(unplanted.size()).append('\n');
        if (Boolean.getBoolean("defects.write")) {
            Files.createDirectories(RESULTS.getParent());
            Files.writeString(RESULTS, csv);
        }
        assertEquals(Files.readString(RESULTS), csv.toString(), "run once with -Ddefects.write=true");
    }
}
