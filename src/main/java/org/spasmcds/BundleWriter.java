package org.spasmcds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleCodec;
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
        Map<String, String> files = RulesetLoader.read(Path.of(arguments[0]));
        Vocabulary vocabulary = VocabularyReader.read(files, problems);
        List<Rule> rules = RuleReader.read(files, vocabulary, List.of(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidRulesetException(problems);
        }
        Files.createDirectories(target);
        try (OutputStream out = Files.newOutputStream(target.resolve("compiled"))) {
            RuleCodec.write(rules, out);
        }
        Files.writeString(target.resolve("digest"), RulesetLoader.digest(files, List.of()));
    }
}
