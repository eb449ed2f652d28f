package org.spasmcds.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the intake makes of a fact besides the fact itself, its wider names and its groups. Stands beside the intake so that whoever
 * adds a derived fact there adds it here; the properties of the level range fail otherwise.
 */
public final class Dependents {
    private static final Map<String, Set<String>> OF_RESULTS = Map.ofEntries(
            Map.entry("calcium-total", Set.of("calcium-adjusted", "calcium-low-repeated")),
            Map.entry("albumin", Set.of("calcium-adjusted", "calcium-low-repeated")),
            Map.entry("calcium-ionized", Set.of("calcium-adjusted", "calcium-low-repeated")),
            Map.entry("calcium-adjusted", Set.of("calcium-low-repeated")),
            Map.entry("sodium", Set.of("calculated-osmolarity", "effective-osmolality")),
            Map.entry("potassium", Set.of("calculated-osmolarity", "potassium-low-repeated")),
            Map.entry("glucose", Set.of("calculated-osmolarity", "effective-osmolality", "glucose-lowest")),
            Map.entry("urea", Set.of("calculated-osmolarity")),
            Map.entry("systolic-bp", Set.of("orthostatic-systolic-drop", "systolic-bp-above-usual")),
            Map.entry("systolic-bp-supine", Set.of("orthostatic-systolic-drop")),
            Map.entry("systolic-bp-standing", Set.of("orthostatic-systolic-drop")),
            Map.entry("systolic-bp-usual", Set.of("systolic-bp-above-usual")),
            Map.entry("qtc", Set.of("qtc-prolonged", "qtc-dangerous")),
            Map.entry("creatinine", Set.of("acute-kidney-injury")),
            Map.entry("magnesium", Set.of("magnesium-low-repeated")));

    private Dependents() {}

    /** The names of facts that may change when a result of this test is added. */
    public static Set<String> ofResult(String test) {
        return OF_RESULTS.getOrDefault(test, Set.of());
    }

    /** The measured tests from which a test or sign is computed; empty for what is not computed. */
    public static Set<String> inputs(String computed) {
        Set<String> inputs = new LinkedHashSet<>();
        OF_RESULTS.forEach((test, dependents) -> {
            if (dependents.contains(computed)) {
                inputs.add(test);
            }
        });
        return inputs;
    }

    /** The tests of which a result reads otherwise when this is present. */
    public static Set<String> ofPresence(String name) {
        return switch (name) {
            case "pregnancy" -> ResultFacts.MOVED_BY_PREGNANCY;
            case "magnesium-sulfate-iv" -> Set.of("magnesium");
            default -> Set.of();
        };
    }

    /** Signs that follow from a symptom with certain details. */
    public static Set<String> signs(String symptom) {
        return symptom.equals("paresthesia") ? Set.of(SymptomFacts.FINGERTIPS) : Set.of();
    }

    /** The sign that the sex decides. */
    public static Set<String> ofSex() {
        return Set.of("qtc-prolonged");
    }

    /** Whether the onset of this symptom counts as the onset of the complaint, from which changes of medicines are counted. */
    public static boolean isComplaint(String symptom) {
        return SpasmFacts.KINDS.contains(symptom) || SpasmFacts.OTHER_COMPLAINTS.contains(symptom);
    }

    /** The symptoms that are recorded as spasms too. */
    public static List<String> spasms() {
        return SpasmFacts.KINDS;
    }

    /** Whether this symptom is recorded as a spasm too. */
    public static boolean isSpasm(String symptom) {
        return SpasmFacts.KINDS.contains(symptom);
    }

    /** The diagnoses of which a complete list of conditions says nothing. */
    public static List<String> besideLists() {
        return List.copyOf(States.NEVER_DENIED_BY_LISTS);
    }
}
