package org.spasmcds.intake;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.vocabulary.Kind;

/** A part of the patient document: which names belong there and which fields an entry may have. One table for builder, JSON and YAML. */
public enum Section {
    SPASMS("spasms", "", EnumSet.noneOf(Kind.class), Fields.SPASM),
    SYMPTOMS("symptoms", "name", EnumSet.of(Kind.SYMPTOM, Kind.SIGN), Fields.SYMPTOM),
    RESULTS("results", "test", EnumSet.of(Kind.ANALYTE, Kind.VITAL), Fields.RESULT),
    MEDICINES("medicines", "name", EnumSet.of(Kind.MEDICINE, Kind.MEDICINE_CLASS), Fields.MEDICINE),
    CONDITIONS("conditions", "name", EnumSet.of(Kind.CONDITION), Fields.CONDITION),
    EXPOSURES("exposures", "name", EnumSet.of(Kind.EXPOSURE, Kind.ACTIVITY, Kind.DIET), Fields.EXPOSURE),
    FAMILY_HISTORY("familyHistory", "name", EnumSet.of(Kind.CONDITION), Fields.FAMILY_HISTORY);

    /** Fields that no rule reads, so that they never change an answer. */
    public static final Set<String> NOT_READ = Set.of("note", "document");

    private final String label;
    private final String key;
    private final Set<Kind> kinds;
    private final List<Field> fields;

    Section(String label, String key, Set<Kind> kinds, List<Field> fields) {
        this.label = label;
        this.key = key;
        this.kinds = kinds;
        this.fields = fields;
    }

    /** The name of the part in a document. */
    public String label() {
        return label;
    }

    /** The field that holds the name of the vocabulary; empty where an entry has none. */
    public String key() {
        return key;
    }

    public Set<Kind> kinds() {
        return kinds;
    }

    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static final Map<Kind, Section> BY_KIND = new EnumMap<>(Kind.class);

    static {
        for (Section section : List.of(SYMPTOMS, RESULTS, MEDICINES, CONDITIONS, EXPOSURES)) {
            section.kinds.forEach(kind -> BY_KIND.put(kind, section));
        }
    }

    /** The section in which names of this kind stand; family history is never the answer. */
    public static Optional<Section> of(Kind kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }

    /** The fields of each section. Apart from the enum, whose constants cannot see their own static fields. */
    private static final class Fields {
        private static final Field.Type YES_NO = new Field.YesNo();
        private static final Field.Type TIME = new Field.Time();
        private static final Field.Type SPAN = new Field.Span();
        private static final Field.Type COUNT = new Field.Number(0, 1000);
        private static final Field STATUS = new Field(
                "status",
                new Field.Choice(List.of("present", "absent", "unknown")),
                "Whether it is there; present when left out.");
        private static final Field ONSET = new Field("onset", TIME, "When it began.");
        private static final Field ENDED =
                new Field("ended", TIME, "When it was over; left out while it lasts or recurs.");
        private static final Field SIDE =
                new Field("side", new Field.Choice(List.of("left", "right", "both")), "Side of the body.");
        private static final Field TREND =
                new Field("trend", new Field.Choice(List.of("better", "stable", "worse")), "Course over time.");
        private static final Field NOTE =
                new Field("note", new Field.Text(), "A remark for readers; no rule reads it.");

        private static final Field DOCUMENT = new Field(
                "document",
                new Field.Text(),
                "Where it was taken from, such as a FHIR reference or the name of a file; no rule reads it, and answers name it.");

        static final List<Field> SPASM = List.of(
                new Field(
                        "kind",
                        new Field.Choice(List.of("muscle-cramp", "muscle-spasm", "fasciculation")),
                        "Painful brief cramp, sustained or protective spasm, or painless flicker; muscle-cramp when left out."),
                new Field("sites", new Field.Sites(), "Where."),
                SIDE,
                new Field(
                        "distribution",
                        new Field.Choice(List.of("focal", "regional", "generalized")),
                        "How far it extends."),
                ONSET,
                ENDED,
                new Field("episodeLength", SPAN, "How long one episode lasts."),
                new Field("perDay", COUNT, "Episodes a day."),
                new Field("perWeek", COUNT, "Episodes a week."),
                new Field("disturbedNightsPerWeek", new Field.Number(0, 7), "Nights a week with disturbed sleep."),
                new Field("nocturnal", YES_NO, "It comes at night."),
                new Field("exertional", YES_NO, "It comes with or just after exertion."),
                new Field("atRest", YES_NO, "It comes at rest."),
                new Field("duringDialysis", YES_NO, "It comes during dialysis or within 24 hours after it."),
                new Field("postural", YES_NO, "It comes in certain postures."),
                new Field("painful", YES_NO, "It hurts."),
                new Field("relievedByStretch", YES_NO, "Stretching the muscle eases it."),
                new Field("stimulusTriggered", YES_NO, "Touch, noise or light set it off."),
                new Field("sustained", YES_NO, "The contraction does not let go."),
                new Field("firstEver", YES_NO, "It is the first ever."),
                new Field("limitsActivity", YES_NO, "It limits daily activity."),
                TREND,
                NOTE,
                DOCUMENT);
        static final List<Field> SYMPTOM = List.of(
                STATUS,
                ONSET,
                ENDED,
                SIDE,
                new Field("site", new Field.Site(), "Where."),
                new Field("severity", new Field.Number(0, 10), "From 0 to 10; 7 or more is severe."),
                TREND,
                new Field("sudden", YES_NO, "It reached full strength within minutes to 24 hours."),
                new Field("recent", YES_NO, "It is new or clearly worse within 14 days, where no onset is known."),
                new Field("longStanding", YES_NO, "It is known to be older than 14 days, where no onset is known."),
                new Field("observed", YES_NO, "A clinician or a device recorded it."),
                new Field("episodeLength", SPAN, "How long one episode lasts."),
                new Field("perDay", COUNT, "How often a day."),
                NOTE,
                DOCUMENT);
        static final List<Field> RESULT = List.of(
                new Field("value", new Field.Measured(), "The value as reported."),
                new Field("unit", new Field.Text(), "The unit as reported; without it the value is refused."),
                new Field("at", TIME, "When it was measured; \"now\" for a result of the present assessment."),
                new Field("low", new Field.Number(-1e9, 1e9), "The laboratory's own lower limit, in the same unit."),
                new Field("high", new Field.Number(-1e9, 1e9), "The laboratory's own upper limit, in the same unit."),
                new Field("hemolyzed", YES_NO, "The sample is flagged as hemolyzed."),
                NOTE,
                DOCUMENT);
        static final List<Field> MEDICINE = List.of(
                new Field(
                        "status",
                        new Field.Choice(List.of("active", "stopped", "absent", "unknown")),
                        "Whether it is taken; active when left out."),
                new Field("start", TIME, "When it was started."),
                new Field("changed", TIME, "When its dose was last raised."),
                new Field("stopped", TIME, "When it was stopped."),
                new Field("missedSince", TIME, "When the first of the doses missed in a row was due."),
                new Field("mgPerDay", new Field.Number(0, 100_000), "Dose in milligrams a day."),
                new Field("improvedAfterStopping", YES_NO, "The complaint got better within 4 weeks of stopping it."),
                new Field("recurredAfterRestart", YES_NO, "The complaint came back when it was restarted."),
                NOTE,
                DOCUMENT);
        static final List<Field> CONDITION = List.of(
                STATUS,
                new Field("onset", TIME, "When it was diagnosed, began or, for an operation, was done."),
                new Field("stable", YES_NO, "Known for at least 4 weeks, assessed and not worse."),
                NOTE,
                DOCUMENT);
        static final List<Field> EXPOSURE = List.of(
                STATUS,
                new Field("onset", TIME, "When it began."),
                new Field("last", TIME, "When it last happened or ended; now when it goes on."),
                NOTE,
                DOCUMENT);
        static final List<Field> FAMILY_HISTORY = List.of(STATUS, NOTE, DOCUMENT);
    }
}
