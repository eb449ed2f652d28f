package org.spasmcds.intake;

import java.util.ArrayList;
import java.util.List;
import org.spasmcds.fact.Medicine;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.Kind;

/** Makes the facts about medicines: one for the ingredient and one for each class and group that it belongs to. */
final class MedicineFacts {
    /** A medicine counts for so long after it was stopped [CLIN-CONS]. */
    private static final double STOPPED_DAYS = 14;

    private final Context context;
    private final List<Double> complaintOnsets;
    private final List<Entry> absent = new ArrayList<>();

    /**
     * @param complaintOnsets how long ago the complaints of the muscles began, in days
     */
    MedicineFacts(Context context, List<Double> complaintOnsets) {
        this.context = context;
        this.complaintOnsets = complaintOnsets;
    }

    void read(Entry entry) {
        String status = entry.statusOr(entry.values().containsKey("stopped") ? "stopped" : "active");
        switch (status) {
            case "absent" -> {
                context.states().record(entry.name(), status, false, new Origin.Given(entry));
                absent.add(entry);
            }
            case "unknown" -> context.states().record(entry.name(), status, false, new Origin.Given(entry));
            default -> taken(entry, status.equals("stopped"));
        }
    }

    /** Adds what is not taken, once all is known: a class of which one was stopped only days ago still acts. */
    void addAbsences() {
        for (Entry entry : absent) {
            context.forDescendants(entry.name(), (each, kind) -> {
                if (context.states().of(each) != States.State.PRESENT) {
                    context.sheet().add(Context.absent(each, kind), context.no(entry.name()), new Origin.Given(entry));
                }
            });
        }
    }

    private void taken(Entry entry, boolean stopped) {
        double started = context.days(entry, "start");
        double changed = laterOf(started, context.days(entry, "changed"));
        double stoppedDays = context.days(entry, "stopped");
        boolean active = !stopped || stoppedDays <= STOPPED_DAYS;
        String state = active ? "present" : Double.isNaN(stoppedDays) ? "unknown" : "absent";
        context.states().record(entry.name(), state, false, new Origin.Given(entry));
        String label = label(entry.name(), changed, stopped, stoppedDays);
        for (String each : context.withAncestors(entry.name(), Kind.MEDICINE, Kind.MEDICINE_CLASS)) {
            context.sheet()
                    .add(
                            new Medicine(
                                    each,
                                    true,
                                    started,
                                    active,
                                    stopped,
                                    stoppedDays,
                                    changed,
                                    beforeOnset(changed),
                                    context.days(entry, "missedSince"),
                                    entry.number("mgPerDay"),
                                    entry.yesNo("improvedAfterStopping"),
                                    entry.yesNo("recurredAfterRestart")),
                            label,
                            new Origin.Given(entry));
        }
        if (active) {
            context.addForeignAncestors(entry, started);
        }
    }

    private String label(String name, double changed, boolean stopped, double stoppedDays) {
        Words words = context.words();
        String label = context.vocabulary().display(name);
        if (!Double.isNaN(changed)) {
            label = words.say("fact.changed", label, words.ago(changed));
        }
        if (stopped) {
            label = Double.isNaN(stoppedDays)
                    ? words.say("fact.stopped", label)
                    : words.say("fact.stopped.when", label, words.ago(stoppedDays));
        }
        return label;
    }

    /** Days from a change to the first complaint after it; negative when every complaint came first. */
    private double beforeOnset(double changed) {
        return complaintOnsets.stream()
                .mapToDouble(onset -> changed - onset)
                .filter(days -> days >= 0)
                .min()
                .orElseGet(() -> complaintOnsets.stream()
                        .mapToDouble(onset -> changed - onset)
                        .max()
                        .orElse(Double.NaN));
    }

    private static double laterOf(double started, double changed) {
        return Double.isNaN(changed) ? started : Double.isNaN(started) ? changed : Math.min(started, changed);
    }
}
