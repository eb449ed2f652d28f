package org.spasmcds.authoring.defects;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The suite of planted defects, {@code examples/defect-suite/defects.yaml}. The comparison with the stock verifier compiles this package
 * too, so it uses nothing of the library.
 *
 * @param consequences checks that rightly report any plant once more
 */
public record DefectSuite(List<String> consequences, List<DefectKind> kinds) {

    public static DefectSuite read(Path yaml) {
        try {
            JsonNode suite = new ObjectMapper(new YAMLFactory())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .readTree(Files.readString(yaml));
            List<DefectKind> kinds = new ArrayList<>();
            suite.path("kinds").forEach(kind -> kinds.add(kind(kind)));
            return new DefectSuite(texts(suite.path("consequences")), List.copyOf(kinds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of a rule folder, cases among them, by their path in it. */
    public static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static DefectKind kind(JsonNode kind) {
        String id = kind.path("id").asText();
        List<Plant> plants = new ArrayList<>();
        kind.path("plants").forEach(plant -> plants.add(new Plant(id, plants.size() + 1, plant)));
        return new DefectKind(
                id,
                kind.path("defect").asText(),
                kind.path("tool").asText(),
                kind.path("check").asText(),
                texts(kind.path("also")),
                List.copyOf(plants));
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return List.copyOf(texts);
    }
}
