package org.spasmcds.authoring.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.Progress;

/** A rule folder of one condition, with the names of the bundled one. */
final class TinyFolder {
    static final String RULES = """
            package rules

            import org.spasmcds.fact.*

            rule "low"
                @cause("electrolyte-disorder")
                @level("URGENT")
                @certainty("CONFIRMED")
                @says("Low.")
                @source("CLIN-CONS")
            when
                Result( test == "potassium", current, value < 2.50 )   // mmol/L
                not Symptom( name == "fever", present, recent )
            then
            end

            rule "low.heart" extends "low"
                @level("EMERGENCY")
            when
                Group( name == "cardiac-electrical-risk", present >= 2 )
            then
            end
            """;

    private final Path path;

    TinyFolder(Path path) {
        this.path = path;
        write("low.drl", RULES);
        try (Stream<Path> tables = Files.list(TestRules.FOLDER)) {
            for (Path table :
                    tables.filter(file -> file.toString().endsWith(".csv")).toList()) {
                Files.copy(table, path.resolve(table.getFileName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    void write(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void cases(String text) {
        write("low.scenarios.yaml", text);
    }

    Ruleset ruleset() {
        return Ruleset.of(path);
    }

    MutationReport mutate() {
        return MutationRun.of(ruleset(), path, Set.of("low"), false, Progress.SILENT);
    }
}
