package org.spasmcds.authoring.defects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One defect in one file, as {@code defects.yaml} describes it.
 *
 * @param number 1 to 3 within its kind
 */
public record Plant(String kind, int number, JsonNode text) {
    private static final String RULE_FILE = ".drl";
    private static final String CASES = ".scenarios.yaml";

    /**
     * A planted defect.
     *
     * @param changed the new texts by file; empty where the file is gone
     * @param places where the defect may be reported: one line, or either of two rules that do not fit together
     */
    public record Planted(Map<String, Optional<String>> changed, List<Place> places) {}

    public String name() {
        return kind + " " + number;
    }

    /** The file that is changed, added or taken away. */
    public String file() {
        return text.path("file").asText();
    }

    /** Checks that rightly report this plant once more. */
    public List<String> consequences() {
        return DefectSuite.texts(text.path("also"));
    }

    /**
     * @param originals the texts of the rule folder
     * @throws IllegalStateException when the folder no longer has what the plant changes
     */
    public Planted in(Map<String, String> originals) {
        try {
            Map<String, Optional<String>> changed = new LinkedHashMap<>();
            String before = originals.getOrDefault(text.path("copy-of").asText(file()), "");
            if (text.path("remove").asBoolean()) {
                changed.put(file(), Optional.empty());
            } else {
                changed.put(file(), Optional.of(Edit.apply(text, before)));
            }
            text.path("changes").forEach(change -> {
                String file = change.path("file").asText(file());
                String current = changed.getOrDefault(file, Optional.empty()).orElse(originals.getOrDefault(file, ""));
                changed.put(file, Optional.of(Edit.apply(change, current)));
            });
            List<Place> places = new ArrayList<>();
            JsonNode report = text.path("report");
            (report.isArray() ? report : List.of(report))
                    .forEach(each -> places.add(place(each, before, changed, originals)));
            return new Planted(changed, List.copyOf(places));
        } catch (IllegalStateException e) {
            throw new IllegalStateException(name() + ": " + e.getMessage(), e);
        }
    }

    private Place place(
            JsonNode report, String before, Map<String, Optional<String>> changed, Map<String, String> originals) {
        String file = report.has("case")
                ? file().replace(RULE_FILE, CASES)
                : report.path("file").asText(file());
        String now = changed.getOrDefault(file, Optional.ofNullable(originals.get(file)))
                .orElseThrow(() -> new IllegalStateException(file + " is not there to be reported on"));
        if (report.has("line")) {
            return new Place(file, report.path("line").asInt());
        }
        if (report.has("rule")) {
            return new Place(file, Edit.lineOf("rule \"" + report.path("rule").asText() + "\"", now));
        }
        if (report.has("case")) {
            return new Place(file, Edit.lineOf("- case: " + report.path("case").asText() + "\n", now));
        }
        return report.has("text")
                ? new Place(file, Edit.lineOf(report.path("text").asText(), now))
                : new Place(file, Edit.firstDifference(before, now));
    }
}
