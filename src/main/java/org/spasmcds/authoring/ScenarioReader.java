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
        List<Scenario> scenarios = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path :
                    paths.filter(p -> p.toString().endsWith(SUFFIX)).sorted().toList()) {
                file(folder, path, scenarios, problems);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scenarios;
    }

    /** The lines on which the cases begin; the JSON tree does not know them. */
    private static List<Integer> lines(String text) {
        return new Yaml().compose(new StringReader(text)) instanceof SequenceNode cases
                ? cases.getValue().stream()
                        .map(each -> each.getStartMark().getLine() + 1)
                        .toList()
                : List.of();
    }

    private static void file(Path folder, Path path, List<Scenario> scenarios, List<Problem> problems)
            throws IOException {
        String file = folder.relativize(path).toString().replace('\\', '/');
        String stem = path.getFileName().toString().replace(SUFFIX, "");
        boolean besideRule = Files.exists(path.resolveSibling(stem + ".drl"));
        String text;
        try {
            text = Files.readString(path);
        } catch (CharacterCodingException e) {
            problems.add(new Problem("scenario", file, 1, 1, "the file is not UTF-8 text; save it as UTF-8"));
            return;
        }
        JsonNode cases;
        try {
            cases = YAML.readTree(text);
        } catch (JsonProcessingException e) {
            problems.add(new Problem(
                    "scenario",
                    file,
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                    e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                    e.getOriginalMessage()));
            return;
        }
        if (!cases.isArray()) {
            problems.add(new Problem(
                    "scenario", file, 1, 0, "a scenario file is a list of cases: - case: … given: … expect: …"));
            return;
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
    }
}
