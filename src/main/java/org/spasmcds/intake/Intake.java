package org.spasmcds.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.spasmcds.Certainty;
import org.spasmcds.Refusal;
import org.spasmcds.fact.Condition;
import org.spasmcds.fact.Exposure;
import org.spasmcds.fact.FamilyHistory;
import org.spasmcds.fact.Group;
import org.spasmcds.fact.Medicine;
import org.spasmcds.fact.Patient;
import org.spasmcds.fact.Spasm;
import org.spasmcds.fact.Symptom;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** Turns what is known about a patient into the facts that rules see at one time. */
public final class Intake {
    /** A complaint that was over for longer than this does not count any more [CLIN-CONS]. */
    private static final double COMPLAINT_DAYS = 90;
    /** A medicine counts for so long after it was stopped [CLIN-CONS]. */
    private static final double STOPPED_MEDICINE_DAYS = 14;
    /** New means first noticed, or clearly worse, within so many days [CLIN-CONS]. */
    private static final double RECENT_DAYS = 14;

    private static final List<String> REGIONS = List.of("leg", "arm", "trunk", "head-neck");

    private final Vocabulary vocabulary;
    private final Asked asked;
    private final Instant evaluation;
    private final FactSheet sheet = new FactSheet();
    private final List<Entry> entries;
    private final ResultFacts results;
    private final States states;

    /**
     * What the rules of a rule set ask about, so that nothing else need be put before them.
     *
     * @param names names of the vocabulary and tests
     * @param groups groups whose members are counted
     */
    public record Asked(Set<String> names, Set<String> groups) {}

    private Intake(Vocabulary vocabulary, Asked asked, List<Entry> entries, Set<Section> complete, Instant evaluation) {
        this.vocabulary = vocabulary;
        this.asked = asked;
        this.evaluation = evaluation;
        this.entries = entries;
        boolean pregnant = isPresent("pregnancy");
        results = new ResultFacts(vocabulary, sheet, pregnant, isPresent("magnesium-sulfate-iv"));
        states = new States(vocabulary, complete, results);
    }

    private boolean isPresent(String name) {
        return entries.stream()
                .anyMatch(entry -> entry.name().equals(name)
                        && !Set.of("absent", "unknown").contains(entry.text("status")));
    }

    public static FactSheet facts(
            Vocabulary vocabulary, Asked asked, org.spasmcds.Patient patient, Instant evaluation) {
        Intake intake = new Intake(vocabulary, asked, patient.entries(), patient.complete(), evaluation);
        intake.read(patient);
        return intake.sheet;
    }

    private void read(org.spasmcds.Patient patient) {
        double age = patient.birthDate().map(this::yearsSince).orElse(patient.age());
        sheet.add(new Patient(age, patient.sex()), person(age, patient.sex()));
        results.add(new MeasurementReader(vocabulary, evaluation, sheet).read(entries));
        results.refuseHemolyzedNormal();
        DerivedResults derived = new DerivedResults(vocabulary, results);
        derived.compute();
        results.insert(asked.names());
        if (derived.calciumIsRough()) {
            capResults("calcium-adjusted", Certainty.LIKELY);
        }
        if (derived.osmolarityIsRough() || isPresent("alcohol-intake")) {
            capResults("calculated-osmolarity", Certainty.POSSIBLE);
        }
        spasms(patient.complete());
        double onset = complaintOnset();
        for (Entry entry : entries) {
            entry(entry, onset);
        }
        derivedSigns(derived, patient.sex());
        bothSides();
        listedAbsences();
        for (String group : asked.groups()) {
            Group count = states.count(group);
            sheet.add(count, String.join(", ", states.presentMembers(group)));
            sheet.members(count, states.presentMembers(group, this::quality));
        }
    }

    /** How far a result is believed that makes a group count. */
    private FactSheet.Member quality(String test) {
        for (Object fact : sheet.facts()) {
            if (fact instanceof org.spasmcds.fact.Result result
                    && result.getTest().equals(test)) {
                return new FactSheet.Member(
                        sheet.cap(fact).orElse(Certainty.CONFIRMED),
                        sheet.doubt(fact).stream().toList(),
                        sheet.isLaboratory(fact));
            }
        }
        return States.PLAIN;
    }

    private double yearsSince(LocalDate birth) {
        LocalDate today = evaluation.atOffset(ZoneOffset.UTC).toLocalDate();
        if (birth.isAfter(today)) {
            sheet.refuse(new Refusal("birthDate", birth.toString(), "in the future"));
            return Double.NaN;
        }
        Period period = Period.between(birth, today);
        return period.getYears() + period.getMonths() / 12.0 + period.getDays() / 365.2425;
    }

    private static String person(double age, String sex) {
        String years = Double.isNaN(age) ? "" : "age " + Numbers.plain(Math.floor(age * 10) / 10);
        return (years + (years.isEmpty() || sex.isEmpty() ? "" : ", ") + sex).strip();
    }

    private void capResults(String test, Certainty certainty) {
        sheet.facts().stream()
                .filter(fact -> fact instanceof org.spasmcds.fact.Result result
                        && result.getTest().equals(test))
                .forEach(fact -> sheet.cap(fact, certainty));
    }

    private double days(Entry entry, String field) {
        return entry.when(field).map(when -> when.daysBefore(evaluation)).orElse(Double.NaN);
    }

    // Spasms

    private void spasms(Set<Section> complete) {
        for (Entry entry : entries) {
            if (entry.section() == Section.SPASMS) {
                spasm(entry);
            } else if (isSpasmKind(entry.name()) && isPresentEntry(entry)) {
                spasm(entry);
            }
        }
        if (complete.contains(Section.SPASMS)) {
            for (String kind : List.of("muscle-cramp", "muscle-spasm", "fasciculation")) {
                if (states.of(kind) == States.State.UNKNOWN) {
                    states.record(kind, "absent", false);
                    addAbsent(kind);
                }
            }
        }
    }

    private static boolean isSpasmKind(String name) {
        return name.equals("muscle-cramp") || name.equals("muscle-spasm") || name.equals("fasciculation");
    }

    private static boolean isPresentEntry(Entry entry) {
        return entry.text("status").isEmpty() || entry.text("status").equals("present");
    }

    private void spasm(Entry entry) {
        double ended = days(entry, "ended");
        String kind = entry.section() == Section.SPASMS
                ? (entry.text("kind").isEmpty() ? "muscle-cramp" : entry.text("kind"))
                : entry.name();
        List<String> sites = entry.section() == Section.SPASMS
                ? entry.list("sites")
                : entry.text("site").isEmpty() ? List.of() : List.of(entry.text("site"));
        if (ended > COMPLAINT_DAYS) {
            sheet.refuse(new Refusal(
                    entry.path(),
                    vocabulary.display(kind),
                    "over for more than " + Numbers.plain(COMPLAINT_DAYS) + " days; listed, not used"));
            return;
        }
        double days = days(entry, "onset");
        for (String site : sites.isEmpty() ? List.of("") : sites) {
            String region = region(site);
            String distribution = site.equals("whole-body") ? "generalized" : entry.text("distribution");
            sheet.add(
                    new Spasm(days, kind, site, region, entry.text("side"), distribution, pattern(entry)),
                    spasmLabel(kind, site, entry.text("side"), days));
        }
        if (entry.section() == Section.SPASMS) {
            boolean old = days > RECENT_DAYS;
            String site = sites.isEmpty() ? "" : sites.get(0);
            states.record(kind, "present", old);
            addSymptom(kind, entry, days, site);
        }
    }

    private String spasmLabel(String kind, String site, String side, double days) {
        String place =
                site.isEmpty() ? "" : " (" + vocabulary.display(site) + (side.isEmpty() ? "" : ", " + side) + ")";
        return vocabulary.display(kind)
                + place
                + (Double.isNaN(days) ? "" : ", since " + Numbers.ago(days).replace(" ago", ""));
    }

    private static Spasm.Pattern pattern(Entry entry) {
        return new Spasm.Pattern(
                entry.yesNo("nocturnal"),
                entry.yesNo("exertional"),
                entry.yesNo("atRest"),
                entry.yesNo("duringDialysis"),
                entry.yesNo("postural"),
                entry.yesNo("painful"),
                entry.yesNo("relievedByStretch"),
                entry.yesNo("stimulusTriggered"),
                entry.yesNo("sustained"),
                entry.yesNo("firstEver"),
                entry.yesNo("limitsActivity"),
                entry.text("trend"),
                entry.number("episodeLength"),
                entry.number("perDay"),
                Double.isNaN(entry.number("perWeek")) ? 7 * entry.number("perDay") : entry.number("perWeek"),
                entry.number("disturbedNightsPerWeek"));
    }

    private String region(String site) {
        if (site.isEmpty()) {
            return "";
        }
        return REGIONS.stream()
                .filter(region ->
                        region.equals(site) || vocabulary.ancestors(site).contains(region))
                .findFirst()
                .orElse("");
    }

    /** Days since the first of the spasms began or, where there is none, since the first symptom of a muscle did. */
    private double complaintOnset() {
        OptionalDouble spasm = entries.stream()
                .filter(entry -> entry.section() == Section.SPASMS || isSpasmKind(entry.name()))
                .mapToDouble(entry -> days(entry, "onset"))
                .filter(days -> !Double.isNaN(days))
                .max();
        Set<String> complaints =
                Set.of("muscle-pain", "muscle-weakness", "muscle-stiffness", "numbness", "paresthesia");
        return spasm.orElseGet(() -> entries.stream()
                .filter(entry -> complaints.contains(entry.name())
                        || vocabulary.ancestors(entry.name()).stream().anyMatch(complaints::contains))
                .filter(Intake::isPresentEntry)
                .mapToDouble(entry -> days(entry, "onset"))
                .filter(days -> !Double.isNaN(days))
                .max()
                .orElse(Double.NaN));
    }

    // Named facts

    private void entry(Entry entry, double complaintOnset) {
        switch (entry.section()) {
            case SYMPTOMS -> symptom(entry);
            case CONDITIONS -> condition(entry);
            case MEDICINES -> medicine(entry, complaintOnset);
            case EXPOSURES -> exposure(entry);
            case FAMILY_HISTORY -> familyHistory(entry);
            default -> {}
        }
    }

    private void symptom(Entry entry) {
        String status = entry.text("status").isEmpty() ? "present" : entry.text("status");
        double days = days(entry, "onset");
        if (status.equals("present") && days(entry, "ended") > COMPLAINT_DAYS) {
            sheet.refuse(new Refusal(
                    entry.path(),
                    vocabulary.display(entry.name()),
                    "over for more than " + Numbers.plain(COMPLAINT_DAYS) + " days; listed, not used"));
            return;
        }
        states.add(entry, status, isLongStanding(entry, days));
        if (status.equals("present")) {
            addSymptom(entry.name(), entry, days, entry.text("site"));
        } else if (status.equals("absent")) {
            addAbsent(entry.name());
        }
    }

    private static boolean isLongStanding(Entry entry, double days) {
        return !entry.flag("recent") && (entry.flag("longStanding") || days > RECENT_DAYS);
    }

    private void addSymptom(String name, Entry entry, double days, String site) {
        String label = vocabulary.display(name)
                + (site.isEmpty() ? "" : " (" + vocabulary.display(site) + ")")
                + (entry.text("side").isEmpty()
                        ? ""
                        : ", " + (entry.text("side").equals("both") ? "both sides" : entry.text("side")))
                + (Double.isNaN(days) ? "" : ", since " + Numbers.ago(days).replace(" ago", ""));
        for (String each : withAncestors(name, Kind.SYMPTOM, Kind.SIGN)) {
            sheet.add(
                    new Symptom(
                            each,
                            true,
                            days,
                            entry.flag("recent") || days <= RECENT_DAYS,
                            isLongStanding(entry, days),
                            entry.isObserved(),
                            entry.text("side"),
                            site,
                            region(site),
                            entry.text("trend"),
                            entry.yesNo("sudden"),
                            entry.number("severity"),
                            entry.number("episodeLength"),
                            entry.number("perDay")),
                    label);
        }
    }

    private void addAbsent(String name) {
        String label = "no " + vocabulary.display(name);
        for (String each : withDescendants(name)) {
            Kind kind = vocabulary.name(each).map(Name::kind).orElseThrow();
            sheet.add(absent(each, kind), label);
        }
    }

    private static Object absent(String name, Kind kind) {
        return switch (kind) {
            case CONDITION -> new Condition(name, false, Double.NaN, false);
            case MEDICINE, MEDICINE_CLASS ->
                new Medicine(
                        name,
                        false,
                        Double.NaN,
                        false,
                        false,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        "",
                        "");
            case EXPOSURE, ACTIVITY, DIET -> new Exposure(name, false, Double.NaN, Double.NaN);
            default ->
                new Symptom(
                        name,
                        false,
                        Double.NaN,
                        false,
                        false,
                        false,
                        "",
                        "",
                        "",
                        "",
                        "",
                        Double.NaN,
                        Double.NaN,
                        Double.NaN);
        };
    }

    private void condition(Entry entry) {
        String status = entry.text("status").isEmpty() ? "present" : entry.text("status");
        states.add(entry, status, false);
        if (status.equals("present")) {
            double days = days(entry, "onset");
            for (String each : withAncestors(entry.name(), Kind.CONDITION)) {
                sheet.add(new Condition(each, true, days, entry.flag("stable")), dated(entry.name(), days));
            }
        } else if (status.equals("absent")) {
            addAbsent(entry.name());
        }
    }

    private String dated(String name, double days) {
        return vocabulary.display(name) + (Double.isNaN(days) ? "" : ", " + Numbers.ago(days));
    }

    private void exposure(Entry entry) {
        String status = entry.text("status").isEmpty() ? "present" : entry.text("status");
        states.add(entry, status, false);
        if (status.equals("present")) {
            double onset = days(entry, "onset");
            double last = days(entry, "last");
            double days = Double.isNaN(last) ? onset : last;
            for (String each : withAncestors(entry.name(), Kind.EXPOSURE, Kind.ACTIVITY, Kind.DIET)) {
                sheet.add(
                        new Exposure(each, true, days, onset - (Double.isNaN(last) ? 0 : last)),
                        dated(entry.name(), days));
            }
        } else if (status.equals("absent")) {
            addAbsent(entry.name());
        }
    }

    private void familyHistory(Entry entry) {
        String status = entry.text("status").isEmpty() ? "present" : entry.text("status");
        if (status.equals("present")) {
            withAncestors(entry.name(), Kind.CONDITION)
                    .forEach(each -> sheet.add(
                            new FamilyHistory(each, true), vocabulary.display(entry.name()) + " in the family"));
        } else if (status.equals("absent")) {
            withDescendants(entry.name())
                    .forEach(each -> sheet.add(
                            new FamilyHistory(each, false),
                            "no " + vocabulary.display(entry.name()) + " in the family"));
        }
    }

    private void medicine(Entry entry, double complaintOnset) {
        String status = entry.text("status").isEmpty()
                ? (entry.values().containsKey("stopped") ? "stopped" : "active")
                : entry.text("status");
        if (status.equals("absent") || status.equals("unknown")) {
            states.add(entry, status, false);
            if (status.equals("absent")) {
                addAbsent(entry.name());
            }
            return;
        }
        double started = days(entry, "start");
        double changed = laterOf(started, days(entry, "changed"));
        double stoppedDays = days(entry, "stopped");
        boolean stopped = status.equals("stopped");
        boolean active = !stopped || stoppedDays <= STOPPED_MEDICINE_DAYS;
        String memberState = active ? "present" : Double.isNaN(stoppedDays) ? "unknown" : "absent";
        states.add(entry, memberState, false);
        String label = vocabulary.display(entry.name())
                + (Double.isNaN(changed) ? "" : ", started or raised " + Numbers.ago(changed))
                + (stopped ? ", stopped" + (Double.isNaN(stoppedDays) ? "" : " " + Numbers.ago(stoppedDays)) : "");
        for (String each : withAncestors(entry.name(), Kind.MEDICINE, Kind.MEDICINE_CLASS)) {
            sheet.add(
                    new Medicine(
                            each,
                            true,
                            started,
                            active,
                            stopped,
                            stoppedDays,
                            changed,
                            changed - complaintOnset,
                            days(entry, "missedSince"),
                            entry.number("mgPerDay"),
                            entry.yesNo("improvedAfterStopping"),
                            entry.yesNo("recurredAfterRestart")),
                    label);
        }
    }

    private static double laterOf(double started, double changed) {
        return Double.isNaN(changed) ? started : Double.isNaN(started) ? changed : Math.min(started, changed);
    }

    private List<String> withAncestors(String name, Kind... kinds) {
        List<String> all = new ArrayList<>();
        all.add(name);
        for (String ancestor : vocabulary.ancestors(name)) {
            Optional<Kind> kind = vocabulary.name(ancestor).map(Name::kind);
            if (kind.isPresent() && List.of(kinds).contains(kind.get())) {
                all.add(ancestor);
            }
        }
        all.removeIf(each -> !asked.names().contains(each));
        return all;
    }

    private List<String> withDescendants(String name) {
        List<String> all = new ArrayList<>();
        all.add(name);
        all.addAll(vocabulary.descendants(name));
        all.removeIf(each -> !asked.names().contains(each));
        return all;
    }

    // What follows from other facts

    private void derivedSigns(DerivedResults derived, String sex) {
        sign("qtc-prolonged", derived.qtcProlonged(sex), derived.qtcKnown());
        sign("qtc-dangerous", derived.qtcDangerous(), derived.qtcKnown());
        sign("potassium-low-repeated", derived.lowRepeated("potassium"), false);
        sign("calcium-low-repeated", derived.lowRepeated("calcium-adjusted"), false);
        sign("magnesium-low-repeated", derived.lowRepeated("magnesium"), false);
        if (derived.acuteKidneyInjury() && states.of("acute-kidney-injury") != States.State.PRESENT) {
            states.record("acute-kidney-injury", "present", false);
            sheet.add(
                    new Condition("acute-kidney-injury", true, 0, false),
                    "acute kidney injury, from the rise of creatinine");
        }
    }

    private void sign(String name, boolean holds, boolean known) {
        if (states.of(name) != States.State.UNKNOWN) {
            return;
        }
        if (holds) {
            states.record(name, "present", false);
            sheet.add(
                    new Symptom(
                            name,
                            true,
                            Double.NaN,
                            true,
                            false,
                            true,
                            "",
                            "",
                            "",
                            "",
                            "",
                            Double.NaN,
                            Double.NaN,
                            Double.NaN),
                    vocabulary.display(name));
        } else if (known) {
            states.record(name, "absent", false);
            addAbsent(name);
        }
    }

    /** A symptom on the left and one on the right are one on both sides. */
    private void bothSides() {
        List<Symptom> sided = new ArrayList<>();
        for (Object fact : sheet.facts()) {
            if (fact instanceof Symptom symptom
                    && symptom.isPresent()
                    && symptom.getSide().equals("left")) {
                sided.add(symptom);
            }
        }
        for (Symptom left : sided) {
            sheet.facts().stream()
                    .filter(fact -> fact instanceof Symptom other
                            && other.isPresent()
                            && other.getName().equals(left.getName())
                            && other.getSide().equals("right"))
                    .findFirst()
                    .ifPresent(
                            right -> sheet.add(bothSides(left), vocabulary.display(left.getName()) + ", both sides"));
        }
    }

    private static Symptom bothSides(Symptom left) {
        return new Symptom(
                left.getName(),
                true,
                left.getDays(),
                left.isRecent(),
                left.isLongStanding(),
                left.isObserved(),
                "both",
                left.getSite(),
                left.getRegion(),
                left.getTrend(),
                left.getSudden(),
                left.getSeverity(),
                left.getMinutes(),
                left.getPerDay());
    }

    /** What a complete list does not name is known to be absent. */
    private void listedAbsences() {
        for (String name : asked.names()) {
            Optional<Kind> kind = vocabulary.name(name).map(Name::kind);
            boolean named = kind.isPresent()
                    && Section.of(kind.get()).filter(s -> s != Section.RESULTS).isPresent();
            if (named
                    && states.of(name) == States.State.ABSENT
                    && states.entriesOf(name).isEmpty()
                    && !hasFact(name)) {
                sheet.add(absent(name, kind.get()), "no " + vocabulary.display(name));
            }
        }
    }

    private boolean hasFact(String name) {
        return sheet.facts().stream()
                .anyMatch(fact -> fact instanceof org.spasmcds.fact.Named known
                        && known.getName().equals(name));
    }
}
