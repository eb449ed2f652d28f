package org.spasmcds.authoring.impact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spasmcds.Problem;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.Progress;

/** Folders of a few rules over the real vocabulary, which load at once, and patients for them. */
public final class SmallRules {
    public static final Instant NOW = TestRules.NOW;

    public static final String LOW = "low-potassium";
    public static final String LOW_FILE = LOW + ".drl";

    private SmallRules() {}

    /** Severe below 2.5; moderate below 3.0; a cramp alone is self-care unless something is urgent. */
    public static Path write(Path folder) {
        copyVocabulary(folder);
        put(folder, LOW_FILE, low("2.5"));
        put(
                folder,
                "moderate-potassium.drl",
                rule("moderate-potassium", "SOON", "", "Result( test == \"potassium\", current, value < 3.0 )"));
        put(
                folder,
                "cramp.drl",
                rule("cramp", "SELF_CARE", "@unless(\"URGENT\")", "Symptom( name == \"muscle-cramp\", present )"));
        return folder;
    }

    /** The rule of {@link #LOW_FILE} with another number. */
    public static String low(String limit) {
        return rule(LOW, "EMERGENCY", "", "Result( test == \"potassium\", current, value < " + limit + " )");
    }

    public static String rule(String id, String level, String more, String condition) {
        return """
                package rules

                import org.spasmcds.fact.*

                rule "%s"
                    @cause("none")
                    @level("%s")
                    @certainty("LIKELY")
                    @says("A sample.")
                    @source("CLIN-CONS")
                    %s
                when
                    %s   // mmol/L [CLIN-CONS]
                then
                end
                """.formatted(id, level, more, condition);
    }

    private static void copyVocabulary(Path folder) {
        try (Stream<Path> files = Files.list(TestRules.FOLDER)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                Files.createDirectories(folder);
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void put(Path folder, String file, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RuleVersion open(Path folder) {
        return new RuleVersions(Optional.empty(), Path.of("")).open(folder.toString());
    }

    /** A patient with a cramp and a potassium, as one line. */
    public static String patient(String id, String potassium) {
        return "{\"id\":\"" + id
                + "\",\"age\":60,\"spasms\":[{\"sites\":[\"calf\"]}],\"results\":[{\"test\":\"potassium\",\"value\":"
                + potassium + ",\"unit\":\"mmol/L\",\"at\":\"now\"}]}\n";
    }

    /** The comparison of these patients, given on standard input. */
    public static ImpactReport compare(RuleVersion older, RuleVersion newer, String signedOff, String patients) {
        return compare(older, newer, signedOff, patients, 0, 2);
    }

    public static ImpactReport compare(
            RuleVersion older, RuleVersion newer, String signedOff, String patients, int limit, int threads) {
        List<Problem> problems = new ArrayList<>();
        SignOffs signOffs = SignOffs.read(SignOffs.FILE, signedOff, problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.toString());
        }
        Cohort cohort = new Cohort(
                List.of(Cohort.STANDARD_INPUT), new ByteArrayInputStream(patients.getBytes(StandardCharsets.UTF_8)));
        return new Impact(older, newer, signOffs, limit).over(cohort, NOW, threads, Progress.SILENT);
    }
}
