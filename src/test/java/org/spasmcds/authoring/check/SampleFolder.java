package org.spasmcds.authoring.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The small rule folder on which the checks are tried. */
public final class SampleFolder {
    public static final Path ORIGINAL = Path.of("src/test/resources/checks/sample");
    public static final String POTASSIUM = "07-electrolyte-disorder/low-potassium.drl";

    private SampleFolder() {}

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** A copy that a test may change. */
    public static Path copy(Path to) throws IOException {
        for (Path file : files(ORIGINAL)) {
            Path copy = to.resolve(ORIGINAL.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        return to;
    }

    /** Changes the text of a file of a copy; the text must be there. */
    public static void replace(Path folder, String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(from)) {
            throw new AssertionError(file + " does not hold " + from);
        }
        Files.writeString(path, text.replace(from, to));
    }
}
