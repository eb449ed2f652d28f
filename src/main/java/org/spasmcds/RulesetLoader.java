package org.spasmcds;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.spasmcds.engine.Network;
import org.spasmcds.language.TranslationFiles;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;
import org.spasmcds.rule.RuleReader;
import org.spasmcds.vocabulary.Vocabulary;
import org.spasmcds.vocabulary.VocabularyReader;

/** Loads rule sets. A rule set loads whole or not at all. */
final class RulesetLoader {
    private RulesetLoader() {}

    static Ruleset folder(Path folder) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String> files = RuleFiles.read(folder);
        Vocabulary vocabulary = VocabularyReader.read(files, problems);
        List<Rule> rules = RuleReader.read(files, vocabulary, List.of(), problems);
        if (rules.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem("empty-folder", name(folder), 1, 0, "the folder holds no rule file (*.drl)"));
        }
        refuse(problems);
        return new Ruleset(vocabulary, rules, RuleFiles.translations(folder), name(folder), digest(files, List.of()));
    }

    /** The network is built while the vocabulary is read: an application that starts waits for the longer of the two. */
    static Ruleset bundled() {
        Bundle bundle = Bundle.read();
        FutureTask<Network> network = new FutureTask<>(() -> new Network(bundle.rules()));
        Thread builder = new Thread(network, "spasm-cds-network");
        builder.setDaemon(true);
        builder.start();
        Vocabulary vocabulary = VocabularyReader.read(bundle.vocabularyFiles(), new ArrayList<>());
        try {
            return new Ruleset(
                    vocabulary, bundle.rules(), network.get(), Bundle.translations(), "bundled", bundle.digest());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the rules were loaded", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    static Ruleset bundledWith(Optional<Path> folder, Set<String> switchedOff) {
        List<Problem> problems = new ArrayList<>();
        Bundle bundle = Bundle.read();
        Map<String, String> added = folder.map(RuleFiles::read).orElse(Map.of());
        Map<String, String> vocabularyFiles = new LinkedHashMap<>(bundle.vocabularyFiles());
        added.forEach((path, text) -> {
            if (path.endsWith(".csv")) {
                vocabularyFiles.put("added/" + path, text);
            }
        });
        Vocabulary vocabulary = VocabularyReader.read(vocabularyFiles, problems);
        List<Rule> rules = RuleReader.read(added, vocabulary, without(bundle.rules(), switchedOff, problems), problems);
        refuse(problems);
        List<String> more = new ArrayList<>(List.of(bundle.digest()));
        switchedOff.stream().sorted().forEach(more::add);
        String version = "bundled" + folder.map(path -> " + " + name(path)).orElse("")
                + (switchedOff.isEmpty()
                        ? ""
                        : " without "
                                + String.join(
                                        ", ", switchedOff.stream().sorted().toList()));
        TranslationFiles translations =
                Bundle.translations().and(folder.map(RuleFiles::translations).orElse(TranslationFiles.none()));
        return new Ruleset(vocabulary, rules, translations, version, digest(added, more));
    }

    private static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(Problem::file).thenComparing(Problem::line));
            throw new InvalidRulesetException(problems);
        }
    }

    private static List<Rule> without(List<Rule> rules, Set<String> switchedOff, List<Problem> problems) {
        for (String id : switchedOff) {
            if (rules.stream()
                    .noneMatch(rule -> rule.id().equals(id) || rule.condition().equals(id))) {
                problems.add(new Problem(
                        "unknown-condition", "switched off", 1, 0, "\"" + id + "\" is not the id of a rule"));
            }
        }
        List<Rule> kept = new ArrayList<>();
        for (Rule rule : rules) {
            if (!switchedOff.contains(rule.id()) && !switchedOff.contains(rule.condition())) {
                rule.parent()
                        .filter(switchedOff::contains)
                        .ifPresent(parent -> problems.add(new Problem(
                                "unknown-condition",
                                "switched off",
                                1,
                                0,
                                "\"" + parent + "\" is extended by \"" + rule.id() + "\"; switch that off too")));
                kept.add(rule.withoutReferencesTo(switchedOff));
            }
        }
        return kept;
    }

    /** SHA-256 over the paths and texts of the files and what else makes the rule set what it is. */
    static String digest(Map<String, String> files, List<String> more) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            more.forEach(text -> sha.update((text + "\n").getBytes(StandardCharsets.UTF_8)));
            files.forEach((path, text) -> sha.update((path + "\n" + text + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
