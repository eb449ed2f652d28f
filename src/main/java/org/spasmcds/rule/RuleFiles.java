package org.spasmcds.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spasmcds.InvalidRulesetException;
import org.spasmcds.Problem;
import org.spasmcds.language.TranslationFiles;
import org.spasmcds.vocabulary.VocabularyReader;

/** The texts of a rule folder. */
public final class RuleFiles {
    /** The folder in a rule folder that holds a file for each language. */
    public static final String TRANSLATIONS = "translations";

    private static final String TABLE = ".csv";

    private RuleFiles() {}

    /**
     * The texts of a folder in other languages: {@code translations/es.csv} and so on.
     *
     * @throws InvalidRulesetException when one is no UTF-8 text
     */
    public static TranslationFiles translations(Path folder) {
        Path translations = folder.resolve(TRANSLATIONS);
        if (!Files.isDirectory(translations)) {
            return TranslationFiles.none();
        }
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.list(translations)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(path.getFileName());
                if (name.endsWith(TABLE)) {
                    texts.put(
                            name.substring(0, name.length() - TABLE.length()),
                            withoutByteOrderMark(text(TRANSLATIONS + "/" + name, path)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TranslationFiles.of(texts);
    }

    /**
     * The rule and vocabulary files of a folder by their path in it.
     *
     * @throws InvalidRulesetException when there is no such folder, or a file is no UTF-8 text
     */
    public static Map<String, String> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidRulesetException(List.of(new Problem(
                    "empty-folder", folder.toString(), 1, 1, "is not a folder; allowed is a folder with rule files")));
        }
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (name.endsWith(".drl") || VocabularyReader.FILES.contains(String.valueOf(path.getFileName()))) {
                    files.put(name, withoutByteOrderMark(text(name, path)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String text(String name, Path path) throws IOException {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new InvalidRulesetException(
                    List.of(new Problem("syntax", name, 1, 1, "the file is not UTF-8 text; save it as UTF-8")));
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
