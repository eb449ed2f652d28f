package org.spasmcds.authoring.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.spasmcds.fact.FactType;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * What follows, for any fact that the intake can make, from what is demanded of it: an active medicine is present, a normal result is not
 * high, an ankle is a part of the leg. Each law is read off the classes of facts and the intake; what is not certain there is no law.
 */
final class FactLaws {
    /** These are computed, so that the plausible limits of tests.csv do not bound them. */
    static final Set<String> COMPUTED = Set.of(
            "calcium-adjusted",
            "calculated-osmolarity",
            "effective-osmolality",
            "orthostatic-systolic-drop",
            "systolic-bp-above-usual",
            "glucose-lowest");

    private static final List<String> REGIONS = List.of("leg", "arm", "trunk", "head-neck");
    private static final Set<String> KINDS = Set.of("muscle-cramp", "muscle-spasm", "fasciculation");
    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;
    /** A medicine counts as active for so many days after it was stopped. */
    private static final double STOPPED_DAYS = 14;
    /** The intake takes ages below this number of years. */
    static final double AGES = 131;

    private final Vocabulary vocabulary;

    FactLaws(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Box close(Box stated) {
        BoxDraft draft = new BoxDraft(stated);
        // Twice, since one law may rest on what another one gives.
        for (int pass = 0; pass < 2; pass++) {
            switch (stated.type().name()) {
                case "Patient" -> {
                    if (draft.knows("age")) {
                        draft.number("age", new Range(0, true, AGES, false));
                    }
                }
                case "Spasm" -> spasm(draft);
                case "Result" -> result(draft, stated.names());
                case "Group" -> group(draft, stated.names());
                default -> named(draft, stated.type());
            }
        }
        return draft.box();
    }

    private void spasm(BoxDraft draft) {
        draft.text("kind", draft.knows("kind") ? draft.text("kind") : KINDS);
        place(draft);
        if (draft.text("site").equals(Set.of("whole-body"))) {
            draft.text("distribution", Set.of("generalized"));
        }
        if (draft.knows("perDay")) {
            draft.number("perWeek", Range.of(">=", 0));
        }
        bounds(draft, Section.SPASMS);
        atLeastZero(draft, "episodeMinutes");
    }

    private void named(BoxDraft draft, FactType type) {
        boolean needsPresence = draft.asksForAnything();
        if (needsPresence && !draft.has(Box.PRESENT, false)) {
            draft.flag(Box.PRESENT, true);
        }
        if (draft.has(Box.PRESENT, false)) {
            // What is absent has no property: each is unknown or not recorded.
            type.properties().forEach((name, property) -> {
                if (property instanceof FactType.Property.Flag && !name.equals(Box.PRESENT) && !name.equals("absent")) {
                    draft.flag(name, false);
                }
            });
            if (needsPresence) {
                draft.flag(Box.PRESENT, true);
            }
            return;
        }
        switch (type.name()) {
            case "Symptom" -> symptom(draft);
            case "Medicine" -> medicine(draft);
            case "FamilyHistory" -> {
                if (draft.knows(Box.AGE)) {
                    draft.never();
                }
            }
            default -> {}
        }
    }

    private void symptom(BoxDraft draft) {
        if (draft.has("recent", true)) {
            draft.flag("longStanding", false);
        }
        if (draft.has("longStanding", true)) {
            draft.flag("recent", false);
        }
        place(draft);
        bounds(draft, Section.SYMPTOMS);
        atLeastZero(draft, "minutes");
    }

    private void medicine(BoxDraft draft) {
        Range recently = Range.of("<=", STOPPED_DAYS);
        boolean known = draft.knows("stoppedDays");
        if (draft.has("stopped", true) && known && draft.number("stoppedDays").within(recently)) {
            draft.flag("active", true);
        }
        if (draft.has("stopped", true)
                && known
                && draft.number("stoppedDays").and(recently).isEmpty()) {
            draft.flag("active", false);
        }
        if (draft.has("stopped", true) && draft.has("active", true)) {
            draft.number("stoppedDays", recently);
        }
        if (draft.has(Box.PRESENT, true) && draft.has("stopped", false)) {
            draft.flag("active", true);
        }
        if (draft.has(Box.PRESENT, true) && draft.has("active", false)) {
            draft.flag("stopped", true);
        }
        if (draft.knows("missedDays") || draft.has("missed", true)) {
            draft.flag("missed", true).number("missedDays", Range.ALL);
        }
        if (draft.knows("changedBeforeOnsetWeeks")) {
            draft.number(Box.CHANGED, Range.ALL);
        }
        if (draft.knows(Box.AGE)) {
            // The start is a change, and a later change is a younger one.
            Range age = draft.number(Box.AGE);
            draft.number(Box.CHANGED, new Range(Double.NEGATIVE_INFINITY, false, age.high(), age.highIn()));
            Range changed = draft.number(Box.CHANGED);
            draft.number(Box.AGE, new Range(changed.low(), changed.lowIn(), Double.POSITIVE_INFINITY, false));
        }
        bounds(draft, Section.MEDICINES);
    }

    private void result(BoxDraft draft, Set<String> names) {
        if (draft.has("withinOwnRange", true)) {
            draft.flag("normal", true);
        }
        if (draft.has("normal", true)) {
            draft.flag("low", false).flag("high", false);
        }
        if (draft.knows("multiple")) {
            Range multiple = draft.number("multiple");
            if (multiple.within(Range.of(">", 1))) {
                draft.flag("high", true);
            }
            if (multiple.within(Range.of("<=", 1))) {
                draft.flag("high", false);
            }
        }
        if (draft.has("low", true) || draft.has("high", true)) {
            draft.flag("normal", false);
        }
        if (draft.has("normal", false)) {
            draft.flag("withinOwnRange", false);
        }
        boolean compared = draft.knows("value")
                || draft.knows("multiple")
                || draft.knows("fallIn48Hours")
                || draft.knows("riseIn12Hours")
                || draft.knows("riseSincePrior");
        if (compared) {
            draft.number("value", plausible(names));
        }
        if (draft.knows(Box.AGE)) {
            draft.number(Box.AGE, Range.of(">=", 0));
            double window = limit(names, TestDefinition::windowHours, true) * HOUR;
            if (window % DAY == 0 && draft.number(Box.AGE).high() <= window) {
                draft.flag("current", true);
            }
        }
    }

    private Range plausible(Set<String> names) {
        return names.stream().anyMatch(COMPUTED::contains)
                ? Range.ALL
                : Range.closed(
                        limit(names, TestDefinition::plausibleLow, true),
                        limit(names, TestDefinition::plausibleHigh, false));
    }

    private double limit(Set<String> tests, ToDoubleFunction<TestDefinition> property, boolean lowest) {
        var limits =
                tests.stream().map(test -> vocabulary.test(test).orElseThrow()).mapToDouble(property);
        return (lowest ? limits.min() : limits.max()).orElse(Double.NaN);
    }

    private void group(BoxDraft draft, Set<String> names) {
        int members = names.stream()
                .mapToInt(name -> vocabulary.groups().get(name).size())
                .max()
                .orElse(0);
        Range count = Range.closed(0, members);
        Range present = draft.number("present", count).number("present");
        Range acute = draft.number("acute", count).number("acute");
        draft.number("acute", new Range(Double.NEGATIVE_INFINITY, false, present.high(), present.highIn()));
        draft.number("present", new Range(acute.low(), acute.lowIn(), Double.POSITIVE_INFINITY, false));
    }

    /** The numbers that the fields of a patient document take. */
    private static void bounds(BoxDraft draft, Section section) {
        for (Field field : section.fields()) {
            if (field.type() instanceof Field.Number limits
                    && draft.knows(field.name())
                    && !field.name().equals("perWeek")) {
                draft.number(field.name(), Range.closed(limits.low(), limits.high()));
            }
        }
        atLeastZero(draft, "perWeek");
    }

    private static void atLeastZero(BoxDraft draft, String property) {
        if (draft.knows(property)) {
            draft.number(property, Range.of(">=", 0));
        }
    }

    private void place(BoxDraft draft) {
        Set<String> regions = new LinkedHashSet<>();
        draft.text("site").forEach(site -> regions.add(region(site)));
        if (draft.knows("site") && !regions.contains("")) {
            draft.text("region", regions);
        }
    }

    /** The part of the body that a site belongs to, as the intake has it; empty where there is none. */
    String region(String site) {
        return REGIONS.stream()
                .filter(region ->
                        region.equals(site) || vocabulary.ancestors(site).contains(region))
                .findFirst()
                .orElse("");
    }
}
