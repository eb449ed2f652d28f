package org.spasmcds.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many plus signs a test strip shows. Terminologies have a code for each step and test; the sign itself stands in the display. */
final class DipstickReading {
    /** The unit of tests that are read in plus signs. */
    static final String UNIT = "{plus}";

    private static final Pattern SIGNS = Pattern.compile("(?:.*= )?(\\+{1,4})(?: \\(finding\\))?");
    private static final Pattern COUNTED = Pattern.compile("([1-4])\\+");
    private static final Pattern NEGATIVE =
            Pattern.compile("(?:.*(?:= | test ))?(?:negative|neg)(?: \\((?:finding|qualifier value)\\))?");

    private DipstickReading() {}

    /** Empty when it is none, or a trace, which is less than one plus and not nothing. */
    static Optional<Double> of(Element element) {
        List<String> words = new ArrayList<>(List.of(element.get("valueString").asText("")));
        JsonNode concept = element.get("valueCodeableConcept");
        words.add(concept.path("text").asText(""));
        concept.path("coding")
                .forEach(coding -> words.add(coding.path("display").asText("")));
        return words.stream()
                .map(text -> read(text.strip().toLowerCase(Locale.ROOT)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Double> read(String text) {
        Matcher signs = SIGNS.matcher(text);
        Matcher counted = COUNTED.matcher(text);
        if (signs.matches()) {
            return Optional.of((double) signs.group(1).length());
        }
        if (counted.matches()) {
            return Optional.of(Double.parseDouble(counted.group(1)));
        }
        return NEGATIVE.matcher(text).matches() ? Optional.of(0.0) : Optional.empty();
    }
}
