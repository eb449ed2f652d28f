package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Vocabulary;

/** Units of quantities: the UCUM code, else the unit as it is written, in the spelling of the vocabulary. */
final class Quantities {
    private static final Pattern ANNOTATION = Pattern.compile("\\{[^}]*}");
    /** UCUM allows l and L for liter; the vocabulary writes L. */
    private static final Pattern LITER = Pattern.compile("(?<=/)([dcmunpf]?)l\\b");
    /** Of other systems than UCUM a code is no unit. */
    private static final List<String> UCUM = List.of(Systems.UCUM, "urn:oid:2.16.840.1.113883.6.8", "");

    private final Vocabulary vocabulary;

    Quantities(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The unit as the test knows it; empty when the test does not know it or none is given. */
    Optional<String> unit(TestDefinition test, JsonNode quantity) {
        if (isCount(test) && isCount(written(quantity)) && hasUnit(quantity)) {
            return Optional.of(test.unit());
        }
        return candidates(quantity).stream().filter(test::accepts).findFirst();
    }

    /** As it stands there; empty when none does. */
    static String written(JsonNode quantity) {
        String code = code(quantity);
        return code.isEmpty() ? quantity.path("unit").asText("").strip() : code;
    }

    static boolean hasUnit(JsonNode quantity) {
        return !written(quantity).isEmpty();
    }

    private static String code(JsonNode quantity) {
        return UCUM.contains(quantity.path("system").asText(""))
                ? quantity.path("code").asText("").strip()
                : "";
    }

    /** A score or a count has no unit but a word. */
    static boolean isCount(TestDefinition test) {
        return isCount(test.unit());
    }

    private static boolean isCount(String unit) {
        return unit.equals("1") || (unit.startsWith("{") && unit.indexOf('}') == unit.length() - 1);
    }

    private List<String> candidates(JsonNode quantity) {
        String code = code(quantity);
        String unit = quantity.path("unit").asText("").strip();
        String plain = LITER.matcher(code).replaceAll("$1L");
        return List.of(code, plain, ANNOTATION.matcher(plain).replaceAll(""), unit).stream()
                .filter(each -> !each.isEmpty())
                .map(vocabulary::unit)
                .toList();
    }
}
