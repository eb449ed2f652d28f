package org.spasmcds.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.spasmcds.InvalidRulesetException;
import org.spasmcds.Problem;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the scenario files of a rule folder. */
public final class ScenarioReader {
    private static final String SUFFIX = ".scenarios.yaml";
    private static final Set<String> KEYS = Set.of("case", "given", "expect");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private ScenarioReader() {}

    /**
     * All cases of a folder.
     *
     * @throws InvalidRulesetException when a file cannot be read
     */
    public static List<Scenario> read(Path folder) {
        List<Problem> problems = new ArrayList<>();
        List<Scenario> scenarios = read(folder, problems);
        if (!problems.isEmpty()) {
            throw new InvalidRulesetException(problems);
        }
        return scenarios;
    }

    /**
     * The cases that can be read.
     *
     * @param problems takes up what is wrong with the others
     */
    public static List<Scenario> read(Path folder, List<Problem> problems) {
        return read(folder, any -> true, problems);
    }

    /**
     * The cases of some files.
     *
     * @param wanted asked for each scenario file by its path in the folder
     * @param problems takes up what cannot be read; the other cases are read all the same
     */
    public static List<Scenario> read(Path folder, Predicate<String> wanted, List<Problem> problems) {
        List<Scenario> scenarios = new ArrayList<>();
        files(folder).stream().filter(wanted).forEach(file -> scenarios.addAll(read(folder, file, problems)));
        return scenarios;
    }

    /** The scenario files of a folder by their path in it, in order. */
    public static List<String> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the files of a folder are named after: its rule files, and scenario files that stand alone. */
    public static List<String> ids(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(SUFFIX) || file.endsWith(".drl"))
                    .map(ScenarioReader::id)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a rule file or a scenario file is named after. */
    public static String id(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replace(SUFFIX, "").replace(".drl", "");
    }

    /** The rule file that a scenario file stands beside, if there is one. */
    public static String ruleFile(String scenarioFile) {
        return scenarioFile.replace(SUFFIX, ".drl");
    }

    /** The cases of one file. */
    public static List<Scenario> read(Path folder, String file, List<Problem> problems) {
        try {
            String text = Files.readString(folder.resolve(file));
            return read(file, text, Files.exists(folder.resolve(ruleFile(file))), problems);
        } catch (CharacterCodingException e) {
            problems.add(new Problem("scenario", file, 1, 1, "the file is not UTF-8 text; save it as UTF-8"));
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the YAML reader says, without its pictures of the place. */
    private static String words(String message) {
        return String.join(
                "; ",
                message.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith(" "))
                        .toList());
    }

    /** The lines on which the cases begin; the JSON tree does not know them. */
    private static List<Integer> lines(String text) {
        return new Yaml().compose(new StringReader(text)) instanceof SequenceNode cases
                ? cases.getValue().stream()
                        .map(each -> each.getStartMark().getLine() + 1)
                        .toList()
                : List.of();
    }

    /**
     * The cases of a text.
     *
     * @param besideRule whether a rule file of the same name is there, so that the cases are about its condition
     */
    public static List<Scenario> read(String file, String text, boolean besideRule, List<Problem> problems) {
        List<Scenario> scenarios = new ArrayList<>();
        String stem = id(file);
        JsonNode cases;
        try {
            cases = YAML.readTree(text);
        } catch (JsonProcessingException e) {
            problems.add(new Problem(
                    "scenario",
                    file,
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                    e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
                    words(e.getOriginalMessage())));
            return scenarios;
        }
        if (!cases.isArray()) {
            problems.add(new Problem(
                    "scenario", file, 1, 1, "a scenario file is a list of cases: - case: … given: … expect: …"));
            return scenarios;
        }
        Set<String> names = new HashSet<>();
        Iterator<Integer> lines = lines(text).iterator();
        for (JsonNode each : cases) {
            int line = lines.hasNext() ? lines.next() : 1;
            String name = each.path("case").asText();
            each.fieldNames().forEachRemaining(key -> {
                if (!KEYS.contains(key)) {
                    problems.add(new Problem(
                            "scenario",
                            file,
                            line,
                            1,
                            "case \"" + name + "\": key " + key + "; allowed: case, given, expect"));
                }
            });
            if (name.isBlank()
                    || !each.path("given").isObject()
                    || each.path("expect").isMissingNode()) {
                problems.add(
                        new Problem("scenario", file, line, 1, "case \"" + name + "\" needs case, given and expect"));
            } else if (!names.add(name)) {
                problems.add(new Problem("scenario", file, line, 1, "case \"" + name + "\" stands twice"));
            } else {
                scenarios.add(new Scenario(
                        file, line, name, besideRule ? stem : "", each.path("given"), each.path("expect")));
            }
        }
        return scenarios;
    }
}
