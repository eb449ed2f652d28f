package org.spasmcds.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where pages go: one to a file or to standard output, several to a folder. */
final class HtmlPages {
    private final PrintWriter standard;
    private final Optional<Path> out;
    private final boolean folder;
    private final Set<String> names = new HashSet<>();

    /**
     * @param out a file, or a folder for several pages; empty for standard output
     */
    HtmlPages(PrintWriter standard, Optional<Path> out, boolean several) {
        this.standard = standard;
        this.out = out;
        folder = several || out.filter(Files::isDirectory).isPresent();
    }

    /**
     * Writes a page.
     *
     * @param subject the id or the file of its patient, which names it in a folder
     */
    void write(String subject, String page) throws IOException {
        if (out.isEmpty()) {
            standard.print(page);
            return;
        }
        Path file = folder ? Files.createDirectories(out.get()).resolve(name(subject)) : out.get();
        Files.writeString(file, page, StandardCharsets.UTF_8);
    }

    /** A document must not choose where its page goes, nor take the place of another. */
    private String name(String subject) {
        String plain = subject.replaceFirst(".*[/\\\\]", "")
                .replaceFirst("\\.(nd)?json", "")
                .replaceAll("[^\\p{L}\\p{N}._-]+", "-")
                .replaceFirst("^[.-]+", "");
        String name = plain.isEmpty() ? "patient" : plain.substring(0, Math.min(80, plain.length()));
        String free = name;
        for (int number = 2; !names.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = name + "-" + number;
        }
        return free + ".html";
    }
}
