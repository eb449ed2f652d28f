package org.spasmcds.authoring.impact;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.spasmcds.fhir.BulkData;

/** The patient documents of some files, read one after the other: never all of them at once. */
public final class Cohort {
    /** In place of a file: one document a line on standard input. */
    public static final String STANDARD_INPUT = "-";

    /**
     * A document that was not read yet.
     *
     * @param line where it stands in a file of many; 0 when the file is the document
     */
    record Document(String file, int line, String text) {
        String where() {
            return line == 0 ? file : file + ":" + line;
        }
    }

    private final List<String> files;
    private final InputStream standardInput;

    public Cohort(List<String> files, InputStream standardInput) {
        this.files = List.copyOf(files);
        this.standardInput = standardInput;
    }

    /**
     * How many documents there are, blank lines included; empty where standard input is among the files. Reads the files once.
     *
     * @throws UncheckedIOException when a file cannot be read; the message names it
     */
    OptionalLong size() {
        long documents = 0;
        for (String file : files) {
            if (file.equals(STANDARD_INPUT)) {
                return OptionalLong.empty();
            }
            documents += isBulkData(file) ? 0 : hasLines(file) ? lines(file) : readable(file);
        }
        documents +=
                bulkData(files.stream().filter(Cohort::isBulkData).toList()).size();
        return OptionalLong.of(documents);
    }

    /**
     * FHIR Bulk Data come first: all files of it together, since each holds one type of resource of every patient.
     *
     * @throws UncheckedIOException when a file cannot be read; the message names it
     */
    void forEach(Consumer<Document> reader) {
        List<String> bulk = files.stream().filter(Cohort::isBulkData).toList();
        bulkData(bulk).forEach(reader);
        for (String file : files) {
            try {
                if (bulk.contains(file)) {
                    continue;
                }
                if (file.equals(STANDARD_INPUT)) {
                    eachLine(
                            file,
                            new BufferedReader(new InputStreamReader(standardInput, StandardCharsets.UTF_8)),
                            reader);
                } else if (hasLines(file)) {
                    try (BufferedReader text = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
                        eachLine(file, text, reader);
                    }
                } else {
                    reader.accept(new Document(file, 0, Files.readString(Path.of(file), StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
    }

    private static boolean isBulkData(String file) {
        if (!hasLines(file)) {
            return false;
        }
        try (BufferedReader text = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
            String first = text.readLine();
            return first != null && BulkData.isBulkData(first);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static List<Document> bulkData(List<String> files) {
        List<String> texts = new ArrayList<>();
        for (String file : files) {
            try {
                texts.add(Files.readString(Path.of(file), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        List<Document> documents = new ArrayList<>();
        for (JsonNode bundle : texts.isEmpty() ? List.<JsonNode>of() : BulkData.bundles(texts)) {
            documents.add(new Document(files.get(0), documents.size() + 1, bundle.toString()));
        }
        return documents;
    }

    private static boolean hasLines(String file) {
        return file.endsWith(".ndjson");
    }

    private static void eachLine(String file, BufferedReader text, Consumer<Document> reader) throws IOException {
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            if (!line.isBlank()) {
                reader.accept(new Document(file, number, line));
            }
        }
    }

    private static long lines(String file) {
        byte[] bytes = new byte[1 << 16];
        long lines = 0;
        boolean open = false;
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
                for (int i = 0; i < read; i++) {
                    lines += bytes[i] == '\n' ? 1 : 0;
                }
                open = bytes[read - 1] != '\n';
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return lines + (open ? 1 : 0);
    }

    private static int readable(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            in.read();
            return 1;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UncheckedIOException unreadable(String file, IOException e) {
        String reason = e instanceof NoSuchFileException
                ? "no such file"
                : e instanceof CharacterCodingException ? "not UTF-8 text" : String.valueOf(e.getMessage());
        return new UncheckedIOException(new IOException(file + ": " + reason, e));
    }
}
