package org.spasmcds.authoring.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spasmcds.Problem;
import org.spasmcds.authoring.RuleFolder;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Csv;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * A rule folder with everything that the checks look at.
 *
 * @param texts the rule files
 * @param cases the cases that could be read
 * @param caseTexts the scenario files as they are written, by their path in the folder
 */
record CheckedFolder(
        RuleFolder folder, List<RuleText> texts, List<Scenario> cases, Map<String, List<String>> caseTexts) {
    static final String CASES = ".scenarios.yaml";

    static CheckedFolder of(RuleFolder folder, List<Problem> problems) {
        List<RuleText> texts = new ArrayList<>();
        folder.files().forEach((file, text) -> {
            if (file.endsWith(".drl")) {
                boolean broken =
                        folder.problems().stream().anyMatch(each -> each.file().equals(file));
                texts.add(RuleText.of(file, text, folder.rules(), broken));
            }
        });
        return new CheckedFolder(folder, texts, ScenarioReader.read(folder.path(), problems), caseTexts(folder.path()));
    }

    private static Map<String, List<String>> caseTexts(Path folder) {
        Map<String, List<String>> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path :
                    paths.filter(each -> each.toString().endsWith(CASES)).toList()) {
                // Whatever is no UTF-8 is reported as such, and read here all the same.
                String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
                texts.put(
                        folder.relativize(path).toString().replace('\\', '/'),
                        text.lines().toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    Vocabulary vocabulary() {
        return folder.vocabulary();
    }

    /** The rule files of which everything could be read. */
    List<RuleText> wholeTexts() {
        return texts.stream().filter(text -> !text.broken()).toList();
    }

    /** The rules of the folder and those beneath it. */
    List<Rule> allRules() {
        return Stream.concat(folder.beneath().stream(), folder.rules().stream()).toList();
    }

    /** The ids of all conditions of the folder and beneath it. */
    Set<String> conditions() {
        Set<String> conditions = new LinkedHashSet<>();
        allRules().forEach(rule -> conditions.add(rule.condition()));
        return conditions;
    }

    /** The rows of a vocabulary file of the folder, by the path of the file. */
    Map<String, List<Csv.Row>> rows(String name) {
        Map<String, List<Csv.Row>> rows = new LinkedHashMap<>();
        folder.files().forEach((file, text) -> {
            if (file.equals(name) || file.endsWith("/" + name)) {
                rows.put(file, Csv.rows(text));
            }
        });
        return rows;
    }
}
