package org.spasmcds.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Problem;
import org.spasmcds.Ruleset;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;
import org.spasmcds.rule.RuleReader;
import org.spasmcds.vocabulary.Vocabulary;
import org.spasmcds.vocabulary.VocabularyReader;

/**
 * A rule folder as its author sees it: the texts, and what could be read of them. A folder that is wrong in places can be read, so that
 * everything that is wrong is reported at once; it cannot assess a patient.
 *
 * @param files the texts of rule and vocabulary files by their path in the folder
 * @param rules the rules of the folder itself
 * @param beneath the bundled rules that a folder on top of them adds to; empty for a folder of its own
 * @param problems what keeps the folder from being loaded
 */
public record RuleFolder(
        Path path,
        Map<String, String> files,
        Vocabulary vocabulary,
        List<Rule> rules,
        List<Rule> beneath,
        List<Problem> problems) {
    private static final String TEXTS = "/org/spasmcds/rules/texts.zip";

    public static RuleFolder read(Path path) {
        return of(path, RuleFiles.read(path));
    }

    /** With texts in place of those on disk, for what an author has not saved. */
    public static RuleFolder of(Path path, Map<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        Vocabulary vocabulary = VocabularyReader.read(files, problems);
        List<Rule> rules = RuleReader.read(files, vocabulary, List.of(), problems);
        return new RuleFolder(path, files, vocabulary, rules, List.of(), List.copyOf(problems));
    }

    /** A folder whose vocabulary and rules add to the bundled ones. */
    public static RuleFolder onTopOfBundled(Path path) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> files = RuleFiles.read(path);
        Map<String, String> vocabularyFiles = new LinkedHashMap<>();
        RuleFiles.read(bundled()).forEach((file, text) -> vocabularyFiles.put("bundled/" + file, text));
        vocabularyFiles.keySet().removeIf(file -> !file.endsWith(".csv"));
        files.forEach((file, text) -> {
            if (file.endsWith(".csv")) {
                vocabularyFiles.put(file, text);
            }
        });
        Vocabulary vocabulary = VocabularyReader.read(vocabularyFiles, problems);
        List<Rule> beneath = Ruleset.bundled().rules();
        List<Rule> rules = new ArrayList<>(RuleReader.read(files, vocabulary, beneath, problems));
        rules.removeIf(rule -> !files.containsKey(rule.file()));
        return new RuleFolder(path, files, vocabulary, List.copyOf(rules), beneath, List.copyOf(problems));
    }

    /**
     * The texts of the bundled rules and their cases. They come with the command line and not with the plain jar, since no embedder
     * needs them.
     *
     * @throws IllegalStateException when they are not on the class path
     */
    public static Path bundled() {
        return Bundled.FOLDER;
    }

    /** Opened once, when first asked for. */
    private static final class Bundled {
        static final Path FOLDER = open();

        private static Path open() {
            try (InputStream in = RuleFolder.class.getResourceAsStream(TEXTS)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "the texts of the bundled rules come with the -cli jar; give a folder with --rules");
                }
                // A copy: a zip inside a jar cannot be opened where it lies.
                Path copy = Files.createTempFile("spasm-cds-rules", ".zip");
                copy.toFile().deleteOnExit();
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return FileSystems.newFileSystem(copy).getPath("/");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * @throws org.spasmcds.InvalidRulesetException when there are problems
     */
    public Ruleset ruleset() {
        return beneath.isEmpty() ? Ruleset.of(path) : Ruleset.bundledWith(path, Set.of());
    }
}
