package org.spasmcds.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * Reads the {@code given} part of a scenario: one line a fact, {@code name: words}, in words that a nurse would use. The words are
 * separated by commas: {@code potassium: 2.4 mmol/L, 10 days ago}.
 */
final class GivenReader {
    private static final Pattern AGO = Pattern.compile(
            "(?:(started|raised|stopped|missed|began|last|ended) )?(\\d+(?:\\.\\d+)? (?:second|minute|hour|day|week|month|year)s?)(?: ago)?");
    private static final Pattern QUANTITY = Pattern.compile("(-?\\d+(?:\\.\\d+)?)(?: +(\\S.*))?");
    private static final Pattern RANGE = Pattern.compile("range (-?\\d+(?:\\.\\d+)?)-(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern DOSE = Pattern.compile("(\\d+(?:\\.\\d+)?) mg/day");
    private static final Pattern PER_DAY = Pattern.compile("(\\d+(?:\\.\\d+)?) (?:times )?a day");
    private static final Pattern SEVERITY = Pattern.compile("(\\d+)/10");
    private static final Pattern LASTS = Pattern.compile("lasts (.+)");

    private final Ruleset ruleset;
    private final Vocabulary vocabulary;

    GivenReader(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.vocabulary = ruleset.vocabulary();
    }

    /**
     * @throws InvalidPatientException when a line cannot be read
     */
    Patient read(JsonNode given) {
        Patient.Builder builder = ruleset.patient();
        given.fields().forEachRemaining(line -> line(builder, line.getKey(), line.getValue()));
        return builder.build();
    }

    private void line(Patient.Builder builder, String key, JsonNode value) {
        switch (key) {
            case "age" -> builder.age(age(value));
            case "sex" -> builder.sex(value.asText());
            case "pregnant" -> pregnant(builder, value);
            case "cramp" -> spasms(builder, "muscle-cramp", value);
            case "spasm" -> spasms(builder, "muscle-spasm", value);
            case "twitch" -> spasms(builder, "fasciculation", value);
            case "complete" -> value.forEach(section -> builder.complete(section(section.asText())));
            case "family" -> value.forEach(name -> builder.familyHistory(name.asText()));
            default -> named(builder, key, value);
        }
    }

    private static double age(JsonNode value) {
        Matcher months = Pattern.compile("(\\d+) months?").matcher(value.asText());
        if (months.matches()) {
            return Double.parseDouble(months.group(1)) / 12;
        }
        if (!value.isNumber()) {
            throw new InvalidPatientException("age", value.asText(), "is not allowed; allowed: years, or \"6 months\"");
        }
        return value.asDouble();
    }

    private static void pregnant(Patient.Builder builder, JsonNode value) {
        Matcher weeks = Pattern.compile("(\\d+) weeks?").matcher(value.asText());
        if (weeks.matches()) {
            builder.pregnant(Integer.parseInt(weeks.group(1)));
        } else if (value.isBoolean()) {
            if (value.asBoolean()) {
                builder.pregnant();
            } else {
                builder.notPregnant();
            }
        } else {
            throw new InvalidPatientException(
                    "pregnant", value.asText(), "is not allowed; allowed: true, false, \"17 weeks\"");
        }
    }

    private static Section section(String label) {
        for (Section section : Section.values()) {
            if (section.label().equals(label)) {
                return section;
            }
        }
        throw new InvalidPatientException(
                "complete", label, "is not allowed; allowed: spasms, medicines, conditions, symptoms, exposures");
    }

    private void spasms(Patient.Builder builder, String kind, JsonNode value) {
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("kind", kind);
            if (each.isObject()) {
                each.fields()
                        .forEachRemaining(
                                field -> values.put(field.getKey(), spasmField(field.getKey(), field.getValue())));
            } else {
                spasmWords(each.asText(), values);
            }
            if (!"absent".equals(values.get("status"))) {
                builder.fact(Section.SPASMS, "", values);
            } else {
                builder.noSymptom(kind);
            }
        }
    }

    private static Object spasmField(String field, JsonNode value) {
        if (field.equals("sites")) {
            List<String> sites = new ArrayList<>();
            (value.isArray() ? value : List.of(value)).forEach(site -> sites.add(site.asText()));
            return sites;
        }
        if (field.equals("onset") || field.equals("ended")) {
            return value.asText().endsWith("ago") ? value.asText() : value.asText() + " ago";
        }
        return value.isNumber()
                ? (Object) value.asDouble()
                : value.isBoolean() ? (Object) value.asBoolean() : value.asText();
    }

    private void spasmWords(String text, Map<String, Object> values) {
        List<String> sites = new ArrayList<>();
        for (String word : text.split("\\s*,\\s*")) {
            Matcher ago = AGO.matcher(word);
            if (word.equals("present")) {
                continue;
            } else if (word.equals("absent")) {
                values.put("status", "absent");
            } else if (List.of("left", "right", "both").contains(word)) {
                values.put("side", word);
            } else if (List.of("better", "stable", "worse").contains(word)) {
                values.put("trend", word);
            } else if (List.of("focal", "regional", "generalized").contains(word)) {
                values.put("distribution", word);
            } else if (Section.SPASMS.field(camel(word)).isPresent()) {
                values.put(camel(word), true);
            } else if (word.startsWith("not ")
                    && Section.SPASMS.field(camel(word.substring(4))).isPresent()) {
                values.put(camel(word.substring(4)), false);
            } else if (ago.matches()) {
                values.put(word.startsWith("ended") ? "ended" : "onset", ago.group(2) + " ago");
            } else if (LASTS.matcher(word).matches()) {
                values.put("episodeLength", word.substring("lasts ".length()));
            } else if (word.matches("[0-9.]+ a week")) {
                values.put("perWeek", Double.parseDouble(word.split(" ")[0]));
            } else if (word.matches("[0-9.]+ a day")) {
                values.put("perDay", Double.parseDouble(word.split(" ")[0]));
            } else {
                sites.add(word);
            }
        }
        if (!sites.isEmpty()) {
            values.put("sites", sites);
        }
    }

    private static String camel(String words) {
        StringBuilder camel = new StringBuilder();
        for (String word : words.split(" ")) {
            camel.append(camel.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    private void named(Patient.Builder builder, String key, JsonNode value) {
        Optional<Name> name = vocabulary.find(key, EnumSet.allOf(Kind.class));
        Section section = name.flatMap(found -> Section.of(found.kind())).orElseThrow(() -> {
            List<String> near = vocabulary.nearest(key, EnumSet.allOf(Kind.class));
            return new InvalidPatientException(
                    key,
                    "",
                    "is not a name of the vocabulary"
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?"));
        });
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            Map<String, Object> values = new LinkedHashMap<>();
            if (each.isObject()) {
                each.fields()
                        .forEachRemaining(field -> values.put(
                                field.getKey(),
                                field.getValue().isNumber()
                                        ? (Object) field.getValue().asDouble()
                                        : field.getValue().isBoolean()
                                                ? (Object) field.getValue().asBoolean()
                                                : field.getValue().asText()));
            } else {
                for (String word : each.asText().split("\\s*,\\s*")) {
                    word(section, key, word, values);
                }
            }
            if (section == Section.RESULTS && !values.containsKey("at") && !values.containsKey("undated")) {
                values.put("at", "now");
            }
            values.remove("undated");
            builder.fact(section, key, key, values);
        }
    }

    private void word(Section section, String key, String word, Map<String, Object> values) {
        if (section == Section.RESULTS) {
            result(key, word, values);
            return;
        }
        Matcher ago = AGO.matcher(word);
        Matcher dose = DOSE.matcher(word);
        Matcher perDay = PER_DAY.matcher(word);
        Matcher severity = SEVERITY.matcher(word);
        if (List.of("present", "absent", "unknown", "active", "stopped").contains(word)) {
            values.put("status", word);
        } else if (ago.matches()) {
            values.put(timeField(section, ago.group(1), values), ago.group(2) + " ago");
        } else if (dose.matches()) {
            values.put("mgPerDay", Double.parseDouble(dose.group(1)));
        } else if (perDay.matches()) {
            values.put("perDay", Double.parseDouble(perDay.group(1)));
        } else if (severity.matches()) {
            values.put("severity", Double.parseDouble(severity.group(1)));
        } else if (LASTS.matcher(word).matches()) {
            values.put("episodeLength", word.substring("lasts ".length()));
        } else if (List.of("left", "right", "both").contains(word)) {
            values.put("side", word);
        } else if (List.of("better", "stable", "worse").contains(word) && section == Section.SYMPTOMS) {
            values.put("trend", word);
        } else if (section.field(camel(word.replace('-', ' '))).isPresent()) {
            values.put(camel(word.replace('-', ' ')), true);
        } else if (word.startsWith("not ")
                && section.field(camel(word.substring(4))).isPresent()) {
            values.put(camel(word.substring(4)), false);
        } else if (vocabulary.find(word, EnumSet.of(Kind.SITE)).isPresent()) {
            values.put("site", word);
        } else {
            throw new InvalidPatientException(
                    key, "\"" + word + "\"", "cannot be read as a word about " + section.label());
        }
    }

    private static String timeField(Section section, String verb, Map<String, Object> values) {
        String meant = verb == null ? "" : verb;
        return switch (section) {
            case MEDICINES ->
                switch (meant) {
                    case "raised" -> "changed";
                    case "stopped" -> "stopped";
                    case "missed" -> "missedSince";
                    case "started" -> "start";
                    default -> "stopped".equals(values.get("status")) ? "stopped" : "start";
                };
            case EXPOSURES -> meant.equals("began") ? "onset" : "last";
            default -> meant.equals("ended") ? "ended" : "onset";
        };
    }

    private void result(String key, String word, Map<String, Object> values) {
        Matcher ago = AGO.matcher(word);
        Matcher range = RANGE.matcher(word);
        Matcher quantity = QUANTITY.matcher(word);
        if (word.equals("hemolyzed")) {
            values.put("hemolyzed", true);
        } else if (word.equals("undated")) {
            values.put("undated", true);
        } else if (List.of("low", "normal", "high").contains(word)) {
            values.put("value", word);
        } else if (range.matches()) {
            values.put("low", Double.parseDouble(range.group(1)));
            values.put("high", Double.parseDouble(range.group(2)));
        } else if (word.endsWith(" ago") && ago.matches()) {
            values.put("at", word);
        } else if (quantity.matches()) {
            values.put("value", Double.parseDouble(quantity.group(1)));
            String unit = quantity.group(2);
            String own = vocabulary
                    .find(key, EnumSet.of(Kind.ANALYTE, Kind.VITAL))
                    .flatMap(name -> vocabulary.test(name.id()))
                    .map(test -> test.unit())
                    .orElse("");
            if (unit != null) {
                values.put("unit", unit);
            } else if (own.equals("1") || own.startsWith("{")) {
                values.put("unit", own);
            }
        } else {
            throw new InvalidPatientException(
                    key, "\"" + word + "\"", "cannot be read as a result; for example 2.4 mmol/L, 10 days ago");
        }
    }
}
