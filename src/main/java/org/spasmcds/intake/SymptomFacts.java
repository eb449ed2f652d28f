package org.spasmcds.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spasmcds.fact.Symptom;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.Kind;

/** Makes the facts about symptoms and signs. */
final class SymptomFacts {
    /** New means first noticed, or clearly worse, within so many days [CLIN-CONS]. */
    private static final double RECENT_DAYS = 14;

    static final String FINGERTIPS = "fingertip-paresthesia-bilateral";

    private final Context context;

    SymptomFacts(Context context) {
        this.context = context;
    }

    void read(Entry entry) {
        String status = entry.statusOr("present");
        if (status.equals("present")) {
            present(entry);
        } else if (status.equals("unknown")) {
            context.states().record(entry.name(), status, false, new Origin.Given(entry));
        } else if (entry.text("side").isEmpty() && entry.text("site").isEmpty()) {
            // Denied at one place says nothing of the others.
            context.states().record(entry.name(), status, false, new Origin.Given(entry));
            context.addAbsent(entry.name(), new Origin.Given(entry));
        }
    }

    private void present(Entry entry) {
        if (context.isOver(entry, entry.name())) {
            return;
        }
        double days = context.days(entry, "onset");
        context.states().record(entry.name(), "present", isOld(entry, days), new Origin.Given(entry));
        add(entry.name(), entry, days, entry.text("site"));
        context.addForeignAncestors(entry, days);
    }

    /** Long-standing, or over for so long that it is not new any more. */
    private boolean isOld(Entry entry, double days) {
        return isLongStanding(entry, days) || context.days(entry, "ended") > RECENT_DAYS;
    }

    static boolean isLongStanding(Entry entry, double days) {
        return !entry.flag("recent") && (entry.flag("longStanding") || days > RECENT_DAYS);
    }

    void add(String name, Entry entry, double days, String site) {
        String label = label(name, entry, days, site);
        for (String each : context.withAncestors(name, Kind.SYMPTOM, Kind.SIGN)) {
            context.sheet()
                    .add(
                            new Symptom(
                                    each,
                                    true,
                                    days,
                                    !isOld(entry, days) && (entry.flag("recent") || days <= RECENT_DAYS),
                                    isOld(entry, days),
                                    entry.isObserved(),
                                    entry.text("side"),
                                    site,
                                    context.region(site),
                                    entry.text("trend"),
                                    entry.yesNo("sudden"),
                                    entry.number("severity"),
                                    entry.number("episodeLength"),
                                    entry.number("perDay")),
                            label,
                            new Origin.Given(entry));
        }
    }

    private String label(String name, Entry entry, double days, String site) {
        Words words = context.words();
        String side = entry.text("side");
        String label = context.vocabulary().display(name);
        if (!site.isEmpty()) {
            label = words.say("fact.site", label, context.vocabulary().display(site));
        }
        if (!side.isEmpty()) {
            label = side.equals("both") ? bothSides(label) : words.say("fact.side", label, words.say("value." + side));
        }
        return Double.isNaN(days) ? label : words.say("fact.since", label, words.span(days));
    }

    private String bothSides(String label) {
        return context.words().say("fact.bothSides", label);
    }

    /**
     * Adds a sign that follows from results.
     *
     * @param absence what its absence follows from where it does not hold; empty where that would stay open
     */
    void addDerived(String name, Optional<DerivedResults.Conclusion> holds, List<Measurement> absence) {
        if (holds.isPresent()) {
            double none = Double.NaN;
            Origin origin = holds.get().origin();
            context.states().record(name, "present", false, origin);
            context.sheet()
                    .add(
                            new Symptom(name, true, none, true, false, true, "", "", "", "", "", none, none, none),
                            context.vocabulary().display(name),
                            origin);
        } else if (!absence.isEmpty()) {
            Origin origin = new Origin.Concluded("", absence);
            context.states().record(name, "absent", false, origin);
            context.addAbsent(name, origin);
        }
    }

    /** A symptom on the left and one on the right are one on both sides. */
    void addBothSides() {
        List<Symptom> right = sided("right");
        for (Symptom left : sided("left")) {
            right.stream()
                    .filter(other -> other.getName().equals(left.getName()))
                    .filter(other -> other.getRegion().equals(left.getRegion()))
                    .findFirst()
                    .ifPresent(other -> context.sheet()
                            .add(
                                    bothSides(left, other),
                                    bothSides(context.vocabulary().display(left.getName())),
                                    new Origin.Combined(
                                            "",
                                            List.of(
                                                    context.sheet().origin(left),
                                                    context.sheet().origin(other)))));
        }
    }

    /** Tingling of the fingers of both hands is a sign of its own, however it was recorded. */
    void addFingertips() {
        List<Symptom> tingling = new ArrayList<>();
        for (Object fact : context.sheet().facts()) {
            if (fact instanceof Symptom symptom
                    && symptom.isPresent()
                    && symptom.getName().equals("paresthesia")
                    && symptom.getSite().equals("finger")
                    && symptom.getSide().equals("both")) {
                tingling.add(symptom);
            }
        }
        for (Symptom symptom : tingling) {
            context.states()
                    .record(
                            FINGERTIPS,
                            "present",
                            symptom.isLongStanding(),
                            new Origin.Combined("", List.of(context.sheet().origin(symptom))));
            if (context.asked().names().contains(FINGERTIPS)) {
                context.sheet()
                        .add(
                                named(FINGERTIPS, symptom),
                                context.sheet().label(symptom),
                                new Origin.Combined("", List.of(context.sheet().origin(symptom))));
            }
        }
    }

    private static Symptom named(String name, Symptom symptom) {
        return new Symptom(
                name,
                true,
                symptom.getDays(),
                symptom.isRecent(),
                symptom.isLongStanding(),
                symptom.isObserved(),
                symptom.getSide(),
                symptom.getSite(),
                symptom.getRegion(),
                symptom.getTrend(),
                symptom.getSudden(),
                symptom.getSeverity(),
                symptom.getMinutes(),
                symptom.getPerDay());
    }

    private List<Symptom> sided(String side) {
        List<Symptom> sided = new ArrayList<>();
        for (Object fact : context.sheet().facts()) {
            if (fact instanceof Symptom symptom
                    && symptom.isPresent()
                    && symptom.getSide().equals(side)) {
                sided.add(symptom);
            }
        }
        return sided;
    }

    /** As old as the newer of the two, and as severe as the worse. */
    private static Symptom bothSides(Symptom left, Symptom right) {
        boolean leftIsNewer = !(left.getDays() > right.getDays());
        Symptom newer = leftIsNewer ? left : right;
        return new Symptom(
                left.getName(),
                true,
                newer.getDays(),
                left.isRecent() || right.isRecent(),
                left.isLongStanding() && right.isLongStanding(),
                left.isObserved() && right.isObserved(),
                "both",
                newer.getSite(),
                newer.getRegion(),
                newer.getTrend(),
                newer.getSudden(),
                Math.max(left.getSeverity(), right.getSeverity()),
                newer.getMinutes(),
                newer.getPerDay());
    }
}
