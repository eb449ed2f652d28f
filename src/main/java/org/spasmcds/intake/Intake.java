package org.spasmcds.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Certainty;
import org.spasmcds.Refusal;
import org.spasmcds.fact.Condition;
import org.spasmcds.fact.Exposure;
import org.spasmcds.fact.FamilyHistory;
import org.spasmcds.fact.Group;
import org.spasmcds.fact.Named;
import org.spasmcds.fact.Patient;
import org.spasmcds.fact.Result;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** Turns what is known about a patient into the facts that rules see at one time. */
public final class Intake {
    private static final int OLDEST = 130;

    private final Words words;
    private final Context context;
    private final FactSheet sheet;
    private final States states;
    private final ResultFacts results;
    private final SymptomFacts symptoms;
    private final List<Entry> entries;

    /**
     * What the rules of a rule set ask about, so that nothing else need be put before them.
     *
     * @param names names of the vocabulary and tests
     * @param groups groups whose members are counted
     */
    public record Asked(Set<String> names, Set<String> groups) {}

    private Intake(Vocabulary vocabulary, Words words, Asked asked, org.spasmcds.Patient patient, Instant evaluation) {
        this.words = words;
        sheet = new FactSheet(vocabulary, words);
        entries = Settled.entries(patient.entries(), vocabulary, words, evaluation, sheet);
        results = new ResultFacts(
                vocabulary,
                words,
                sheet,
                isThere("pregnancy", evaluation, Double.POSITIVE_INFINITY),
                isThere("magnesium-sulfate-iv", evaluation, 1));
        states = new States(vocabulary, patient.complete(), results);
        sheet.states(states);
        context = new Context(vocabulary, words, asked, evaluation, sheet, states);
        symptoms = new SymptomFacts(context);
    }

    /** Whether something is there, or was within so many days. */
    private boolean isThere(String name, Instant evaluation, double days) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .filter(entry -> !Set.of("absent", "unknown").contains(entry.text("status")))
                .anyMatch(entry -> entry.when("stopped")
                        .or(() -> entry.when("last"))
                        .map(when -> when.daysBefore(evaluation) <= days)
                        .orElse(!entry.text("status").equals("stopped")));
    }

    /**
     * @param vocabulary shows its names in the language of the words
     * @param words for what is said of each fact
     */
    public static FactSheet facts(
            Vocabulary vocabulary, Words words, Asked asked, org.spasmcds.Patient patient, Instant evaluation) {
        Intake intake = new Intake(vocabulary, words, asked, patient, evaluation);
        intake.read(patient);
        return intake.sheet;
    }

    private void read(org.spasmcds.Patient patient) {
        double age =
                patient.birthDate().map(this::yearsSince).orElse(patient.age().orElse(Double.NaN));
        sheet.add(new Patient(age, patient.sex()), person(age, patient.sex()), new Origin.Person(patient));
        addDerived(readResults(), patient.sex());
        SpasmFacts spasms = new SpasmFacts(context, symptoms);
        spasms.read(entries, patient.complete().contains(Section.SPASMS));
        MedicineFacts medicines = new MedicineFacts(context, spasms.onsets(entries));
        for (Entry entry : entries) {
            switch (entry.section()) {
                case SYMPTOMS -> symptoms.read(entry);
                case CONDITIONS -> condition(entry);
                case MEDICINES -> medicines.read(entry);
                case EXPOSURES -> exposure(entry);
                case FAMILY_HISTORY -> familyHistory(entry);
                default -> {}
            }
        }
        medicines.addAbsences();
        symptoms.addBothSides();
        symptoms.addFingertips();
        addListedAbsences();
        for (String group : context.asked().groups()) {
            Group count = states.count(group);
            sheet.add(
                    count,
                    count.isAny() ? String.join(", ", states.presentMembers(group)) : "",
                    new Origin.Counted(states));
            if (count.isAny()) {
                sheet.members(count, states.presentMembers(group, this::quality));
            }
        }
    }

    private DerivedResults readResults() {
        results.add(new MeasurementReader(context.vocabulary(), words, context.evaluation(), sheet).read(entries));
        results.refuseHemolyzedNormal();
        DerivedResults derived = new DerivedResults(context.vocabulary(), words, results);
        derived.compute();
        results.insert(context.asked().names());
        if (derived.calciumIsRough()) {
            capResults("calcium-adjusted", Certainty.LIKELY);
        }
        if (derived.osmolarityIsRough() || isThere("alcohol-intake", context.evaluation(), 1)) {
            capResults("calculated-osmolarity", Certainty.POSSIBLE);
        }
        return derived;
    }

    private void capResults(String test, Certainty certainty) {
        sheet.facts().stream()
                .filter(fact ->
                        fact instanceof Result result && result.getTest().equals(test))
                .forEach(fact -> sheet.cap(fact, certainty));
    }

    private double yearsSince(LocalDate birth) {
        LocalDate today = context.evaluation().atOffset(ZoneOffset.UTC).toLocalDate();
        if (birth.isAfter(today)) {
            sheet.refuse(new Refusal("birthDate", birth.toString(), words.say("refused.future")));
            return Double.NaN;
        }
        Period period = Period.between(birth, today);
        if (period.getYears() > OLDEST) {
            sheet.refuse(new Refusal(
                    "birthDate", birth.toString(), words.say("refused.tooLongAgo", words.count(OLDEST, "year"))));
            return Double.NaN;
        }
        return period.getYears() + period.getMonths() / 12.0 + period.getDays() / 365.2425;
    }

    private String person(double age, String sex) {
        List<String> known = new ArrayList<>();
        if (!Double.isNaN(age)) {
            known.add(words.say("fact.age", Math.floor(age * 10) / 10));
        }
        if (!sex.isEmpty()) {
            known.add(words.say("value." + sex));
        }
        return String.join(", ", known);
    }

    private void condition(Entry entry) {
        String status = entry.statusOr("present");
        states.record(entry.name(), status, false, new Origin.Given(entry));
        if (status.equals("present")) {
            double days = context.days(entry, "onset");
            for (String each : context.withAncestors(entry.name(), Kind.CONDITION)) {
                sheet.add(
                        new Condition(each, true, days, entry.flag("stable")),
                        context.dated(entry.name(), days),
                        new Origin.Given(entry));
            }
            context.addForeignAncestors(entry, days);
        } else if (status.equals("absent")) {
            context.addAbsent(entry.name(), new Origin.Given(entry));
        }
    }

    private void exposure(Entry entry) {
        String status = entry.statusOr("present");
        states.record(entry.name(), status, false, new Origin.Given(entry));
        if (status.equals("present")) {
            double onset = context.days(entry, "onset");
            double last = context.days(entry, "last");
            double days = Double.isNaN(last) ? onset : last;
            double lasted = onset - (Double.isNaN(last) ? 0 : last);
            for (String each : context.withAncestors(entry.name(), Kind.EXPOSURE, Kind.ACTIVITY, Kind.DIET)) {
                sheet.add(
                        new Exposure(each, true, days, lasted),
                        context.dated(entry.name(), days),
                        new Origin.Given(entry));
            }
            context.addForeignAncestors(entry, days);
        } else if (status.equals("absent")) {
            context.addAbsent(entry.name(), new Origin.Given(entry));
        }
    }

    private void familyHistory(Entry entry) {
        String label = words.say("fact.inFamily", context.vocabulary().display(entry.name()));
        String status = entry.statusOr("present");
        if (status.equals("present")) {
            context.withAncestors(entry.name(), Kind.CONDITION)
                    .forEach(each -> sheet.add(new FamilyHistory(each, true), label, new Origin.Given(entry)));
        } else if (status.equals("absent")) {
            String absent = words.say("fact.absent", label);
            Origin origin = new Origin.Given(entry);
            context.forDescendants(
                    entry.name(), (each, kind) -> sheet.add(new FamilyHistory(each, false), absent, origin));
        }
    }

    private void addDerived(DerivedResults derived, String sex) {
        List<Measurement> qtc = derived.knownQtc();
        symptoms.addDerived("qtc-prolonged", derived.qtcProlonged(sex), qtc);
        symptoms.addDerived("qtc-dangerous", derived.qtcDangerous(), qtc);
        symptoms.addDerived("potassium-low-repeated", derived.lowRepeated("potassium"), List.of());
        symptoms.addDerived(
                "calcium-low-repeated",
                derived.lowRepeated("calcium-adjusted").or(() -> derived.lowRepeated("calcium-ionized")),
                List.of());
        symptoms.addDerived("magnesium-low-repeated", derived.lowRepeated("magnesium"), List.of());
        Optional<DerivedResults.Conclusion> injury = derived.acuteKidneyInjury();
        if (injury.isPresent() && !isThere("acute-kidney-injury", context.evaluation(), Double.POSITIVE_INFINITY)) {
            states.record("acute-kidney-injury", "present", false, injury.get().origin());
            sheet.add(
                    new Condition("acute-kidney-injury", true, 0, false),
                    words.say("fact.fromCreatinine", context.vocabulary().display("acute-kidney-injury")),
                    injury.get().origin());
        }
    }

    /** What a complete list does not name is known to be absent. */
    private void addListedAbsences() {
        Set<String> told = new HashSet<>();
        for (Object fact : sheet.facts()) {
            if (fact instanceof Named named) {
                told.add(named.getName());
            }
        }
        for (String name : context.asked().names()) {
            if (told.contains(name) || states.of(name) != States.State.ABSENT) {
                continue;
            }
            Kind kind = context.vocabulary().name(name).map(Name::kind).orElseThrow();
            Optional<Section> list = Section.of(kind).filter(section -> section != Section.RESULTS);
            list.ifPresent(section ->
                    sheet.add(Context.absent(name, kind), () -> context.no(name), new Origin.Unlisted(section)));
        }
    }

    /** How far a result is believed that makes a group count. */
    private FactSheet.Member quality(String test) {
        for (Object fact : sheet.facts()) {
            if (fact instanceof Result result && result.getTest().equals(test)) {
                return new FactSheet.Member(
                        sheet.cap(fact).orElse(Certainty.CONFIRMED),
                        sheet.doubt(fact).stream().toList(),
                        sheet.isLaboratory(fact));
            }
        }
        return States.PLAIN;
    }
}
