package org.spasmcds.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.spasmcds.fhir.BulkData;
import org.spasmcds.json.Documents;

/** The documents of files: one a file, one a line, and one for each patient of FHIR Bulk Data. */
final class PatientFiles {
    private static final String STANDARD_INPUT = "-";
    private static final String BULK_DATA = "Bulk Data";

    private PatientFiles() {}

    /** Whether a file holds a document a line. */
    static boolean hasLines(String file) {
        return file.equals(STANDARD_INPUT) || file.endsWith(".ndjson");
    }

    /**
     * Files of Bulk Data come last, all together: each holds one type of resource of every patient.
     *
     * @param use takes the name of a document, and the document, which may be refused when it is asked for
     * @param unreadable takes what went wrong with a file; the others are read nevertheless
     */
    static void each(
            List<String> files,
            BiConsumer<String, Supplier<JsonNode>> use,
            BiConsumer<String, IOException> unreadable) {
        List<String> bulk = new ArrayList<>();
        for (String file : files) {
            try {
                String text = text(file);
                if (hasLines(file) && BulkData.isBulkData(text)) {
                    bulk.add(text);
                } else if (hasLines(file)) {
                    lines(file, text, use);
                } else {
                    use.accept(file, () -> Documents.read(text));
                }
            } catch (IOException e) {
                unreadable.accept(file, e);
            }
        }
        if (!bulk.isEmpty()) {
            bulk(bulk, use);
        }
    }

    private static void lines(String file, String text, BiConsumer<String, Supplier<JsonNode>> use) {
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            if (!line.isBlank()) {
                use.accept(file + ":" + number, () -> Documents.read(line));
            }
        }
    }

    private static void bulk(List<String> texts, BiConsumer<String, Supplier<JsonNode>> use) {
        List<JsonNode> bundles;
        try {
            bundles = BulkData.bundles(texts);
        } catch (RuntimeException e) {
            use.accept(BULK_DATA, () -> {
                throw e;
            });
            return;
        }
        bundles.forEach(bundle -> use.accept(BULK_DATA, () -> bundle));
    }

    private static String text(String file) throws IOException {
        return file.equals(STANDARD_INPUT)
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(file), StandardCharsets.UTF_8);
    }
}
