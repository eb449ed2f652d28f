package org.spasmcds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.spasmcds.language.TranslationFiles;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleCodec;
import org.spasmcds.rule.RuleFiles;
import org.spasmcds.rule.RuleReader;
import org.spasmcds.vocabulary.Vocabulary;
import org.spasmcds.vocabulary.VocabularyReader;

/** Checks the rules of a folder and writes their parsed form beside the classes. Run by the build, which it fails on any problem. */
public final class BundleWriter {
    private BundleWriter() {}

    /**
     * @param arguments the rule folder and the folder of the compiled classes
     * @throws InvalidRulesetException when anything in the folder is wrong
     */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]).resolve(Bundle.PLACE.substring(1));
        List<Problem> problems = new ArrayList<>();
        Map<String, String> files = RuleFiles.read(Path.of(arguments[0]));
        Vocabulary vocabulary = VocabularyReader.read(files, problems);
        List<Rule> rules = RuleReader.read(files, vocabulary, List.of(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidRulesetException(problems);
        }
        Files.createDirectories(target);
        try (OutputStream out = Files.newOutputStream(target.resolve("compiled"))) {
            RuleCodec.write(rules, out);
        }
        try (OutputStream out = Files.newOutputStream(target.resolve("texts.zip"))) {
            zip(Path.of(arguments[0]), out);
        }
        TranslationFiles translations = RuleFiles.translations(Path.of(arguments[0]));
        Path translated = Files.createDirectories(target.resolve(RuleFiles.TRANSLATIONS));
        for (String language : translations.languages()) {
            for (String text : translations.files().apply(language)) {
                Files.writeString(translated.resolve(language + ".csv"), text);
            }
        }
        Files.writeString(target.resolve("digest"), RulesetLoader.digest(files, List.of()));
    }

    /** Everything in the folder, in one order and without times, so that the same texts give the same bytes. */
    private static void zip(Path folder, OutputStream out) throws IOException {
        try (Stream<Path> paths = Files.walk(folder);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(folder.relativize(path).toString().replace('\\', '/'));
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                Files.copy(path, zip);
                zip.closeEntry();
            }
        }
    }
}
