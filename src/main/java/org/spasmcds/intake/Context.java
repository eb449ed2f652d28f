package org.spasmcds.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.spasmcds.Refusal;
import org.spasmcds.fact.Condition;
import org.spasmcds.fact.Exposure;
import org.spasmcds.fact.Medicine;
import org.spasmcds.fact.Symptom;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** What every part of the intake works with, for one patient at one time. */
record Context(
        Vocabulary vocabulary, Words words, Intake.Asked asked, Instant evaluation, FactSheet sheet, States states) {
    /** A complaint that was over for longer than this does not count any more [CLIN-CONS]. */
    private static final double COMPLAINT_DAYS = 90;

    private static final List<String> REGIONS = List.of("leg", "arm", "trunk", "head-neck");

    /** Days from a time in an entry to the evaluation; NaN when it is not given. */
    double days(Entry entry, String field) {
        return entry.when(field).map(when -> when.daysBefore(evaluation)).orElse(Double.NaN);
    }

    /** Whether a complaint has been over for too long to count; it is then listed. */
    boolean isOver(Entry entry, String name) {
        boolean over = isLongOver(entry);
        if (over) {
            sheet.refuse(new Refusal(
                    entry.path(),
                    vocabulary.display(name),
                    words.say("refused.over", words.count(COMPLAINT_DAYS, "day"))));
        }
        return over;
    }

    boolean isLongOver(Entry entry) {
        return days(entry, "ended") > COMPLAINT_DAYS;
    }

    /** The part of the body that a site belongs to; empty when not known. */
    String region(String site) {
        return REGIONS.stream()
                .filter(region ->
                        region.equals(site) || vocabulary.ancestors(site).contains(region))
                .findFirst()
                .orElse("");
    }

    /** The name and every wider name of these kinds that rules ask about. */
    List<String> withAncestors(String name, Kind... kinds) {
        List<String> all = new ArrayList<>(List.of(name));
        for (String ancestor : vocabulary.ancestors(name)) {
            Optional<Kind> kind = vocabulary.name(ancestor).map(Name::kind);
            if (kind.isPresent() && List.of(kinds).contains(kind.get())) {
                all.add(ancestor);
            }
        }
        all.removeIf(each -> !asked.names().contains(each));
        return all;
    }

    /** Does something with a name and with every narrower name that rules ask about, and with its kind. */
    void forDescendants(String name, BiConsumer<String, Kind> action) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(vocabulary.descendants(name));
        for (String each : all) {
            if (asked.names().contains(each)) {
                action.accept(each, vocabulary.name(each).map(Name::kind).orElseThrow());
            }
        }
    }

    /** Adds that a name, and with it every narrower one, is known to be absent. */
    void addAbsent(String name, Origin origin) {
        String withoutName = no(name);
        forDescendants(name, (each, kind) -> sheet.add(absent(each, kind), withoutName, origin));
    }

    /** Adds the wider names of an entry that are of another kind: licorice is an exposure and belongs to the potassium-losing medicines. */
    void addForeignAncestors(Entry entry, double days) {
        for (String ancestor : vocabulary.ancestors(entry.name())) {
            Kind kind = vocabulary.name(ancestor).map(Name::kind).orElseThrow();
            boolean foreign = Section.of(kind)
                    .filter(section -> section != entry.section())
                    .isPresent();
            if (foreign && asked.names().contains(ancestor)) {
                sheet.add(present(ancestor, kind, days), dated(entry.name(), days), new Origin.Given(entry));
            }
        }
    }

    private static Object present(String name, Kind kind, double days) {
        double none = Double.NaN;
        return switch (kind) {
            case CONDITION -> new Condition(name, true, days, false);
            case MEDICINE, MEDICINE_CLASS ->
                new Medicine(name, true, none, true, false, none, none, none, none, none, "", "");
            case EXPOSURE, ACTIVITY, DIET -> new Exposure(name, true, days, none);
            default -> new Symptom(name, true, days, false, false, false, "", "", "", "", "", none, none, none);
        };
    }

    /** A name followed by its age. */
    String dated(String name, double days) {
        String display = vocabulary.display(name);
        return Double.isNaN(days) ? display : words.say("fact.dated", display, words.ago(days));
    }

    /** That a name is known to be absent. */
    String no(String name) {
        return words.say("fact.absent", vocabulary.display(name));
    }

    static Object absent(String name, Kind kind) {
        double none = Double.NaN;
        return switch (kind) {
            case CONDITION -> new Condition(name, false, none, false);
            case MEDICINE, MEDICINE_CLASS ->
                new Medicine(name, false, none, false, false, none, none, none, none, none, "", "");
            case EXPOSURE, ACTIVITY, DIET -> new Exposure(name, false, none, none);
            default -> new Symptom(name, false, none, false, false, false, "", "", "", "", "", none, none, none);
        };
    }
}
